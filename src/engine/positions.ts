const NEWLINE = 0x0a;
const CHUNK = 1 << 16;

export interface Position {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

/** Newlines from an offset up to another. */
export type CountNewlines = (from: number, to: number) => number;

/**
 * Turns byte offsets into lines and columns. Columns count what a UTF-8 decoder makes of the bytes: an invalid sequence
 * is one replacement character (WHATWG Encoding Standard). A byte order mark at the very start counts for nothing.
 * Quickest when asked in ascending order.
 */
export class Positions {
  readonly #bytes: Uint8Array;
  readonly #first: Position;
  readonly #countNewlines: CountNewlines;
  #line: number;
  #lineStart = 0;
  #lineEnd: number;
  /** An offset on the current line and its distance in UTF-16 units from the line's start. */
  #offset = 0;
  #units = 0;

  /**
   * @param first Position of the first byte.
   * @param countNewlines Counts those of the bytes: the kernel is quicker at it than what is taken otherwise.
   */
  constructor(
    bytes: Uint8Array,
    first: Position = { line: 1, column: 1 },
    countNewlines: CountNewlines = (from, to) => newlinesIn(bytes, from, to),
  ) {
    this.#bytes = bytes;
    this.#first = first;
    this.#countNewlines = countNewlines;
    this.#line = first.line;
    this.#lineEnd = endOfLine(bytes, 0);
  }

  at(offset: number): Position {
    if (offset < this.#lineStart) this.#rewind();
    if (this.#lineEnd < offset) {
      this.#line += this.#countNewlines(this.#lineEnd, offset);
      this.#lineStart = this.#bytes.lastIndexOf(NEWLINE, offset - 1) + 1;
      this.#lineEnd = endOfLine(this.#bytes, offset);
      this.#offset = this.#lineStart;
      this.#units = 0;
    }
    if (offset < this.#offset || isContinuation(this.#bytes[this.#offset])) {
      this.#offset = this.#lineStart;
      this.#units = 0;
    }
    this.#units += utf16Length(this.#bytes, this.#offset, offset);
    this.#offset = offset;
    const base = this.#lineStart === 0 ? this.#first.column : 1;
    return { line: this.#line, column: base + this.#units };
  }

  #rewind(): void {
    this.#line = this.#first.line;
    this.#lineStart = 0;
    this.#lineEnd = endOfLine(this.#bytes, 0);
    this.#offset = 0;
    this.#units = 0;
  }
}

function endOfLine(bytes: Uint8Array, from: number): number {
  const newline = bytes.indexOf(NEWLINE, from);
  return newline === -1 ? bytes.length : newline;
}

function newlinesIn(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (bytes[at] === NEWLINE) count++;
  return count;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

function utf16Length(bytes: Uint8Array, start: number, end: number): number {
  let plain = start;
  while (plain < end && bytes[plain]! < 0x80) plain++;
  if (plain === end) return end - start;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: start !== 0 });
  let units = 0;
  for (let index = start; index < end; index += CHUNK) {
    units += decoder.decode(bytes.subarray(index, Math.min(end, index + CHUNK)), { stream: true }).length;
  }
  return units + decoder.decode().length;
}
