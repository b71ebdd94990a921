import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { EntryReader } from '../../../src/git/pack/entry-reader.ts';
import { LOOSE, OBJECT_PROBLEM, OBJECT_TYPE, SATURATED } from '../../../src/git/pack/object-table.ts';
import type { ObjectTable } from '../../../src/git/pack/object-table.ts';
import { fixtureAt, gitFixture, temporaryFolder } from '../../support/git-fixture.ts';
import type { GitFixture } from '../../support/git-fixture.ts';
import { addHistory, historyFixture } from './history-fixture.ts';
import { expectSound, objectsOf, readTable } from './read-table.ts';
import { blobId, replacingDelta, writePack } from './write-pack.ts';
import type { WrittenEntry } from './write-pack.ts';

const BASE = 'the base, which is a little longer than what is made of it';
const [one, two, three] = ['first', 'second', 'third'].map((text) => blobId(text));
const baseId = blobId(BASE);
const whole = (text: string): WrittenEntry => ({ oid: blobId(text), type: 3, content: Buffer.from(text) });
/** An entry for the text as a delta on the object with this id. */
const onId = (text: string, base: string | undefined): WrittenEntry => ({
  oid: blobId(text),
  type: 7,
  base: base ?? '',
  content: replacingDelta(BASE.length, text),
});

const onOffset = (text: string, distance: number): WrittenEntry => ({ ...onId(text, ''), type: 6, distance });

const problemOf = (table: ObjectTable, oid: string | undefined): number | undefined =>
  table.columns.problems[table.indexOfHex(oid ?? '')];
const typeOf = (table: ObjectTable, oid: string | undefined): number | undefined =>
  table.columns.types[table.indexOfHex(oid ?? '')];
const baseOf = (table: ObjectTable, oid: string | undefined): string | undefined => {
  const base = table.columns.bases[table.indexOfHex(oid ?? '')] ?? -1;
  return base < 0 ? undefined : table.oid(base);
};

async function read(objects: string): Promise<ObjectTable> {
  const { table, gaps } = await readTable([objects]);
  expect(gaps).toEqual([]);
  expectSound(table);
  return table;
}

test('deltas by id on what stands before, behind, in another pack, or loose', async () => {
  const repo = gitFixture();
  const objects = objectsOf(repo);
  writePack(objects, 'a', [onId('first', baseId), whole(BASE), onId('second', one)]);
  writePack(objects, 'b', [onId('third', two), onId('fourth', repo.dangle('a loose object'))]);
  const table = await read(objects);
  for (const oid of [one, two, three, blobId('fourth')]) expect(typeOf(table, oid)).toBe(OBJECT_TYPE.blob);
  expect(baseOf(table, three)).toBe(two);
  expect(table.columns.packOf[table.indexOfHex(blobId('a loose object'))]).toBe(LOOSE);
});

test('deltas on themselves, on each other and on nothing are left to git', async () => {
  const objects = objectsOf(gitFixture());
  const tail = blobId('tail');
  const entries = [onId('first', two), onId('second', one), onId('tail', one), onId('third', three)];
  writePack(objects, 'a', [...entries, onId('lost', 'ab'.repeat(20)), onId('on the lost', blobId('lost'))]);
  const table = await read(objects);
  expect([one, two, three].map((oid) => problemOf(table, oid))).toEqual([4, 4, 4].map(() => OBJECT_PROBLEM.cycle));
  expect([tail, blobId('lost'), blobId('on the lost')].map((oid) => problemOf(table, oid))).toEqual(
    [4, 4, 4].map(() => OBJECT_PROBLEM.base),
  );
  expect(table.problemRows()).toHaveLength(6);
});

test('copies in two packs that are deltas on each other give way to one that is not', async () => {
  const objects = objectsOf(gitFixture());
  writePack(objects, 'a', [onId('first', two), onId('tail', one), whole(BASE), whole('x')]);
  writePack(objects, 'b', [onId('second', one), onId('more', two)]);
  expect(problemOf((await readTable([objects])).table, one)).toBe(OBJECT_PROBLEM.cycle);
  writePack(objects, 'c', [whole('second')]);
  const table = await read(objects);
  expect(table.problemRows()).toHaveLength(0);
  expect(baseOf(table, one)).toBe(two);
  expect(baseOf(table, two)).toBeUndefined();
  expect(table.columns.packs[table.columns.packOf[table.indexOfHex(two ?? '')] ?? 0]).toMatch(/pack-c\.pack$/);
});

