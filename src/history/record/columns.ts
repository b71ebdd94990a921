/** A record that is not what it should be: another version's, cut off, or damaged. The message is for developers. */
export class DamagedRecord extends Error {
  override readonly name = 'DamagedRecord';
}

type Column = Uint8Array | Int16Array | Uint32Array | Float64Array;

/** Columns stand at multiples of this, so that they can be looked at where they are. */
const ALIGNMENT = 8;

/** Puts arrays of numbers one behind the other, as the machine has them: the length in bytes of each, then the array. */
export class ColumnWriter {
  readonly #parts: Uint8Array[] = [];

  add(...columns: readonly Column[]): void {
    for (const column of columns) {
      const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
      this.#parts.push(new Uint8Array(Float64Array.of(bytes.length).buffer), bytes);
      if (bytes.length % ALIGNMENT > 0) this.#parts.push(new Uint8Array(ALIGNMENT - (bytes.length % ALIGNMENT)));
    }
  }

  /** Everything added, in pieces. */
  parts(): readonly Uint8Array[] {
    return this.#parts;
  }
}

/** Gives back, in the same order, the columns that {@link ColumnWriter} was given: views, nothing is copied. */
export class ColumnReader {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  #at = 0;

  /** @param bytes From the beginning of their buffer on. */
  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.#bytes = bytes;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const { at, length } = this.#next(1);
    return new Uint8Array(this.#bytes.buffer, at, length);
  }

  shorts(): Int16Array<ArrayBuffer> {
    const { at, length } = this.#next(2);
    return new Int16Array(this.#bytes.buffer, at, length);
  }

  words(): Uint32Array<ArrayBuffer> {
    const { at, length } = this.#next(4);
    return new Uint32Array(this.#bytes.buffer, at, length);
  }

  doubles(): Float64Array<ArrayBuffer> {
    const { at, length } = this.#next(8);
    return new Float64Array(this.#bytes.buffer, at, length);
  }

  /** @throws DamagedRecord when there is more. */
  end(): void {
    if (this.#at !== this.#bytes.length) throw new DamagedRecord('more columns than expected');
  }

  /** Where the next column begins in the buffer, and its elements. */
  #next(width: number): { readonly at: number; readonly length: number } {
    const { byteOffset, length: all } = this.#bytes;
    if (byteOffset !== 0 || this.#at + ALIGNMENT > all) throw new DamagedRecord('fewer columns than expected');
    const [bytes = -1] = new Float64Array(this.#bytes.buffer, this.#at, 1);
    const at = this.#at + ALIGNMENT;
    if (!(bytes >= 0) || bytes % width !== 0 || bytes > all - at) throw new DamagedRecord('a column of a wrong length');
    this.#at = Math.min(all, at + Math.ceil(bytes / ALIGNMENT) * ALIGNMENT);
    return { at, length: bytes / width };
  }
}

/** Ends of pieces that stand one behind the other must ascend, up to what there is. */
export function checkEnds(ends: Uint32Array, total: number): void {
  let last = 0;
  for (let at = 0; at < ends.length; at++) {
    const end = ends[at]!;
    if (end < last) throw new DamagedRecord('an end out of order');
    last = end;
  }
  if (last !== total) throw new DamagedRecord('something behind the last end');
}

/** Numbers, without so many of their last bits, must be below a limit, or be `except`. */
export function checkBelow(numbers: Uint32Array, limit: number, { shift = 0, except = -1 } = {}): void {
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at]!;
    if (number >>> shift >= limit && number !== except) throw new DamagedRecord('a number out of range');
  }
}
