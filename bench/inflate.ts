// CPU time of inflating the blob entries of a repository's largest pack, by the kernel and by Node's zlib:
// node bench/inflate.ts REPOSITORY
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { loadKernel } from '../src/kernel/load-kernel.ts';

const PAGE = 65_536;
const SLACK = 64;
/** Compressed bytes read and measured at a time. */
const BATCH = 16 * 2 ** 20;
const CLASSES = [
  { name: 'below 128 bytes', below: 128 },
  { name: 'below 1 KiB', below: 1024 },
  { name: 'below 64 KiB', below: 65_536 },
  { name: 'larger', below: Infinity },
];

/** Where an entry's zlib stream stands in the pack, and how long its result is. */
interface Entry {
  readonly at: number;
  readonly length: number;
  readonly size: number;
}

/** Reads a pack of less than 2 GiB: gitformat-pack(5). */
function blobEntries(pack: Buffer, index: Buffer): Entry[] {
  const count = index.readUInt32BE(8 + 4 * 255);
  const ids = 8 + 4 * 256;
  const offsets = Float64Array.from({ length: count }, (_, row) => index.readUInt32BE(ids + 24 * count + 4 * row));
  const rowOf = (id: Buffer): number => {
    let low = id[0] === 0 ? 0 : index.readUInt32BE(8 + 4 * (id[0]! - 1));
    let high = index.readUInt32BE(8 + 4 * id[0]!);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (index.compare(id, 0, 20, ids + 20 * middle, ids + 20 * middle + 20) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const entries: Entry[] = [];
  const kinds = new Map<number, number>();
  const sorted = offsets.toSorted();
  for (const [rank, offset] of sorted.entries()) {
    let at = offset;
    let byte = pack[at++]!;
    let kind = (byte >> 4) & 7;
    let size = byte & 15;
    for (let scale = 16; byte >= 128; scale *= 128) {
      byte = pack[at++]!;
      size += (byte & 127) * scale;
    }
    if (kind === 6) {
      byte = pack[at++]!;
      let distance = byte & 127;
      while (byte >= 128) {
        byte = pack[at++]!;
        distance = (distance + 1) * 128 + (byte & 127);
      }
      kind = kinds.get(offset - distance) ?? 0;
    } else if (kind === 7) {
      kind = kinds.get(offsets[rowOf(pack.subarray(at, at + 20))]!) ?? 0;
      at += 20;
    }
    kinds.set(offset, kind);
    if (kind === 3) entries.push({ at, length: (sorted[rank + 1] ?? pack.length - 20) - at, size });
  }
  return entries;
}

/** The largest pack of a repository, and its index. */
function largestPack(repository: string): { pack: Buffer; index: Buffer } {
  const folder = ['objects/pack', '.git/objects/pack']
    .map((path) => join(repository, path))
    .find((path) => existsSync(path));
  if (folder === undefined) throw new Error(`No packs in ${repository}.`);
  const [largest] = readdirSync(folder)
    .filter((name) => name.endsWith('.pack'))
    .map((name) => ({ path: join(folder, name), size: statSync(join(folder, name)).size }))
    .sort((a, b) => b.size - a.size);
  if (largest === undefined) throw new Error(`No packs in ${folder}.`);
  return { pack: readFileSync(largest.path), index: readFileSync(largest.path.replace(/\.pack$/, '.idx')) };
}

const [repository] = process.argv.slice(2);
if (repository === undefined) {
  process.stderr.write('usage: node bench/inflate.ts REPOSITORY\n');
  process.exit(2);
}
const kernel = loadKernel();
if (kernel === undefined) {
  process.stderr.write('dist/kernel.wasm is missing: node tools/build-kernel.ts makes it.\n');
  process.exit(2);
}

const { pack, index } = largestPack(repository);
const entries = blobEntries(pack, index);
const largest = entries.reduce((most, { size }) => Math.max(most, size), 0);
const longest = entries.reduce((most, { length }) => Math.max(most, length), 0);
const source = kernel.heapBase();
const target = source + BATCH + longest + SLACK;
const missing = target + largest + SLACK - kernel.memory.buffer.byteLength;
if (missing > 0) kernel.memory.grow(Math.ceil(missing / PAGE));
const memory = new Uint8Array(kernel.memory.buffer);

const seconds = (work: () => void): number => {
  const begun = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(begun);
  return (user + system) / 1e6;
};

const tallies = CLASSES.map(({ name }) => ({ name, entries: 0, bytes: 0, kernel: 0, zlib: 0 }));
for (let first = 0; first < entries.length;) {
  const batch: (Entry & { readonly from: number })[] = [];
  for (let end = source; first < entries.length && end < source + BATCH; first++) {
    const entry = entries[first]!;
    memory.set(pack.subarray(entry.at, entry.at + entry.length), end);
    batch.push({ ...entry, from: end });
    end += entry.length;
  }
  for (const [rank, { below }] of CLASSES.entries()) {
    const above = CLASSES[rank - 1]?.below ?? 0;
    const chosen = batch.filter(({ length }) => length >= above && length < below);
    const tally = tallies[rank]!;
    tally.entries += chosen.length;
    tally.bytes += chosen.reduce((sum, { size }) => sum + size, 0);
    tally.kernel += seconds(() => {
      for (const { from, length, size } of chosen) {
        if (kernel.inflate(from, length, target, size) !== size)
          throw new Error(`An entry of ${size} bytes is damaged.`);
      }
    });
    tally.zlib += seconds(() => {
      for (const { at, length, size } of chosen) {
        const { length: got } = inflateSync(pack.subarray(at, at + length), { chunkSize: Math.max(64, size + 1) });
        if (got !== size) throw new Error(`An entry of ${size} bytes is damaged.`);
      }
    });
  }
}

const total = tallies.reduce((sum, tally) => ({
  name: 'all',
  entries: sum.entries + tally.entries,
  bytes: sum.bytes + tally.bytes,
  kernel: sum.kernel + tally.kernel,
  zlib: sum.zlib + tally.zlib,
}));
process.stdout.write('compressed        entries         MB     kernel s    MB/s       zlib s    MB/s\n');
for (const { name, entries: count, bytes, kernel: ours, zlib } of [...tallies, total]) {
  const figures = [ours, zlib].map(
    (time) => `${time.toFixed(3).padStart(12)} ${(bytes / 1e6 / time).toFixed(0).padStart(7)}`,
  );
  process.stdout.write(
    `${name.padEnd(15)} ${String(count).padStart(9)} ${(bytes / 1e6).toFixed(1).padStart(10)} ${figures.join(' ')}\n`,
  );
}