test('a cycle is opened by a copy that is a delta on something else, or by a loose one', async () => {
  const objects = objectsOf(gitFixture());
  writePack(objects, 'a', [onId('first', two), onId('second', one), whole(BASE)]);
  writePack(objects, 'b', [onId('first', baseId)]);
  expect(baseOf(await read(objects), one)).toBe(baseId);

  const repo = gitFixture();
  writePack(objectsOf(repo), 'a', [onId('first', two), onId('second', one), onId('tail', two)]);
  const loose = gitFixture();
  loose.dangle('second');
  const { table, gaps } = await readTable([objectsOf(repo), objectsOf(loose)]);
  expect(gaps).toEqual([]);
  expectSound(table);
  expect(table.problemRows()).toHaveLength(0);
  expect(table.columns.packOf[table.indexOfHex(two ?? '')]).toBe(LOOSE);
  expect(table.columns.offsets[table.indexOfHex(two ?? '')]).toBe(1);
});

test('a damaged copy gives way to a good one, in a pack or loose', async () => {
  const objects = objectsOf(gitFixture());
  const damaged = [whole('first'), whole('second'), whole('third')].map((entry) => ({ ...entry, type: 5 }));
  writePack(objects, 'a', [...damaged, whole(BASE)]);
  writePack(objects, 'b', [whole('first')]);
  const loose = gitFixture();
  loose.dangle('second');
  const { table } = await readTable([objects, objectsOf(loose)]);
  expect([one, two, three].map((oid) => problemOf(table, oid))).toEqual([0, 0, OBJECT_PROBLEM.header]);
});

test('offsets outside of the pack, or given twice, are not followed', async () => {
  const objects = objectsOf(gitFixture());
  const texts = ['a', 'b', 'c', 'd', 'e'];
  writePack(objects, 'a', texts.map(whole), ([first = 0, second = 0]) => [first, second, 2 ** 40, 4, second]);
  const table = await read(objects);
  const [a, b, c, d, e] = texts.map((text) => problemOf(table, blobId(text)));
  const { none, offset } = OBJECT_PROBLEM;
  expect([a, c, d]).toEqual([none, offset, offset]);
  // Of two at one place one is the true one; which, only their ids could tell.
  expect(new Set([b, e])).toEqual(new Set([none, offset]));
});

test('a header that goes on into the next entry is none', async () => {
  const objects = objectsOf(gitFixture());
  const entries = [whole(BASE), onId('first', baseId), whole('second')];
  writePack(objects, 'a', entries, ([start = 0, delta = 0]) => [start, delta, delta + 5]);
  expect(problemOf(await read(objects), one)).toBe(OBJECT_PROBLEM.header);
});

test('an object that stands twice in one pack is one row', async () => {
  const objects = objectsOf(gitFixture());
  const [first] = writePack(objects, 'a', [whole('first'), whole('first'), whole('second')]);
  const table = await read(objects);
  expect(table.length).toBe(2);
  expect(table.columns.offsets[table.indexOfHex(one ?? '')]).toBe(first);
});

test('a size that no deflated data of that length can have is a lie', async () => {
  const objects = objectsOf(gitFixture());
  writePack(objects, 'a', [{ ...whole('first'), size: 2 ** 40 }, { ...whole('second'), size: 20_000 }, whole('third')]);
  const table = await read(objects);
  expect([one, two, three].map((oid) => problemOf(table, oid))).toEqual([3, 3, 0]);
});

test('deltas by offset on what is no entry', async () => {
  const objects = objectsOf(gitFixture());
  writePack(objects, 'a', [whole(BASE), onOffset('first', 3), onOffset('second', 10_000), onOffset('third', 1)]);
  const table = await read(objects);
  expect([one, two, three].map((oid) => problemOf(table, oid))).toEqual([4, 4, 4]);
});

test('deltas by offset on what stands before the pack, in its first entry', async () => {
  const objects = objectsOf(gitFixture());
  writePack(objects, 'a', [onOffset('first', 5000), whole('second')]);
  const table = await read(objects);
  expect([one, two].map((oid) => problemOf(table, oid))).toEqual([OBJECT_PROBLEM.base, OBJECT_PROBLEM.none]);
});

