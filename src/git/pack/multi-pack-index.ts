import { objectIdBytes } from '../object-id.ts';
import type { ObjectFormat } from '../object-id.ts';
import { agreesWithFanout, emptyIds } from './id-list.ts';
import type { IdList } from './id-list.ts';
import { openOrWhy, UnusableFile, whyNot } from './regular-file.ts';
import type { RegularFile } from './regular-file.ts';

/** A pack's objects as a multi-pack-index has them: without those that it takes from another pack. */
export interface SharedIndex extends IdList {
  readonly offsets: Float64Array;
}

/** Names of packs take some 60 bytes each. */
const MAX_NAME_BYTES = 16 * 1024 * 1024;

/**
 * Reads from a multi-pack-index what it says of some packs: by the pack's name without folder and ending. See
 * gitformat-pack(5), "multi-pack-index (MIDX) files". Gives a few words on what is wrong with it when it cannot be used.
 */
export function readMultiPackIndex(
  path: string,
  format: ObjectFormat,
  wanted: ReadonlySet<string>,
  maxObjects: number,
): ReadonlyMap<string, SharedIndex> | string {
  const file = openOrWhy(path);
  if (typeof file === 'string') return file;
  try {
    return parse(file, format, wanted, maxObjects);
  } catch (error) {
    return whyNot(error);
  } finally {
    file.close();
  }
}

function parse(file: RegularFile, format: ObjectFormat, wanted: ReadonlySet<string>, maxObjects: number) {
  const idBytes = objectIdBytes(format);
  const header = bytesOf(file, 0, 12);
  if (header.toString('latin1', 0, 4) !== 'MIDX' || header[4] !== 1) return 'it has an unknown version';
  if (header[5] !== (format === 'sha1' ? 1 : 2)) return 'it has ids of another length';
  const chunk = chunksOf(file, header[6] ?? 0);

  const fanoutBytes = chunk('OIDF', 1024);
  const fanout = Array.from({ length: 256 }, (_, index) => fanoutBytes.readUInt32BE(index * 4));
  const count = fanout[255] ?? 0;
  if (count > maxObjects) return `it has ${count} objects, more than are read`;
  const names = chunk('PNAM', 'all').toString('latin1').split('\0');
  const packs = header.readUInt32BE(8);
  if (packs > names.length) return 'it has fewer names than packs';
  const ids = chunk('OIDL', count * idBytes);
  if (!agreesWithFanout(ids, count, idBytes, fanout)) return 'its object ids are not in order';
  const places = chunk('OOFF', count * 8);
  const large = chunk('LOFF', 'all');

  const counts = new Uint32Array(packs);
  for (let index = 0; index < count; index++) {
    const pack = places.readUInt32BE(index * 8);
    if (pack >= packs) return 'it names a pack that is not in its list';
    counts[pack] = (counts[pack] ?? 0) + 1;
  }
  const found = new Map<string, { length: number; readonly oids: Uint8Array; readonly offsets: Float64Array }>();
  const lists = names.slice(0, packs).map((name, pack) => {
    const base = name.replace(/\.(?:idx|pack)$/, '');
    if (!wanted.has(base) || found.has(base)) return undefined;
    const room = counts[pack] ?? 0;
    const list = { length: 0, oids: emptyIds(room, idBytes), offsets: new Float64Array(room) };
    found.set(base, list);
    return list;
  });
  for (let index = 0; index < count; index++) {
    const list = lists[places.readUInt32BE(index * 8)];
    if (list === undefined) continue;
    let offset = places.readUInt32BE(index * 8 + 4);
    if (offset >= 2 ** 31 && large.length > 0) {
      const at = (offset - 2 ** 31) * 8;
      if (at + 8 > large.length) return 'it gives an offset that is not in its table';
      offset = large.readUInt32BE(at) * 2 ** 32 + large.readUInt32BE(at + 4);
    }
    list.oids.set(ids.subarray(index * idBytes, (index + 1) * idBytes), list.length * idBytes);
    list.offsets[list.length++] = offset;
  }
  return found;
}

/** Reads a chunk by its name: as many bytes as it must have, or `all`, which may be none. */
function chunksOf(file: RegularFile, count: number): (name: string, length: number | 'all') => Buffer {
  // A row more than there are chunks tells where the last one ends.
  const table = bytesOf(file, 12, (count + 1) * 12);
  return (name, length) => {
    for (let at = 0; at < count * 12; at += 12) {
      if (table.toString('latin1', at, at + 4) !== name) continue;
      const start = Number(table.readBigUInt64BE(at + 4));
      const size = Number(table.readBigUInt64BE(at + 16)) - start;
      if (length === 'all' ? size < 0 || size > maxBytes(name) : size < length) break;
      return bytesOf(file, start, length === 'all' ? size : length);
    }
    if (name === 'LOFF') return Buffer.alloc(0);
    throw new UnusableFile(`its part ${name} is not as long as it should be`);
  };
}

function maxBytes(name: string): number {
  return name === 'LOFF' ? 2 ** 31 : MAX_NAME_BYTES;
}

function bytesOf(file: RegularFile, position: number, length: number): Buffer {
  // Before the memory is taken: the file may claim any length.
  if (position + length > file.size) throw new UnusableFile('it ends too early');
  const bytes = Buffer.allocUnsafe(length);
  if (file.read(bytes, 0, length, position) < length) throw new UnusableFile('it ends too early');
  return bytes;
}
