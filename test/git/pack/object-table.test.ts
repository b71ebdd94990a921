import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LOOSE, ObjectTable } from '../../../src/git/pack/object-table.ts';
import { gitFixture, runGit, temporaryFolder, fixtureAt } from '../../support/git-fixture.ts';
import type { GitFixture } from '../../support/git-fixture.ts';
import { addHistory, historyFixture } from './history-fixture.ts';
import { askGit, byOid, expectSound, objectsOf, readTable, rowsOf } from './read-table.ts';

const packNames = (repo: GitFixture): string[] =>
  readdirSync(join(objectsOf(repo), 'pack')).filter((name) => name.endsWith('.pack'));

/** Every row as git has it. Where an object stands twice git may take the other copy: then see the tests below. */
async function expectAsGit(repo: GitFixture, format: 'sha1' | 'sha256' = 'sha1'): Promise<ObjectTable> {
  const { table, gaps } = await readTable([objectsOf(repo)], format);
  expect(gaps).toEqual([]);
  expect(table.problemRows()).toHaveLength(0);
  expect(byOid(rowsOf(table))).toEqual(byOid(askGit(repo)));
  expectSound(table);
  return table;
}

test('an empty repository has an empty table', async () => {
  const { table, gaps } = await readTable([objectsOf(gitFixture())]);
  expect(table).toHaveLength(0);
  expect(table.indexOfHex('4b825dc642cb6eb9a060e54bf8d69288fbee4904')).toBe(-1);
  expect(gaps).toEqual([]);
});

test('one pack, deltas by offset', async () => {
  const repo = historyFixture();
  repo.git('repack', '-adfq', '--depth=50', '--window=20');
  const table = await expectAsGit(repo);
  expect(table.columns.bases.filter((base) => base >= 0).length).toBeGreaterThan(30);
  expect([...table.columns.offsets]).toEqual([...table.columns.offsets].sort((a, b) => a - b));
  expect(table.indexOfHex('ab'.repeat(20))).toBe(-1);
  expect(table.indexOfHex('zz')).toBe(-1);
});

test('deltas by id', async () => {
  const repo = historyFixture();
  repo.git('config', 'repack.useDeltaBaseOffset', 'false');
  repo.git('repack', '-adfq', '--depth=50', '--window=20');
  await expectAsGit(repo);
});

test.each(['--index-version=1', '--index-version=2', '--index-version=2,0x1000'])(
  'an index written with %s',
  async (option) => {
    const repo = historyFixture();
    repo.git('repack', '-adfq', '--window=20');
    const [pack = ''] = packNames(repo);
    const path = join(objectsOf(repo), 'pack', pack);
    rmSync(path.replace(/pack$/, 'idx'));
    repo.git('index-pack', option, path);
    await expectAsGit(repo);
  },
);

test('ids of SHA-256', async () => {
  const repo = historyFixture({ init: ['--object-format=sha256'] });
  await expectAsGit(repo, 'sha256');
  repo.git('repack', '-adfq', '--window=20');
  repo.dangle('loose');
  await expectAsGit(repo, 'sha256');
});

test('loose objects of every type', async () => {
  const repo = gitFixture();
  repo.write('a/b.txt', 'x'.repeat(5000));
  repo.write('empty', '');
  repo.commit('one');
  repo.git('tag', '-a', 'v1', '-m', 'one');
  const table = await expectAsGit(repo);
  expect([...table.columns.packOf]).toEqual(Array.from({ length: table.length }, () => LOOSE));
  const row = table.indexOfHex(repo.git('rev-parse', 'HEAD:a/b.txt'));
  expect(table.columns.sizes[row]).toBe(5000);
});

test('several packs and loose objects', async () => {
  const repo = historyFixture();
  repo.git('repack', '-dq', '--window=20');
  for (const seed of [2, 3]) {
    addHistory(repo, `refs/heads/other${seed}`, seed, 60);
    repo.git('repack', '-dq', '--window=20');
  }
  addHistory(repo, 'refs/heads/loose', 4, 3);
  const table = await expectAsGit(repo);
  expect(table.columns.packs.length).toBeGreaterThanOrEqual(3);
  expect(table.columns.packOf).toContain(LOOSE);
});