test('places beyond 4 GiB', async () => {
  const objects = objectsOf(gitFixture());
  const far = 5 * 2 ** 30;
  const entries = [whole(BASE), { ...onOffset('first', far - 12), at: far }, whole('second')];
  const offsets = writePack(objects, 'a', entries);
  const table = await read(objects);
  const row = table.indexOfHex(one ?? '');
  expect(table.columns.offsets[row]).toBe(far);
  expect(baseOf(table, one)).toBe(baseId);
  expect(table.columns.lengths[table.indexOfHex(baseId)]).toBe(SATURATED);
  const reader = new EntryReader(table.columns.packs, table.columns.folders);
  const last = table.indexOfHex(two ?? '');
  expect(table.columns.offsets[last]).toBe(offsets[2]);
  const bytes = new Uint8Array(table.columns.lengths[last] ?? 0);
  expect(reader.read(0, offsets[2] ?? 0, bytes.length, bytes, 0)).toBe(bytes.length);
  expect(inflateSync(bytes.subarray(1)).toString('latin1')).toBe('second');
  reader.close();
});

/** A pack of deltas beside some loose objects, made once: tests work on copies. */
const template = mkdtempSync(join(tmpdir(), 'bitting-test-'));
afterAll(() => rmSync(template, { recursive: true, force: true }));

/** A copy of that; gives the path of its pack without ending. */
function packed(): { readonly repo: GitFixture; readonly stem: string } {
  if (readdirSync(template).length === 0) {
    const made = historyFixture({ commits: 20 });
    made.git('repack', '-adfq', '--window=20');
    addHistory(made, 'refs/heads/loose', 2, 2);
    cpSync(made.path, template, { recursive: true });
  }
  const path = temporaryFolder();
  cpSync(template, path, { recursive: true });
  const repo = fixtureAt(path);
  const [name = ''] = readdirSync(join(objectsOf(repo), 'pack')).filter((each) => each.endsWith('.pack'));
  return { repo, stem: join(objectsOf(repo), 'pack', name.slice(0, -5)) };
}

test.each([
  ['an index that is gone', (stem: string) => rmSync(`${stem}.idx`), 'have no index'],
  ['a pack that is gone', (stem: string) => rmSync(`${stem}.pack`), 'packs that are not there'],
  ['an index of no length', (stem: string) => writeFileSync(`${stem}.idx`, ''), 'have no index'],
  ['an index of another version', (stem: string) => patch(`${stem}.idx`, 7, 9), 'have no index'],
  ['an index that claims 4 billion objects', (stem: string) => patch(`${stem}.idx`, 8 + 1020, 0xff), 'have no index'],
  ['an index with ids in no order', (stem: string) => patch(`${stem}.idx`, 1032, 0xff), 'have no index'],
  ['an index with an offset beyond its table', breakOffset, 'it gives an offset that is not in its table'],
  ['an index with a wrong checksum', (stem: string) => patch(`${stem}.idx`, -1, 0xaa), 'Indexes of packs are damaged'],
  ['an index of another pack', (stem: string) => patch(`${stem}.pack`, -1, 0xaa), 'could not be read directly'],
  ['a pack with another count', (stem: string) => patch(`${stem}.pack`, 11, 0xaa), 'could not be read directly'],
  ['a pack of another version', (stem: string) => patch(`${stem}.pack`, 7, 0xaa), 'could not be read directly'],
  [
    'a pack that is none',
    (stem: string) => writeFileSync(`${stem}.pack`, 'no pack at all'),
    'could not be read directly',
  ],
  ['a pack that is a link', link, 'it is a symbolic link'],
  ['a pack that is a pipe', pipe, 'it is not a regular file'],
  [
    'an index that is a folder',
    (stem: string) => (rmSync(`${stem}.idx`), mkdirSync(`${stem}.idx`)),
    'not a regular file',
  ],
])('%s is reported', async (_, harm, expected) => {
  const { repo, stem } = packed();
  const loose = repo.git('rev-parse', 'loose');
  harm(stem);
  const { table, gaps } = await readTable([objectsOf(repo)]);
  expect(gaps).toHaveLength(1);
  expect(`${gaps[0]?.what} ${gaps[0]?.examples?.join(' ')}`).toContain(expected);
  expectSound(table);
  // What stands elsewhere is read all the same.
  expect(typeOf(table, loose)).toBe(OBJECT_TYPE.commit);
});

function patch(path: string, at: number, value: number): void {
  const bytes = readFileSync(path);
  const index = at < 0 ? bytes.length + at : at;
  bytes[index] = (bytes[index] ?? 0) === value ? value ^ 1 : value;
  writeFileSync(path, bytes, { flag: 'r+' });
}

/** Makes the first offset one of 64 bits, of which there are none. */
function breakOffset(stem: string): void {
  const index = readFileSync(`${stem}.idx`);
  patch(`${stem}.idx`, 1032 + index.readUInt32BE(1028) * 24, 0x80);
}

