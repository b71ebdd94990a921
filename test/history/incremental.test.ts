import * as fc from 'fast-check';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { gitFixture, runGit, temporaryFolder } from '../support/git-fixture.ts';
import type { GitFixture } from '../support/git-fixture.ts';
import { addHistory, historyFixture } from '../git/pack/history-fixture.ts';
import { GrowingRepository, STEPS } from './support/growing-repository.ts';
import { openRecords } from './support/open-records.ts';
import { readHistory } from './support/read-history.ts';

/** More repositories are tried where more time is given. */
const RUNS = Number(process.env['HISTORY_RUNS'] ?? 3);

// Starts git many times, which takes long on a busy machine.
vi.setConfig({ testTimeout: 90_000 + RUNS * 30_000 });

const steps = fc.array(fc.record({ step: fc.constantFrom(...STEPS), seed: fc.integer({ min: 1, max: 2 ** 30 }) }), {
  minLength: 4,
  maxLength: 9,
});

/** Objects that the repository has, whatever holds them. */
function objects(repo: GitFixture): readonly string[] {
  return repo.git('cat-file', '--batch-all-objects', '--batch-check=%(objectname)').split('\n');
}

/** A commit on top of a branch that holds something in a file and in its message. */
function addNeedles(repo: GitFixture, branch = 'refs/heads/main'): void {
  const text = 'a line\nkey = NEEDLE_in_a_file\n';
  const stream = [
    `commit ${branch}\ncommitter Ada <ada@example.org> 1800000000 +0000\ndata 11\nNEEDLE_said`,
    `from ${branch}^0\nM 100644 inline folder/sub/.env\ndata ${text.length}\n${text}\n`,
  ];
  runGit(repo.path, ['fast-import', '--quiet'], stream.join('\n'));
}

/** {@link historyFixture}, with something to find. */
function needleFixture(options?: Parameters<typeof historyFixture>[0]): GitFixture {
  const repo = historyFixture(options);
  addNeedles(repo);
  return repo;
}

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 4;
  return changed;
}

