import { isAscii } from 'node:buffer';

/** Files and blobs above this many bytes are read in parts. */
export const WHOLE_BYTES = 32 * 1024 * 1024;
/** How a file is cut. */
export interface PartSizes {
  /** Bytes of a part: no fewer than twice the overlap. */
  readonly part: number;
  /** How many of them it shares with the next: a multiple of four. */
  readonly overlap: number;
}

export const PART_SIZES: PartSizes = { part: 8 * 1024 * 1024, overlap: 64 * 1024 };

const NEWLINE = 0x0a;
const PIECE_BYTES = 64 * 1024;

/** Where every file begins. */
export const FIRST: LineAndColumn = { line: 1, column: 1 };

/** A position in a file: 1-based line, and 1-based column in UTF-16 units. */
export interface LineAndColumn {
  readonly line: number;
  readonly column: number;
}

export interface Part {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly start: LineAndColumn;
  /**
   * A match belongs to this part when it starts in this range of its bytes. Ranges of the parts of a file meet without
   * a gap, in the middle of the overlaps: a match is judged with at least half an overlap of text round it, and told
   * once.
   */
  readonly owns: { readonly from: number; readonly to: number };
}

/**
 * Cuts a stream of bytes into overlapping parts, at line ends where there are any. Memory is two parts, whatever the
 * stream's length.
 */
export async function* cutParts(
  chunks: AsyncIterable<Uint8Array>,
  sizes: PartSizes = PART_SIZES,
): AsyncGenerator<Part, void, undefined> {
  let buffer = new Uint8Array(sizes.part);
  let used = 0;
  let ownsFrom = 0;
  let start: LineAndColumn = FIRST;
  let isStart = true;
  for await (const chunk of chunks) {
    let offset = 0;
    while (offset < chunk.length) {
      const room = Math.min(buffer.length - used, chunk.length - offset);
      buffer.set(chunk.subarray(offset, offset + room), used);
      used += room;
      offset += room;
      if (used < buffer.length) continue;
      const { next, owned } = cutBefore(buffer, used, sizes.overlap);
      const following = new Uint8Array(sizes.part);
      following.set(buffer.subarray(next, used));
      const nextStart = advance(start, buffer.subarray(0, next), isStart);
      // Nothing is read from the buffer behind this line: whoever gets the part may take it to another thread.
      yield { bytes: buffer, start, owns: { from: ownsFrom, to: owned } };
      buffer = following;
      used -= next;
      ownsFrom = owned - next;
      start = nextStart;
      isStart = false;
    }
  }
  if (used > 0) yield { bytes: buffer.subarray(0, used), start, owns: { from: ownsFrom, to: used } };
}

/**
 * Where to cut at `end`, with the bytes of an overlap before it: what comes behind it begins at `next` and owns what
 * begins at `owned` or behind. Depends on these bytes alone.
 */
export function cutBefore(
  bytes: Uint8Array,
  end: number,
  overlap: number,
): { readonly next: number; readonly owned: number } {
  return {
    next: cutPoint(bytes, end - overlap, end - overlap / 2),
    owned: cutPoint(bytes, end - overlap / 2, end - overlap / 4),
  };
}

/**
 * The first line start in the range; else its first byte that begins a character. Never before a byte order mark, which
 * counts for nothing where a text begins and for a column where it does not.
 */
function cutPoint(bytes: Uint8Array, from: number, to: number): number {
  const newline = bytes.indexOf(NEWLINE, from);
  if (newline >= 0 && newline + 1 < to) return behindMarks(bytes, newline + 1);
  let point = from;
  while (point < from + 3 && ((bytes[point] ?? 0) & 0xc0) === 0x80) point++;
  return behindMarks(bytes, point);
}

function behindMarks(bytes: Uint8Array, from: number): number {
  let point = from;
  while (bytes[point] === 0xef && bytes[point + 1] === 0xbb && bytes[point + 2] === 0xbf) point += 3;
  return point;
}

/**
 * Position behind the bytes; columns count UTF-16 units, invalid UTF-8 as the replacement characters shown for it.
 *
 * @param isStart The bytes are the file's first: a byte order mark counts for nothing.
 */
export function advance(
  start: LineAndColumn,
  bytes: Uint8Array,
  isStart: boolean,
  newlines: number = countNewlines(bytes),
): LineAndColumn {
  const lineStart = bytes.lastIndexOf(NEWLINE) + 1;
  const units = countUnits(bytes.subarray(lineStart), isStart && lineStart === 0);
  return { line: start.line + newlines, column: (newlines === 0 ? start.column : 1) + units };
}

/** UTF-16 units of a line, piece by piece: a file without line ends would be a string of many megabytes. */
function countUnits(line: Uint8Array, isStart: boolean): number {
  if (isAscii(line)) return line.length;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: !isStart });
  let units = 0;
  for (let at = 0; at < line.length; at += PIECE_BYTES) {
    units += decoder.decode(line.subarray(at, at + PIECE_BYTES), { stream: true }).length;
  }
  return units + decoder.decode().length;
}

function countNewlines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}
