import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';

/** An entry to be written: a type as the pack has it, the content, and what the header says more. */
export interface WrittenEntry {
  readonly oid: string;
  readonly type: number;
  readonly content: Uint8Array;
  /** Size the header claims. Default: the true one. */
  readonly size?: number;
  /** Bytes back to the base, for type 6. */
  readonly distance?: number;
  /** Id of the base, for type 7. */
  readonly base?: string;
  /** Where it stands. Default: behind the entry before. */
  readonly at?: number;
}

/** Header of an entry; see gitformat-pack(5). */
export function encodeHeader(entry: Pick<WrittenEntry, 'type' | 'distance' | 'base'> & { size: number }): Buffer {
  const bytes: number[] = [];
  let rest = Math.floor(entry.size / 16);
  let byte = (entry.type << 4) | (entry.size % 16);
  while (rest > 0) {
    bytes.push(byte | 128);
    byte = rest % 128;
    rest = Math.floor(rest / 128);
  }
  bytes.push(byte);
  if (entry.distance !== undefined) {
    const back = [entry.distance % 128];
    for (let left = Math.floor(entry.distance / 128); left > 0; left = Math.floor(left / 128)) {
      left--;
      back.unshift((left % 128) | 128);
    }
    bytes.push(...back);
  }
  return Buffer.concat([Buffer.from(bytes), Buffer.from(entry.base ?? '', 'hex')]);
}

/**
 * Writes a pack with an index of version 2 as git would, from whatever entries, into an objects folder. Gives where
 * each entry stands. Far places are reached by leaving holes. `indexed` changes what the index says.
 */
export function writePack(
  objects: string,
  name: string,
  entries: readonly WrittenEntry[],
  indexed: (offsets: readonly number[]) => readonly number[] = (offsets) => offsets,
): readonly number[] {
  const path = join(objects, 'pack', `pack-${name}.pack`);
  mkdirSync(dirname(path), { recursive: true });
  const fd = openSync(path, 'w');
  const start = Buffer.from(`PACK\0\0\0\u0002\0\0\0\0`, 'latin1');
  start.writeUInt32BE(entries.length, 8);
  writeSync(fd, start, 0, 12, 0);
  let position = 12;
  const offsets = entries.map((entry) => {
    const offset = entry.at ?? position;
    const bytes = Buffer.concat([
      encodeHeader({ ...entry, size: entry.size ?? entry.content.length }),
      deflateSync(entry.content),
    ]);
    writeSync(fd, bytes, 0, bytes.length, offset);
    position = offset + bytes.length;
    return offset;
  });
  // No reader can afford to hash a pack with holes of gigabytes: the checksum only has to be the same in both files.
  const checksum = createHash('sha1').update(name).digest();
  writeSync(fd, checksum, 0, checksum.length, position);
  closeSync(fd);
  const told = indexed(offsets);
  const rows = entries.map((entry, index) => ({ oid: entry.oid, offset: told[index] ?? 0 }));
  writeFileSync(path.replace(/pack$/, 'idx'), encodeIndex(rows, checksum));
  return offsets;
}

function encodeIndex(rows: readonly { readonly oid: string; readonly offset: number }[], checksum: Buffer): Buffer {
  const sorted = [...rows].sort((a, b) => (a.oid < b.oid ? -1 : 1));
  const fanout = Buffer.alloc(1024);
  for (let byte = 0; byte < 256; byte++) {
    fanout.writeUInt32BE(sorted.filter(({ oid }) => Number.parseInt(oid.slice(0, 2), 16) <= byte).length, byte * 4);
  }
  const offsets = Buffer.alloc(sorted.length * 4);
  const large: Buffer[] = [];
  for (const [index, { offset }] of sorted.entries()) {
    if (offset < 2 ** 31) {
      offsets.writeUInt32BE(offset, index * 4);
      continue;
    }
    offsets.writeUInt32BE(2 ** 31 + large.length, index * 4);
    const wide = Buffer.alloc(8);
    wide.writeBigUInt64BE(BigInt(offset));
    large.push(wide);
  }
  const ids = sorted.map(({ oid }) => Buffer.from(oid, 'hex'));
  const crcs = Buffer.alloc(sorted.length * 4);
  const start = Buffer.from([0xff, 0x74, 0x4f, 0x63, 0, 0, 0, 2]);
  const body = Buffer.concat([start, fanout, ...ids, crcs, offsets, ...large, checksum]);
  return Buffer.concat([body, createHash('sha1').update(body).digest()]);
}

/** The id of a blob. */
export function blobId(content: Uint8Array | string): string {
  const bytes = Buffer.from(content);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** A delta that puts the content in place of whatever base of `baseLength` bytes; content of at most 127 bytes. */
export function replacingDelta(baseLength: number, content: string): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from([...deltaLength(baseLength), bytes.length, bytes.length]), bytes]);
}

/** A length of at most 14 bits as a delta begins with. */
function deltaLength(length: number): readonly number[] {
  return length < 128 ? [length] : [(length & 127) | 128, length >> 7];
}