function link(stem: string): void {
  const elsewhere = join(temporaryFolder(), 'elsewhere');
  renameSync(`${stem}.pack`, elsewhere);
  symlinkSync(elsewhere, `${stem}.pack`);
}

function pipe(stem: string): void {
  rmSync(`${stem}.pack`);
  execFileSync('mkfifo', [`${stem}.pack`]);
}

test('objects of a pack that cannot be used are named for git', async () => {
  const { repo, stem } = packed();
  const count = (await readTable([objectsOf(repo)])).table.length;
  const packedCommit = repo.git('rev-parse', 'main~3');
  const size = readFileSync(`${stem}.pack`).length;
  truncateSync(`${stem}.pack`, size - 10);
  const { table, gaps } = await readTable([objectsOf(repo)]);
  expect(table.length).toBe(count);
  expect(gaps[0]?.count).toBe(table.problemRows().length);
  expect(problemOf(table, packedCommit)).toBe(OBJECT_PROBLEM.pack);
});

test('loose files that are no objects', async () => {
  const repo = gitFixture();
  const objects = objectsOf(repo);
  const good = repo.dangle('good');
  const put = (first: string, bytes: Uint8Array | string): string => {
    const oid = first.repeat(20);
    mkdirSync(join(objects, first), { recursive: true });
    writeFileSync(join(objects, first, oid.slice(2)), bytes);
    return oid;
  };
  const oids = [
    put('01', ''),
    put('02', 'no zlib data'),
    put('03', deflateSync('blub 5\0hello')),
    put('04', deflateSync('blob 99999999999999999999\0hello')),
    put('05', deflateSync(`blob ${'0'.repeat(100_000)}5\0hello`)),
    put('06', deflateSync('')),
  ];
  mkdirSync(join(objects, '07', '07'.repeat(19)), { recursive: true });
  mkdirSync(join(objects, '08'));
  symlinkSync(join(objects, good.slice(0, 2), good.slice(2)), join(objects, '08', '08'.repeat(19)));
  writeFileSync(join(objects, '08', 'not-an-id'), 'x');
  const table = await read(objects);
  expect(table.length).toBe(oids.length + 3);
  for (const oid of [...oids, '07'.repeat(20), '08'.repeat(20)])
    expect(problemOf(table, oid)).toBe(OBJECT_PROBLEM.loose);
  expect(typeOf(table, good)).toBe(OBJECT_TYPE.blob);
});

test('a folder of objects that cannot be listed is reported', async () => {
  const objects = objectsOf(gitFixture());
  writeFileSync(join(objects, 'ab'), 'a file');
  const { gaps } = await readTable([objects]);
  expect(gaps).toMatchObject([{ outcome: 'unreadable', examples: [expect.stringContaining('ab')] }]);
});

test('whatever bit is flipped and wherever a file ends, nothing is thrown and the table stays sound', async () => {
  const { repo, stem } = packed();
  repo.git('multi-pack-index', 'write');
  const multi = join(objectsOf(repo), 'pack', 'multi-pack-index');
  const files = [`${stem}.idx`, `${stem}.pack`, multi];
  const originals = files.map((file) => readFileSync(file));
  for (const file of files) execFileSync('chmod', ['u+w', file]);
  const harms = fc.record({
    file: fc.nat(2),
    at: fc.double({ min: 0, max: 0.999_999, noNaN: true }),
    bit: fc.nat(7),
    cut: fc.boolean(),
    /** Most of what matters stands at the beginning of a file. */
    early: fc.boolean(),
    noIndex: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(harms, async ({ file, at, bit, cut, early, noIndex }) => {
      const original = originals[file] ?? Buffer.alloc(0);
      const position = Math.floor(at * (early ? Math.min(1200, original.length) : original.length));
      const bytes = Buffer.from(cut ? original.subarray(0, position) : original);
      if (!cut) bytes[position] = (bytes[position] ?? 0) ^ (1 << bit);
      writeFileSync(files[file] ?? '', bytes);
      // The one is read only where the other cannot be used.
      if (file === 0) rmSync(multi);
      if (noIndex && file === 2) rmSync(files[0] ?? '');
      try {
        const { table, gaps } = await readTable([objectsOf(repo)]);
        expectSound(table);
        // Harm to the index cannot go unnoticed: it is hashed.
        if (file === 0) expect(gaps.length).toBeGreaterThan(0);
      } finally {
        for (const [index, each] of originals.entries()) writeFileSync(files[index] ?? '', each);
      }
    }),
    { numRuns: 100 },
  );
});
