import { appendFileSync, chmodSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixtureAt, gitFixture, runGit, temporaryFolder } from '../support/git-fixture.ts';
import { readTarget } from '../support/read-source.ts';

describe('history', () => {
  test('finds a deleted file and says which commit brought it, by whom and when', async () => {
    const repo = gitFixture();
    repo.write('config/.npmrc', 'first line\nkey=NEEDLE_gone\n');
    const commit = repo.commit('add');
    const date = repo.git('log', '-1', '--format=%aI');
    repo.git('rm', '-q', 'config/.npmrc');
    repo.commit('remove');
    const read = await readTarget(repo.path);
    expect(read.found('NEEDLE_gone')).toEqual([
      expect.objectContaining({
        path: 'config/.npmrc',
        line: 2,
        column: 5,
        commit,
        blob: repo.git('rev-parse', `${commit}:config/.npmrc`),
        author: 'Ada Example <ada@example.org>',
        date,
        reachable: true,
      }),
    ]);
    expect(read.gaps).toEqual([]);
    expect(read.summary.source.status).toBe('read');
  });

  test('tells the earliest commit of a blob at each of its paths', async () => {
    const repo = gitFixture();
    repo.write('a.txt', 'NEEDLE_twice');
    const first = repo.commit('a');
    repo.write('b.txt', 'NEEDLE_twice');
    const second = repo.commit('b');
    repo.git('rm', '-q', 'a.txt');
    repo.commit('remove');
    repo.write('a.txt', 'NEEDLE_twice');
    repo.commit('again');
    const inHistory = (await readTarget(repo.path)).found('NEEDLE_twice').filter(({ blob }) => blob !== undefined);
    expect(new Map(inHistory.map(({ path, commit }) => [path, commit]))).toEqual(
      new Map([
        ['a.txt', first],
        ['b.txt', second],
      ]),
    );
  });

  test('finds what only a merge commit holds and names the merge', async () => {
    const repo = gitFixture();
    repo.write('conf', 'base\n');
    repo.commit('base');
    repo.git('checkout', '-q', '-b', 'side');
    repo.write('conf', 'side\n');
    repo.commit('side');
    repo.git('checkout', '-q', 'main');
    repo.write('conf', 'main\n');
    repo.commit('main');
    expect(() => repo.git('merge', '-q', 'side')).toThrow();
    repo.write('conf', 'resolved NEEDLE_merge\n');
    repo.write('new\nline', 'NEEDLE_born\n');
    const merge = repo.commit('merge');
    repo.write('conf', 'clean\n');
    repo.git('rm', '-q', 'new\nline');
    repo.commit('clean');
    const read = await readTarget(repo.path);
    expect(read.found('NEEDLE_merge')).toEqual([expect.objectContaining({ path: 'conf', commit: merge })]);
    expect(read.found('NEEDLE_born')).toEqual([expect.objectContaining({ path: 'new\nline', commit: merge })]);
  });

  test('finds amended commits, dropped stashes and dangling blobs, and marks them unreachable', async () => {
    const repo = gitFixture();
    repo.write('keep', 'x');
    repo.commit('first');
    repo.write('.env', 'NEEDLE_amended');
    const before = repo.commit('oops');
    repo.git('rm', '-q', '--cached', '.env');
    rmSync(join(repo.path, '.env'));
    repo.git('commit', '-q', '--amend', '--allow-empty', '-m', 'better');
    repo.write('keep', 'NEEDLE_stash');
    repo.git('stash');
    const blob = repo.dangle('NEEDLE_dangling');
    const read = await readTarget(repo.path);
    expect(read.found('NEEDLE_amended')).toEqual([
      expect.objectContaining({ path: '.env', commit: before, reachable: false }),
    ]);
    expect(read.found('NEEDLE_stash')).toEqual([expect.objectContaining({ path: 'keep', reachable: true })]);
    const path = `.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`;
    const [dangling] = read.found('NEEDLE_dangling');
    expect(dangling).toMatchObject({ path, blob, reachable: false });
    expect(dangling).not.toHaveProperty('commit');
    repo.git('stash', 'drop');
    const dropped = await readTarget(repo.path);
    expect(dropped.found('NEEDLE_stash')).toEqual([expect.objectContaining({ path: 'keep', reachable: false })]);
  });

  test('prefers a reachable commit over an earlier one that no ref reaches', async () => {
    const repo = gitFixture();
    repo.write('f', 'NEEDLE_kept');
    const lost = repo.commit('one');
    repo.git('commit', '-q', '--amend', '-m', 'two');
    const kept = repo.git('rev-parse', 'HEAD');
    expect(kept).not.toBe(lost);
    const [, place] = (await readTarget(repo.path)).found('NEEDLE_kept');
    expect(place).toMatchObject({ commit: kept, reachable: true });
  });

  test('reads messages of commits and annotated tags', async () => {
    const repo = gitFixture();
    const commit = repo.commit('the key is NEEDLE_message');
    repo.git('tag', '-a', 'v1', '-m', 'NEEDLE_tag');
    const read = await readTarget(repo.path);
    expect(read.found('NEEDLE_message')).toEqual([
      expect.objectContaining({
        path: `.git/objects/${commit.slice(0, 2)}/${commit.slice(2)}`,
        commit,
        author: 'Ada Example <ada@example.org>',
        reachable: true,
      }),
    ]);
    expect(read.found('NEEDLE_tag')).toEqual([
      expect.objectContaining({ author: 'Ada Example <ada@example.org>', reachable: true }),
    ]);
  });

  test('reaches blobs that a tag names directly', async () => {
    const repo = gitFixture();
    repo.commit('first');
    const blob = repo.dangle('NEEDLE_tagged_blob');
    repo.git('tag', '-a', 'key', '-m', 'a blob', blob);
    const read = await readTarget(repo.path);
    expect(read.found('NEEDLE_tagged_blob')).toEqual([
      expect.objectContaining({ path: `.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`, blob, reachable: true }),
    ]);
    expect(read.gaps).toEqual([]);
  });

  test.each([
    ['SHA-256 objects', ['--object-format=sha256']],
    ['SHA-1 objects', []],
  ])('reads %s, loose and packed', async (_, init) => {
    const repo = gitFixture({ init });
    repo.write('a', 'NEEDLE_packed');
    const first = repo.commit('a');
    repo.git('rm', '-q', 'a');
    repo.commit('gone');
    repo.git('gc', '-q');
    repo.write('b', 'NEEDLE_loose');
    const second = repo.commit('b');
    const read = await readTarget(repo.path);
    expect(read.found('NEEDLE_packed')).toEqual([expect.objectContaining({ path: 'a', commit: first })]);
    expect(read.found('NEEDLE_loose')).toContainEqual(expect.objectContaining({ path: 'b', commit: second }));
    expect(read.gaps).toEqual([]);
  });

  test('reads UTF-16 blobs', async () => {
    const repo = gitFixture();
    repo.write('w.txt', Buffer.from('\u{feff}one\r\ntwo NEEDLE_wide\r\n', 'utf16le'));
    repo.commit('wide');
    repo.git('rm', '-q', 'w.txt');
    repo.commit('gone');
    const read = await readTarget(repo.path);
    expect(read.found('NEEDLE_wide')).toEqual([expect.objectContaining({ path: 'w.txt', line: 2, column: 5 })]);
  });

  test('reads a bare repository, and the objects of its alternates', async () => {
    const folder = temporaryFolder();
    const origin = gitFixture({ path: join(folder, 'origin') });
    origin.write('a', 'NEEDLE_lent');
    const commit = origin.commit('a');
    runGit(folder, ['clone', '-q', '--bare', '--shared', 'origin', 'copy.git']);
    const read = await readTarget(join(folder, 'copy.git'));
    expect(read.name).toBe('copy.git');
    expect(read.found('NEEDLE_lent')).toEqual([expect.objectContaining({ path: 'a', commit, reachable: true })]);
    expect(read.gaps).toEqual([]);
  });

  test('an empty repository is read in full', async () => {
    const read = await readTarget(gitFixture().path);
    expect(read.gaps).toEqual([]);
    expect(read.summary.source).toMatchObject({ status: 'read', repository: { commits: 0, remotes: [] } });
  });

  test('leaves history out when asked', async () => {
    const repo = gitFixture();
    repo.write('a', 'NEEDLE_old');
    repo.commit('a');
    repo.write('a', 'NEEDLE_new');
    const read = await readTarget(repo.path, { history: false });
    expect(read.found('NEEDLE_old')).toEqual([]);
    expect(read.found('NEEDLE_new')).toHaveLength(1);
    expect(read.summary.source.repository).not.toHaveProperty('commits');
  });

  test('applies exclude patterns to places in history and counts them', async () => {
    const repo = gitFixture();
    repo.write('.hidden/test/a', 'NEEDLE_a');
    repo.write('src/a', 'NEEDLE_a');
    repo.commit('a');
    const read = await readTarget(repo.path, { exclude: ['**/test/**'] });
    expect(new Set(read.found('NEEDLE_a').map(({ path }) => path))).toEqual(new Set(['src/a']));
    expect(read.summary.coverage.map(({ outcome, unit, count }) => [outcome, unit, count])).toEqual([
      ['excluded', 'files', 1],
      ['excluded', 'objects', 1],
    ]);
  });
});