test('an object stored more than once is one row, of a copy that git has too', async () => {
  const repo = historyFixture();
  repo.git('repack', '-adfq', '--window=20');
  const [first = ''] = packNames(repo);
  const some = repo
    .git('rev-list', '--objects', '--all')
    .split('\n')
    .filter((_, index) => index % 3 === 0);
  const folder = join(objectsOf(repo), 'pack', 'pack');
  runGit(
    repo.path,
    ['pack-objects', '--quiet', '--window=5', folder],
    some.map((line) => line.slice(0, 40)).join('\n'),
  );
  const names = packNames(repo);
  expect(names).toHaveLength(2);
  const { table, gaps } = await readTable([objectsOf(repo)]);
  expect(gaps).toEqual([]);
  expectSound(table);
  const asked = byOid(askGit(repo));
  expect(byOid(rowsOf(table)).map(({ oid, type }) => [oid, type])).toEqual(asked.map(({ oid, type }) => [oid, type]));
  // The larger pack has them all.
  expect(table.columns.packs[0]).toContain(first);
  expect(table.columns.packOf.every((pack) => pack === 0)).toBe(true);
});

test('packed copies are preferred to loose ones', async () => {
  const repo = historyFixture({ commits: 5 });
  expect(packNames(repo)).toEqual([]);
  repo.git('repack', '-aq');
  const { table } = await readTable([objectsOf(repo)]);
  expect(table.length).toBe(askGit(repo).length);
  expect(table.columns.packOf.every((pack) => pack === 0)).toBe(true);
});

test('objects of a shared clone stand in the folders of both', async () => {
  const repo = historyFixture();
  repo.git('repack', '-adfq', '--window=20');
  const path = join(temporaryFolder(), 'clone');
  runGit(repo.path, ['clone', '--quiet', '--shared', repo.path, path]);
  const clone = fixtureAt(path);
  clone.write('new.txt', 'only here');
  clone.commit('more');
  addHistory(clone, 'refs/heads/more', 5, 60);
  clone.git('repack', '-dlq');
  const { table, gaps } = await readTable([objectsOf(clone), objectsOf(repo)]);
  expect(gaps).toEqual([]);
  expect(byOid(rowsOf(table))).toEqual(byOid(askGit(clone)));
  expectSound(table);
});

test('a multi-pack-index stands in for an index that is gone', async () => {
  const repo = historyFixture();
  repo.git('repack', '-dq');
  addHistory(repo, 'refs/heads/other', 2, 60);
  repo.git('repack', '-dq');
  const before = askGit(repo);
  repo.git('multi-pack-index', 'write');
  await expectAsGit(repo);
  for (const name of packNames(repo)) rmSync(join(objectsOf(repo), 'pack', name.replace(/pack$/, 'idx')));
  const { table, gaps } = await readTable([objectsOf(repo)]);
  expect(gaps).toEqual([]);
  expect(byOid(rowsOf(table))).toEqual(byOid(before));
  expectSound(table);
});

test('a table made of the columns of another, as a worker makes it, finds the same rows', async () => {
  const repo = historyFixture({ commits: 5 });
  const { table } = await readTable([objectsOf(repo)]);
  const copy = new ObjectTable(structuredClone(table.columns));
  expect(rowsOf(copy)).toEqual(rowsOf(table));
  expect(copy.columns.oids.buffer).toBeInstanceOf(SharedArrayBuffer);
  const bytes = Buffer.from(`ffff${table.oid(1)}`, 'hex');
  expect(copy.indexOf(bytes, 2)).toBe(1);
});

test('stops when it is told to', async () => {
  const repo = historyFixture({ commits: 5 });
  const { openObjectTable } = await import('../../../src/git/pack/open-object-table.ts');
  const stopped = AbortSignal.abort(new Error('enough'));
  await expect(openObjectTable([objectsOf(repo)], 'sha1', () => {}, stopped)).rejects.toThrow('enough');
});
