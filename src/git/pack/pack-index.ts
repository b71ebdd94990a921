import { createHash } from 'node:crypto';
import { objectIdBytes } from '../object-id.ts';
import type { ObjectFormat } from '../object-id.ts';
import { agreesWithFanout, emptyIds } from './id-list.ts';
import type { IdList } from './id-list.ts';
import { openOrWhy, UnusableFile, whyNot } from './regular-file.ts';
import type { RegularFile } from './regular-file.ts';

/** What the index of a pack says: for each object where its entry begins. */
export interface PackIndex extends IdList {
  /** Bytes from the pack's beginning, in the order of the ids. */
  readonly offsets: Float64Array;
  /** Checksum that the pack must end with; empty where the index does not tell. */
  readonly packChecksum: Uint8Array;
  /** False when the index does not hash to the checksum it ends with. */
  readonly intact: boolean;
}

/** Bytes of the file that are taken for numbers at a time. */
const CHUNK_BYTES = 4 * 1024 * 1024;

/**
 * Reads a pack index of version 1 or 2; see gitformat-pack(5). Gives a few words on what is wrong with it when it is
 * not one, or has more than `maxObjects`. Offsets are not checked against the pack.
 */
export function readPackIndex(path: string, format: ObjectFormat, maxObjects: number): PackIndex | string {
  const file = openOrWhy(path);
  if (typeof file === 'string') return file;
  try {
    return parse(file, format, maxObjects);
  } catch (error) {
    return whyNot(error);
  } finally {
    file.close();
  }
}

function parse(file: RegularFile, format: ObjectFormat, maxObjects: number): PackIndex | string {
  const idBytes = objectIdBytes(format);
  const reader = new HashingReader(file, format);
  const start = reader.take(8);
  const version = start.readUInt32BE(0) === 0xff74_4f63 ? start.readUInt32BE(4) : 1;
  if (version !== 1 && version !== 2) return `it has the unknown version ${version}`;
  // Version 1 begins with the fanout table at once.
  const table = version === 2 ? reader.take(1024) : Buffer.concat([start, reader.take(1016)]);
  const fanout = Array.from({ length: 256 }, (_, index) => table.readUInt32BE(index * 4));
  const length = fanout[255] ?? 0;
  if (length > maxObjects) return `it has ${length} objects, more than are read`;

  const least = (version === 2 ? 8 : 0) + 1024 + length * (idBytes + (version === 2 ? 8 : 4)) + 2 * idBytes;
  const large = version === 2 ? (file.size - least) / 8 : 0;
  if (!Number.isInteger(large) || large < 0 || large > length) return 'its size does not fit its number of objects';
  if (version === 1 && file.size !== least) return 'its size does not fit its number of objects';

  const oids = emptyIds(length, idBytes);
  const offsets = new Float64Array(length);
  if (version === 1) {
    readPairs(reader, length, idBytes, oids, offsets);
  } else {
    reader.fill(oids);
    reader.skip(length * 4);
    readOffsets(reader, length, offsets);
    if (!readLargeOffsets(reader, large, offsets)) return 'it gives an offset that is not in its table';
  }
  if (!agreesWithFanout(oids, length, idBytes, fanout)) return 'its object ids are not in order';
  const packChecksum = Uint8Array.from(reader.take(idBytes));
  const computed = reader.digest();
  return { length, oids, offsets, packChecksum, intact: computed.equals(reader.take(idBytes)) };
}

/** Version 1: offset and id in turns. */
function readPairs(reader: HashingReader, length: number, idBytes: number, oids: Uint8Array, offsets: Float64Array) {
  const width = 4 + idBytes;
  for (let index = 0; index < length;) {
    const part = reader.take(Math.min(length - index, Math.floor(CHUNK_BYTES / width)) * width);
    for (let at = 0; at < part.length; at += width, index++) {
      offsets[index] = part.readUInt32BE(at);
      oids.set(part.subarray(at + 4, at + width), index * idBytes);
    }
  }
}

function readOffsets(reader: HashingReader, length: number, offsets: Float64Array): void {
  for (let index = 0; index < length;) {
    const part = reader.take(Math.min((length - index) * 4, CHUNK_BYTES));
    for (let at = 0; at < part.length; at += 4, index++) offsets[index] = part.readUInt32BE(at);
  }
}

/** Replaces offsets that have the highest bit set by what the table of 64-bit offsets has in the place they name. */
function readLargeOffsets(reader: HashingReader, count: number, offsets: Float64Array): boolean {
  const large = new Float64Array(count);
  for (let index = 0; index < count;) {
    const part = reader.take(Math.min((count - index) * 8, CHUNK_BYTES));
    for (let at = 0; at < part.length; at += 8, index++) {
      large[index] = part.readUInt32BE(at) * 2 ** 32 + part.readUInt32BE(at + 4);
    }
  }
  for (let index = 0; index < offsets.length; index++) {
    const offset = offsets[index] ?? 0;
    if (offset < 2 ** 31) continue;
    const wide = large[offset - 2 ** 31];
    if (wide === undefined) return false;
    offsets[index] = wide;
  }
  return true;
}

/** Reads a file from its beginning and hashes what it reads. Throws when the file ends before. */
class HashingReader {
  readonly #file: RegularFile;
  readonly #hash;
  #position = 0;

  constructor(file: RegularFile, format: ObjectFormat) {
    this.#file = file;
    this.#hash = createHash(format);
  }

  /** The next bytes. */
  take(length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    this.fill(bytes);
    return bytes;
  }

  fill(target: Uint8Array): void {
    for (let at = 0; at < target.length; at += CHUNK_BYTES) {
      const length = Math.min(CHUNK_BYTES, target.length - at);
      if (this.#file.read(target, at, length, this.#position) < length) throw new UnusableFile('it ends too early');
      this.#position += length;
      this.#hash.update(target.subarray(at, at + length));
    }
  }

  skip(length: number): void {
    for (let left = length; left > 0; left -= CHUNK_BYTES) this.take(Math.min(left, CHUNK_BYTES));
  }

  /** The hash of everything read so far. */
  digest(): Buffer {
    return this.#hash.copy().digest();
  }
}
