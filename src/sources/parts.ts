/** Files and blobs above this many bytes are read in parts. */
export const WHOLE_BYTES = 32 * 1024 * 1024;
/** Bytes of a part, and how many of them it shares with the next. */
const PART_BYTES = 8 * 1024 * 1024;
const OVERLAP_BYTES = 64 * 1024;

const NEWLINE = 0x0a;

export interface Part {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly start: { readonly line: number; readonly column: number };
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
  sizes: { readonly part: number; readonly overlap: number } = { part: PART_BYTES, overlap: OVERLAP_BYTES },
): AsyncGenerator<Part, void, undefined> {
  let buffer = new Uint8Array(sizes.part);
  let used = 0;
  let ownsFrom = 0;
  let start = { line: 1, column: 1 };
  for await (const chunk of chunks) {
    let offset = 0;
    while (offset < chunk.length) {
      const room = Math.min(buffer.length - used, chunk.length - offset);
      buffer.set(chunk.subarray(offset, offset + room), used);
      used += room;
      offset += room;
      if (used < buffer.length) continue;
      const next = cutPoint(buffer, used - sizes.overlap, used - sizes.overlap / 2);
      const owned = cutPoint(buffer, used - sizes.overlap / 2, used - sizes.overlap / 4);
      const following = new Uint8Array(sizes.part);
      following.set(buffer.subarray(next, used));
      const nextStart = advance(start, buffer.subarray(0, next));
      // Nothing is read from the buffer behind this line: whoever gets the part may take it to another thread.
      yield { bytes: buffer, start, owns: { from: ownsFrom, to: owned } };
      buffer = following;
      used -= next;
      ownsFrom = owned - next;
      start = nextStart;
    }
  }
  if (used > 0) yield { bytes: buffer.subarray(0, used), start, owns: { from: ownsFrom, to: used } };
}

/** The first line start in the range; else its first byte that begins a character. */
function cutPoint(bytes: Uint8Array, from: number, to: number): number {
  const newline = bytes.indexOf(NEWLINE, from);
  if (newline >= 0 && newline + 1 < to) return newline + 1;
  let point = from;
  while (point < from + 3 && ((bytes[point] ?? 0) & 0xc0) === 0x80) point++;
  return point;
}

/** Position behind the bytes; columns count UTF-16 units, invalid UTF-8 as the replacement characters shown for it. */
function advance(
  start: { readonly line: number; readonly column: number },
  bytes: Uint8Array,
): { line: number; column: number } {
  let line = start.line;
  let lineStart = -1;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) {
    line++;
    lineStart = at;
  }
  const units = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(lineStart + 1)).length;
  return { line, column: (lineStart < 0 ? start.column : 1) + units };
}