describe('a history read with a store', () => {
  it('is told as without one, whatever happened to the repository since', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (happened) => {
        const repository = new GrowingRepository();
        const { records, warnings } = await openRecords(temporaryFolder());
        repository.apply('commits', 1);
        for (const { step, seed } of [{ step: 'commits' as const, seed: 2 }, ...happened]) {
          repository.apply(step, seed);
          const cold = await readHistory(repository.path);
          const warm = await readHistory(repository.path, { records });
          expect(warm.account, `after ${step}`).toEqual(cold.account);
          const again = await readHistory(repository.path, { records });
          expect(again.account, `again after ${step}`).toEqual(cold.account);
          expect(again.work.units).toBe(0);
        }
        expect(warnings).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it.each([['sha1'], ['sha256']])('reads only objects that are new (%s)', async (format) => {
    const repo = needleFixture({ init: [`--object-format=${format}`] });
    repo.git('repack', '-adfq');
    const { records, saves } = await openRecords(temporaryFolder());
    const before = objects(repo);
    const first = await readHistory(repo.path, { records });
    expect(first.work.objects).toBe(before.length);
    addHistory(repo, 'refs/heads/more', 7, 3);
    const added = objects(repo).length - before.length;
    const second = await readHistory(repo.path, { records });
    expect(second.work.objects).toBe(added);
    expect(second.account).toEqual((await readHistory(repo.path)).account);
    repo.git('repack', '-adfq', '--depth=5');
    const third = await readHistory(repo.path, { records });
    expect(third.work).toEqual({ objects: 0, context: 0, units: 0, batches: 0 });
    expect(third.account).toEqual(second.account);
    expect(saves()).toBe(2);
  });

  it('builds no more of what was read than new objects stand on', async () => {
    const repo = needleFixture({ commits: 60 });
    repo.git('repack', '-adfq', '--depth=50', '--window=20');
    const { records } = await openRecords(temporaryFolder());
    const { work } = await readHistory(repo.path, { records });
    repo.git('checkout', '-q', 'main');
    repo.write('folder1/file0.txt', `${repo.git('show', 'main:folder1/file0.txt')}\nNEEDLE_new`);
    repo.commit('one more');
    repo.git('repack', '-adfq', '--depth=50', '--window=20');
    const again = await readHistory(repo.path, { records });
    expect(again.work.objects).toBe(4);
    expect(again.work.context).toBeLessThan(work.objects / 2);
    expect(again.account).toEqual((await readHistory(repo.path)).account);
  });

  it('scans everything again under another key, and reads trees no more', async () => {
    const repo = needleFixture();
    const folder = temporaryFolder();
    const first = await readHistory(repo.path, await openRecords(folder));
    const trees =
      repo.git('cat-file', '--batch-all-objects', '--batch-check=%(objecttype)').match(/tree/g)?.length ?? 0;
    const { records } = await openRecords(folder, { key: 'other detectors' });
    const other = await readHistory(repo.path, { records });
    expect(other.account).toEqual(first.account);
    expect(trees).toBeGreaterThan(0);
    expect(other.work.objects).toBe(first.work.objects - trees);
    expect((await readHistory(repo.path, { records })).work.objects).toBe(0);
  });

  it('knows nothing of what was recorded with another fingerprint key', async () => {
    const repo = needleFixture({ commits: 5 });
    const folder = temporaryFolder();
    const first = await readHistory(repo.path, await openRecords(folder));
    const { records, warnings } = await openRecords(folder, { secret: 'another' });
    expect((await readHistory(repo.path, { records })).work).toEqual(first.work);
    expect(warnings).toEqual([]);
    expect((await readHistory(repo.path, await openRecords(folder))).work.objects).toBe(0);
  });

  it('goes on where an interrupted run has stopped', async () => {
    const repo = needleFixture();
    const { records } = await openRecords(temporaryFolder());
    const interrupt = new AbortController();
    let units = 0;
    const beforeUnit = (): void => void (++units === 2 && interrupt.abort(new Error('interrupted')));
    await expect(readHistory(repo.path, { records, signal: interrupt.signal, beforeUnit })).rejects.toThrow(
      'interrupted',
    );
    const cold = await readHistory(repo.path);
    const rest = await readHistory(repo.path, { records });
    expect(rest.account).toEqual(cold.account);
    expect(rest.work.objects).toBeGreaterThan(0);
    expect(rest.work.objects).toBeLessThan(cold.work.objects);
  });

  it('keeps what is known while it goes on, for the case that it ends without a word', async () => {
    const repo = needleFixture();
    const folder = temporaryFolder();
    const { records, saves } = await openRecords(folder, { everyMs: 0 });
    let seen: Promise<{ readonly work: { readonly objects: number } }> | undefined;
    let units = 0;
    const cold = await readHistory(repo.path);
    await readHistory(repo.path, {
      records,
      beforeUnit: () => {
        // What another process would find if this one were killed now.
        if (++units === 4 && seen === undefined)
          seen = openRecords(folder).then((other) => readHistory(repo.path, other));
      },
    });
    expect(saves()).toBeGreaterThan(1);
    expect((await seen)?.work.objects).toBeLessThan(cold.work.objects);
  });

  it('is not confused by two runs at once', async () => {
    const repo = needleFixture();
    const folder = temporaryFolder();
    const cold = await readHistory(repo.path);
    const runs = await Promise.all(
      [1, 2].map(async () => readHistory(repo.path, await openRecords(folder, { everyMs: 0 }))),
    );
    for (const { account } of runs) expect(account).toEqual(cold.account);
    const { records, warnings } = await openRecords(folder);
    expect((await readHistory(repo.path, { records })).work.objects).toBe(0);
    expect(warnings).toEqual([]);
  });
});

describe('a record that does not hold good', () => {
  it('is not believed where objects came that were absent, or went', async () => {
    const repo = gitFixture({ init: ['--bare'] });
    addHistory(repo, 'refs/heads/main', 3, 6);
    addNeedles(repo);
    const lost = ['main:folder3/file0.txt', 'main:folder/sub/.env', 'main:folder', 'main~2:folder3', 'main~3'];
    const { records } = await openRecords(temporaryFolder());
    const files = lost.map((name) => {
      const oid = repo.git('rev-parse', name);
      const file = join(repo.path, 'objects', oid.slice(0, 2), oid.slice(2));
      return { oid, file, bytes: readFileSync(file) };
    });
    await readHistory(repo.path, { records });
    for (const { oid, file } of files) {
      rmSync(file);
      const cold = await readHistory(repo.path);
      expect(cold.account.gaps.length, `${oid} is missed`).toBeGreaterThan(0);
      expect((await readHistory(repo.path, { records })).account, `${oid} went`).toEqual(cold.account);
    }
    for (const { oid, file, bytes } of files) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
      const cold = await readHistory(repo.path);
      expect((await readHistory(repo.path, { records })).account, `${oid} came`).toEqual(cold.account);
    }
  });

  it('is not used for the commits at the end of a shallow clone', async () => {
    const origin = needleFixture();
    const path = join(temporaryFolder(), 'clone');
    runGit(origin.path, ['clone', '-q', '--bare', '--depth=3', `file://${origin.path}`, path]);
    const { records } = await openRecords(temporaryFolder());
    for (const deepen of [undefined, '--depth=8', '--depth=4', '--unshallow']) {
      if (deepen !== undefined) runGit(path, ['fetch', '-q', deepen, 'origin', 'main:main']);
      const cold = await readHistory(path);
      expect((await readHistory(path, { records })).account, deepen).toEqual(cold.account);
      expect((await readHistory(path, { records })).account, `${deepen} again`).toEqual(cold.account);
    }
  });

  it('is not needed for objects that only git can read, where they stand at the same paths', async () => {
    const repo = gitFixture();
    repo.write('large.txt', `${'nothing to see in this line\n'.repeat(1_300_000)}key = NEEDLE_large\n`);
    repo.write('small.txt', 'NEEDLE_small\n');
    repo.commit('both');
    const { records } = await openRecords(temporaryFolder());
    const cold = await readHistory(repo.path);
    expect(cold.account.placed).toHaveLength(2);
    expect(cold.work.batches).toBeGreaterThan(0);
    expect((await readHistory(repo.path, { records })).account).toEqual(cold.account);
    const again = await readHistory(repo.path, { records });
    expect(again.work).toEqual({ objects: 0, context: 0, units: 0, batches: 0 });
    expect(again.account).toEqual(cold.account);
    repo.git('mv', 'large.txt', 'moved.txt');
    repo.commit('moved');
    const moved = await readHistory(repo.path, { records });
    expect(moved.work.batches).toBeGreaterThan(0);
    expect(moved.account).toEqual((await readHistory(repo.path)).account);
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
    ['cut off in its header', (bytes: Buffer) => bytes.subarray(0, 50)],
    ['empty', () => Buffer.alloc(0)],
    ['changed in one bit', (bytes: Buffer) => flipped(bytes, bytes.length >> 1)],
    ['said to be of another size', (bytes: Buffer) => flipped(bytes, 20)],
    ['followed by something', (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(8)])],
    ['something else', () => Buffer.from('PK\u0003\u0004 not a record')],
  ])('is read anew when it is %s', async (_, change) => {
    const repo = needleFixture({ commits: 4 });
    const folder = temporaryFolder();
    const cold = await readHistory(repo.path, await openRecords(folder));
    const [file = ''] = readdirSync(folder).map((name) => join(folder, name));
    writeFileSync(file, change(readFileSync(file)));
    const { records, warnings } = await openRecords(folder);
    const anew = await readHistory(repo.path, { records });
    expect(anew).toEqual(cold);
    expect(warnings).toEqual([expect.stringContaining('everything is read anew')]);
    expect((await readHistory(repo.path, { records })).work.objects).toBe(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
