import { setImmediate } from 'node:timers/promises';
import { objectIdBytes } from '../object-id.ts';
import type { ObjectFormat } from '../object-id.ts';
import { DELTA, emptyHeader, MAX_HEADER_BYTES, parseEntryHeader } from './entry-header.ts';
import { NO_BASE, OBJECT_PROBLEM, OBJECT_TYPE } from './object-table.ts';
import type { RegularFile } from './regular-file.ts';
import type { TableBuilder } from './table-builder.ts';

const BUFFER_BYTES = 1024 * 1024;
/** `PACK`, version and number of objects. */
const PACK_HEADER_BYTES = 12;
/** Deflate makes at most 258 bytes of two bits; see RFC 1951, section 3.2.5. What claims more is lying. */
const MAX_RATIO = 1032;

/** Entries of a pack by ascending offset: where each begins, and the row of its object. */
export interface PackEntries {
  readonly number: number;
  readonly offsets: Float64Array;
  readonly rows: Uint32Array;
}

/**
 * Says in a few words why a pack is not the one its index was made for, or undefined when it is: it must have a known
 * version, so many objects, and end with the checksum that the index has. `count` and `checksum` may be unknown.
 */
export function packMismatch(
  file: RegularFile,
  format: ObjectFormat,
  count: number | undefined,
  checksum: Uint8Array,
): string | undefined {
  const header = Buffer.alloc(PACK_HEADER_BYTES);
  if (file.read(header, 0, header.length, 0) < header.length || header.toString('latin1', 0, 4) !== 'PACK') {
    return 'it does not begin as a pack does';
  }
  const version = header.readUInt32BE(4);
  if (version !== 2 && version !== 3) return `it has the unknown version ${version}`;
  if (count !== undefined && header.readUInt32BE(8) !== count) return 'its index has another number of objects';
  const trailer = Buffer.alloc(objectIdBytes(format));
  if (file.size < PACK_HEADER_BYTES + trailer.length) return 'it ends too early';
  file.read(trailer, 0, trailer.length, file.size - trailer.length);
  if (checksum.length > 0 && !trailer.equals(checksum)) return 'its index was made for another pack';
  return undefined;
}

/**
 * Passes once over a pack, from its beginning to its end, and notes for each entry what its header says. Only headers
 * are looked at; what lies between two that are far apart is not read.
 */
export async function scanPack(
  file: RegularFile,
  entries: PackEntries,
  builder: TableBuilder,
  format: ObjectFormat,
  signal: AbortSignal,
): Promise<void> {
  const { number: pack, offsets, rows } = entries;
  const idBytes = objectIdBytes(format);
  const dataEnd = file.size - idBytes;
  const buffer = new Uint8Array(BUFFER_BYTES);
  const header = emptyHeader();
  let bufferAt = 0;
  let bufferEnd = 0;

  for (let place = 0; place < offsets.length; place++) {
    const offset = offsets[place] ?? 0;
    const row = rows[place] ?? 0;
    const repeats = place > 0 && offsets[place - 1] === offset;
    if (offset < PACK_HEADER_BYTES || offset >= dataEnd || repeats) {
      const again = repeats && rows[place - 1] === row;
      if (!again) builder.addBad(row, pack, offset, OBJECT_PROBLEM.offset);
      continue;
    }
    if (offset + MAX_HEADER_BYTES > bufferEnd && bufferEnd < dataEnd) {
      signal.throwIfAborted();
      // Lets the signal, and whatever else waits, have its turn.
      await setImmediate();
      bufferAt = offset;
      bufferEnd = offset + file.read(buffer, 0, Math.min(buffer.length, dataEnd - offset), offset);
    }
    const end = Math.min(dataEnd, nextOffset(offsets, place) ?? dataEnd);
    const length = end - offset;
    const at = offset - bufferAt;
    const limit = Math.min(end, bufferEnd) - bufferAt;
    if (!parseEntryHeader(buffer, at, limit, idBytes, header) || header.size > (length + 1) * MAX_RATIO) {
      builder.addBad(row, pack, offset, OBJECT_PROBLEM.header);
      continue;
    }
    if (header.type !== DELTA.byOffset && header.type !== DELTA.byId) {
      builder.add(row, pack, offset, length, header.size, header.type, NO_BASE);
      continue;
    }
    const basePlace = header.type === DELTA.byOffset ? findBefore(offsets, place, offset - header.distance) : -1;
    const base =
      header.type === DELTA.byId
        ? builder.table.indexOf(buffer, header.baseIdAt)
        : basePlace < 0
          ? -1
          : (rows[basePlace] ?? 0);
    if (base < 0) builder.addBad(row, pack, offset, OBJECT_PROBLEM.base);
    else builder.add(row, pack, offset, length, header.size, OBJECT_TYPE.unknown, base);
  }
}

/** The next offset that is larger than the one in this place. */
function nextOffset(offsets: Float64Array, place: number): number | undefined {
  let next = place + 1;
  while (next < offsets.length && offsets[next] === offsets[place]) next++;
  return offsets[next];
}

/** Place of a value before a place, or -1. Bases stand near their deltas mostly, so the steps back grow from one. */
function findBefore(offsets: Float64Array, place: number, value: number): number {
  let high = place;
  let low = Math.max(0, place - 1);
  for (let step = 1; low > 0 && (offsets[low] ?? 0) > value; step *= 2) {
    high = low;
    low = Math.max(0, low - step);
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return offsets[low] === value && low < place ? low : -1;
}