describe('what is not there, or broken', () => {
  test('a shallow clone says what is missing and how to get it, and reads the rest', async () => {
    const folder = temporaryFolder();
    const origin = gitFixture({ path: join(folder, 'origin') });
    origin.write('a', 'NEEDLE_before');
    origin.commit('one');
    origin.write('a', 'NEEDLE_after');
    const tip = origin.commit('two');
    runGit(folder, ['clone', '-q', '--depth=1', `file://${origin.path}`, 'copy']);
    const read = await readTarget(join(folder, 'copy'));
    expect(read.found('NEEDLE_before')).toEqual([]);
    expect(read.found('NEEDLE_after')).toContainEqual(expect.objectContaining({ commit: tip, reachable: true }));
    expect(read.gaps).toEqual([
      expect.objectContaining({
        outcome: 'absent',
        unit: 'commits',
        count: 1,
        what: expect.stringContaining('--unshallow'),
        examples: [tip],
      }),
    ]);
  });

  test.each(['blob:none', 'tree:0'])('a partial clone (%s) counts what is absent', async (filter) => {
    const folder = temporaryFolder();
    const origin = gitFixture({ path: join(folder, 'origin') });
    origin.git('config', 'uploadpack.allowFilter', 'true');
    origin.write('a', 'NEEDLE_absent');
    origin.commit('NEEDLE_words');
    runGit(folder, ['clone', '-q', `--filter=${filter}`, '--no-checkout', `file://${origin.path}`, 'copy']);
    const read = await readTarget(join(folder, 'copy'));
    expect(read.found('NEEDLE_words')).toHaveLength(1);
    expect(read.summary.source.repository?.partial).toBe(true);
    expect(read.gaps).toContainEqual(
      expect.objectContaining({
        outcome: 'absent',
        unit: 'objects',
        count: 1,
        what: expect.stringContaining('--refetch'),
      }),
    );
  });

  test('a damaged loose object costs itself only', async () => {
    const repo = gitFixture();
    const damaged = repo.dangle(`${'x'.repeat(5000)}${Math.PI}`);
    const cut = repo.dangle([...Array(3000).keys()].join(' '));
    repo.write('a', 'NEEDLE_fine');
    repo.commit('a');
    writeOver(repo.path, damaged, Buffer.from('not an object at all'));
    chmodSync(loose(repo.path, cut), 0o600);
    truncateSync(loose(repo.path, cut), 60);
    const read = await readTarget(repo.path);
    expect(read.found('NEEDLE_fine')).toHaveLength(2);
    expect(read.summary.source.status).toBe('partial');
    const examples = read.gaps.flatMap((row) => row.examples ?? []).join(' ');
    expect(examples).toContain(damaged);
    expect(examples).toContain(cut);
  });

  test('a damaged pack index is a gap; other packs are read', async () => {
    const repo = gitFixture();
    repo.write('a', 'NEEDLE_lost_pack');
    repo.commit('a');
    repo.git('repack', '-q', '-a', '-d');
    const pack = join(repo.path, '.git', 'objects', 'pack');
    const index = join(pack, readdirSync(pack).find((name) => name.endsWith('.idx')) ?? '');
    chmodSync(index, 0o600);
    writeFileSync(index, 'garbage');
    repo.dangle('NEEDLE_still_here');
    const read = await readTarget(repo.path);
    expect(read.found('NEEDLE_still_here')).toHaveLength(1);
    expect(read.gaps.map(({ outcome }) => outcome)).toContain('unreadable');
  });

  test('damage inside a pack is a gap; objects beside it are read', async () => {
    const repo = gitFixture();
    for (let row = 0; row < 20; row++) repo.write(`f${row}`, `${'filler '.repeat(200)}${row} NEEDLE_${row}_end`);
    repo.commit('many');
    repo.git('repack', '-q', '-a', '-d', '--depth=0', '--window=0');
    const pack = join(repo.path, '.git', 'objects', 'pack');
    const file = join(pack, readdirSync(pack).find((name) => name.endsWith('.pack')) ?? '');
    const victim = repo.git('rev-parse', 'HEAD:f7');
    const listed = repo.git('verify-pack', '-v', file.replace(/\.pack$/, '.idx'));
    const offset = Number(
      listed
        .split('\n')
        .find((line) => line.startsWith(victim))
        ?.split(/\s+/)[4],
    );
    chmodSync(file, 0o600);
    const { openSync, writeSync, closeSync } = await import('node:fs');
    const fd = openSync(file, 'r+');
    writeSync(fd, Buffer.alloc(12, 0xff), 0, 12, offset + 6);
    closeSync(fd);
    for (const name of readdirSync(repo.path)) if (name !== '.git') rmSync(join(repo.path, name));
    const read = await readTarget(repo.path);
    expect(read.found('NEEDLE_7_end')).toEqual([]);
    for (let row = 0; row < 20; row++) if (row !== 7) expect(read.found(`NEEDLE_${row}_end`)).toHaveLength(1);
    expect(JSON.stringify(read.gaps)).toContain(victim);
  });

  test('a ref that names a missing object does not stop the rest', async () => {
    const repo = gitFixture();
    repo.write('a', 'NEEDLE_there');
    repo.commit('a');
    writeFileSync(join(repo.path, '.git', 'refs', 'heads', 'broken'), `${'ab'.repeat(20)}\n`);
    const read = await readTarget(repo.path);
    expect(read.found('NEEDLE_there')).toHaveLength(2);
    expect(read.gaps).toEqual([expect.objectContaining({ unit: 'objects', examples: ['ab'.repeat(20)] })]);
  });

  test('a configuration git cannot parse is a gap, and history is read all the same', async () => {
    const repo = gitFixture();
    repo.write('a', 'NEEDLE_conf');
    repo.commit('a');
    appendFileSync(join(repo.path, '.git', 'config'), '\n[broken\n');
    const read = await readTarget(repo.path);
    expect(read.found('NEEDLE_conf')).toHaveLength(2);
    expect(read.gaps).toEqual([expect.objectContaining({ outcome: 'unreadable', examples: ['.git/config'] })]);
  });

  test('a pipe in the object folder is not opened', async () => {
    const repo = gitFixture();
    repo.write('a', 'NEEDLE_tree');
    repo.commit('a');
    const { execFileSync } = await import('node:child_process');
    execFileSync('mkfifo', [join(repo.path, '.git', 'objects', 'info', 'alternates')]);
    const read = await readTarget(repo.path);
    expect(read.found('NEEDLE_tree')).toHaveLength(2);
    expect(read.gaps).toEqual([expect.objectContaining({ what: expect.stringContaining('neither file nor folder') })]);
  });

  test('remotes are told without their credentials', async () => {
    const repo = gitFixture();
    const password = ['not', 'a', 'password'].join('-');
    repo.git('remote', 'add', 'a', `https://user:${password}@example.org/x.git?token=${password}`);
    repo.git('remote', 'add', 'b', 'git@example.org:x.git');
    repo.git('remote', 'add', 'c', `ext::sh -c ${password}`);
    repo.commit('a');
    const { summary } = await readTarget(fixtureAt(repo.path).path);
    expect(summary.source.repository).toMatchObject({
      branch: 'main',
      remotes: ['ext::…', 'git@example.org:x.git', 'https://example.org/x.git'],
    });
  });
});

function loose(repository: string, oid: string): string {
  return join(repository, '.git', 'objects', oid.slice(0, 2), oid.slice(2));
}

function writeOver(repository: string, oid: string, bytes: Uint8Array): void {
  chmodSync(loose(repository, oid), 0o600);
  writeFileSync(loose(repository, oid), bytes);
}
