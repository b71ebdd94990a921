import { readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyHeader, parseEntryHeader } from '../../../src/git/pack/entry-header.ts';
import { EntryReader } from '../../../src/git/pack/entry-reader.ts';
import { parseLooseHeader } from '../../../src/git/pack/loose-objects.ts';
import { temporaryFolder } from '../../support/git-fixture.ts';
import { historyFixture } from './history-fixture.ts';
import { objectsOf, readTable, typeName } from './read-table.ts';

const MIB = 1024 * 1024;

/** A file of random bytes. */
function randomFile(name: string, length: number): { readonly path: string; readonly bytes: Buffer } {
  const path = join(temporaryFolder(), name);
  const bytes = Buffer.alloc(length);
  for (let index = 0, state = length; index < length; index++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[index] = state >>> 16;
  }
  writeFileSync(path, bytes);
  return { path, bytes };
}

test('gives the bytes of the file, whatever is read in whatever order', () => {
  // Together more than is kept.
  const files = [randomFile('a', 15 * MIB + 7), randomFile('b', 9 * MIB)];
  const reader = new EntryReader(
    files.map(({ path }) => path),
    [],
  );
  const reads = fc.array(
    fc.record({
      pack: fc.nat(1),
      offset: fc.oneof(
        fc.nat(15 * MIB),
        fc.nat(40).map((block) => block * 256 * 1024),
      ),
      length: fc.oneof(fc.nat(2000), fc.nat(2 * MIB)),
    }),
  );
  const target = new Uint8Array(2 * MIB + 10);
  fc.assert(
    fc.property(reads, (list) => {
      for (const { pack, offset, length } of list) {
        target[5 + length] = 77;
        const count = reader.read(pack, offset, length, target, 5);
        const expected = files[pack]?.bytes.subarray(offset, offset + length) ?? Buffer.alloc(0);
        expect(count).toBe(expected.length);
        expect(expected.equals(target.subarray(5, 5 + count))).toBe(true);
        expect(target[5 + length]).toBe(77);
      }
    }),
    { numRuns: 60 },
  );
  reader.close();
});

test('more packs than are kept open', () => {
  const folder = temporaryFolder();
  const paths = Array.from({ length: 150 }, (_, index) => join(folder, `${index}`));
  for (const [index, path] of paths.entries()) writeFileSync(path, `pack number ${index}.`);
  const reader = new EntryReader(paths, []);
  const target = Buffer.alloc(100);
  for (const index of [...paths.keys(), ...paths.keys()]) {
    const length = reader.read(index, 5, 95, target, 0);
    expect(target.toString('latin1', 0, length)).toBe(`number ${index}.`);
  }
  reader.close();
});

test('entries and loose objects inflate to what git has', async () => {
  const repo = historyFixture();
  repo.git('repack', '-adfq', '--window=20');
  repo.dangle('loose content');
  const { table } = await readTable([objectsOf(repo)]);
  const { columns } = table;
  const reader = new EntryReader(columns.packs, columns.folders);
  const header = emptyHeader();
  const seen = { packed: 0, loose: 0 };
  for (let row = 0; row < table.length; row++) {
    const length = columns.lengths[row] ?? 0;
    const bytes = new Uint8Array(length);
    const isLoose = columns.packOf[row] === 0xffff;
    if (isLoose) {
      expect(reader.readLoose(columns.offsets[row] ?? 0, table.oid(row), length, bytes, 0)).toBe(length);
      const inflated = inflateSync(bytes);
      expect(parseLooseHeader(inflated)).toEqual({ type: columns.types[row], size: columns.sizes[row], dataAt: 8 });
      expect(inflated.toString('latin1', 8)).toBe('loose content');
      seen.loose++;
      continue;
    }
    expect(reader.read(columns.packOf[row] ?? 0, columns.offsets[row] ?? 0, length, bytes, 0)).toBe(length);
    expect(parseEntryHeader(bytes, 0, length, table.idBytes, header)).toBe(true);
    const content = inflateSync(bytes.subarray(header.dataAt));
    expect(content).toHaveLength(columns.sizes[row] ?? -1);
    if (header.type > 4 || seen.packed % 10 !== 0) continue;
    const type = typeName(columns.types[row] ?? 0);
    expect(content.toString('latin1').trimEnd()).toBe(
      Buffer.from(repo.git('cat-file', type, table.oid(row)), 'utf8').toString('latin1'),
    );
    seen.packed++;
  }
  reader.close();
  expect(seen.loose).toBe(1);
  expect(seen.packed).toBeGreaterThan(0);
});

test('a file that is gone, a link or a folder is named by the error', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'pack-1.pack');
  const reader = new EntryReader([path], [folder]);
  const read = (): number => reader.read(0, 0, 10, new Uint8Array(10), 0);
  expect(read).toThrow(`${path} could not be read: it is not there.`);
  writeFileSync(join(folder, 'other'), 'some other bytes');
  symlinkSync(join(folder, 'other'), path);
  expect(read).toThrow('it is a symbolic link');
  const oid = 'ab'.repeat(20);
  expect(() => reader.readLoose(0, oid, 10, new Uint8Array(10), 0)).toThrow(join(folder, 'ab', oid.slice(2)));
  rmSync(path);
  writeFileSync(path, 'its own bytes');
  expect(read()).toBe(10);
  rmSync(path);
  // What is open stays open, as the system has it.
  expect(reader.read(0, 4, 9, new Uint8Array(9), 0)).toBe(9);
  reader.close();
  expect(read).toThrow('it is not there');
});

test('a pack that became shorter gives fewer bytes', () => {
  const { path } = randomFile('short', 600_000);
  const reader = new EntryReader([path], []);
  expect(reader.read(0, 0, 10, new Uint8Array(10), 0)).toBe(10);
  truncateSync(path, 300_000);
  expect(reader.read(0, 290_000, 20_000, new Uint8Array(20_000), 0)).toBe(10_000);
  expect(reader.read(0, 500_000, 20_000, new Uint8Array(20_000), 0)).toBe(0);
  expect(readFileSync(path)).toHaveLength(300_000);
  reader.close();
});
