/** Types of entries that are deltas, besides the object types; see gitformat-pack(5). */
export const DELTA = { byOffset: 6, byId: 7 } as const;

/** Bytes that are enough to hold any entry header: ten of type and size, and an id of 32 or ten of a distance. */
export const MAX_HEADER_BYTES = 48;

/** An entry's header. One is made and filled again for each entry, since packs have millions. */
export interface EntryHeader {
  /** An object type from 1 to 4, or a {@link DELTA}. */
  type: number;
  /** Bytes of the entry once inflated. */
  size: number;
  /** Index in the bytes where the compressed data begins. */
  dataAt: number;
  /** Bytes from the base's header back to this one's; 0 unless the delta names its base so. */
  distance: number;
  /** Index in the bytes where the base's id stands; -1 unless the delta names its base so. */
  baseIdAt: number;
}

export function emptyHeader(): EntryHeader {
  return { type: 0, size: 0, dataAt: 0, distance: 0, baseIdAt: -1 };
}

/**
 * Reads the header of the pack entry at `at` into `header`; `end` bounds what belongs to the entry, `idBytes` are those
 * of an object id. False, with `header` in no particular state, for what is no header: a reserved type, a number that
 * does not end, a distance of zero.
 */
export function parseEntryHeader(
  bytes: Uint8Array,
  at: number,
  end: number,
  idBytes: number,
  header: EntryHeader,
): boolean {
  const limit = Math.min(end, bytes.length);
  if (at >= limit) return false;
  let next = at;
  let byte = bytes[next++] ?? 0;
  const type = (byte >> 4) & 7;
  if (type === 0 || type === 5) return false;
  let size = byte & 15;
  // Products instead of shifts: sizes may need more than 32 bits.
  for (let factor = 16; byte >= 128; factor *= 128) {
    if (next >= limit || next - at >= 10) return false;
    byte = bytes[next++] ?? 0;
    size += (byte & 127) * factor;
  }
  header.type = type;
  header.size = size;
  header.distance = 0;
  header.baseIdAt = -1;
  if (type === DELTA.byOffset) {
    const start = next;
    if (next >= limit) return false;
    byte = bytes[next++] ?? 0;
    let distance = byte & 127;
    while (byte >= 128) {
      if (next >= limit || next - start >= 10) return false;
      byte = bytes[next++] ?? 0;
      distance = (distance + 1) * 128 + (byte & 127);
    }
    if (distance === 0) return false;
    header.distance = distance;
  } else if (type === DELTA.byId) {
    header.baseIdAt = next;
    next += idBytes;
    if (next > limit) return false;
  }
  header.dataAt = next;
  return true;
}
