import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ChangeRange } from '../../src/git/change.ts';
import { openChange } from '../../src/sources/change-reader.ts';
import { gitFixture, runGit, temporaryFolder } from '../support/git-fixture.ts';
import { PLAIN, readSource } from '../support/read-source.ts';
import type { ReadSource } from '../support/read-source.ts';

async function readChange(folder: string, change: ChangeRange): Promise<ReadSource> {
  return readSource(await openChange(folder, change, { options: PLAIN, signal: new AbortController().signal }));
}

describe('staged', () => {
  test('tells what the index adds, not what was there, nor what is not staged', async () => {
    const repo = gitFixture();
    repo.write('a', 'one NEEDLE_old\n');
    repo.commit('a');
    repo.write('a', 'one NEEDLE_old\ntwo NEEDLE_new\n');
    repo.git('add', 'a');
    repo.write('a', 'NEEDLE_unstaged');
    const read = await readChange(repo.path, { staged: true });
    expect(read.places).toEqual([expect.objectContaining({ path: 'a', line: 2, column: 5 })]);
    expect(read.found('NEEDLE_new')).toHaveLength(1);
    expect(read.found('NEEDLE_new')[0]).not.toHaveProperty('commit');
  });

  test('works before the first commit, in a subfolder, and with a split index', async () => {
    const repo = gitFixture();
    repo.write('sub/a', 'NEEDLE_first');
    repo.git('add', '.');
    repo.git('update-index', '--split-index');
    repo.write('sub/b', 'NEEDLE_second');
    repo.git('add', '.');
    const read = await readChange(join(repo.path, 'sub'), { staged: true });
    expect(read.places.map(({ path }) => path).sort()).toEqual(['sub/a', 'sub/b']);
  });

  test('a moved secret is not a new one', async () => {
    const repo = gitFixture();
    repo.write('a', 'NEEDLE_moved');
    repo.commit('a');
    repo.git('mv', 'a', 'b');
    expect((await readChange(repo.path, { staged: true })).places).toEqual([]);
  });

  test('reads the index that git hands to a hook', async () => {
    const repo = gitFixture();
    repo.commit('empty');
    repo.write('a', 'NEEDLE_partial');
    repo.git('add', 'a');
    const indexFile = join(repo.path, '.git', 'other-index');
    runGit(repo.path, ['read-tree', `--index-output=${indexFile}`, 'HEAD']);
    expect((await readChange(repo.path, { staged: true, indexFile })).places).toEqual([]);
  });
});

describe('range', () => {
  test('sees what was added and removed again, with its commit', async () => {
    const repo = gitFixture();
    repo.write('a', 'NEEDLE_base\n');
    const base = repo.commit('base');
    repo.git('checkout', '-q', '-b', 'topic');
    repo.write('a', 'NEEDLE_base\nNEEDLE_brief\n');
    const brief = repo.commit('brief');
    repo.write('a', 'NEEDLE_base\n');
    repo.commit('removed');
    repo.write('b', 'NEEDLE_stays\n');
    const stays = repo.commit('stays');
    repo.write('b', 'NEEDLE_stays\nmore\n');
    const more = repo.commit('more');
    repo.git('checkout', '-q', 'main');
    repo.write('c', 'NEEDLE_elsewhere\n');
    repo.commit('main goes on');
    const read = await readChange(repo.path, { base: 'main', head: 'topic' });
    expect(read.found('NEEDLE_brief')).toEqual([expect.objectContaining({ path: 'a', line: 2, commit: brief })]);
    // The file as the change leaves it comes first, then each commit that had a version of it.
    expect(read.found('NEEDLE_stays').map(({ commit }) => commit)).toEqual([undefined, more, stays]);
    expect(read.found('NEEDLE_base')).toEqual([]);
    expect(read.found('NEEDLE_elsewhere')).toEqual([]);
    expect((await readChange(repo.path, { base, head: 'HEAD' })).found('NEEDLE_elsewhere')[0]).toMatchObject({
      path: 'c',
      line: 1,
    });
  });

  test('sees what only a merge within the range holds', async () => {
    const repo = gitFixture();
    repo.write('a', 'base\n');
    const base = repo.commit('base');
    repo.git('checkout', '-q', '-b', 'side');
    repo.write('s', 'side\n');
    repo.commit('side');
    repo.git('checkout', '-q', 'main');
    repo.write('m', 'main\n');
    repo.commit('main');
    repo.git('merge', '-q', '--no-commit', 'side');
    repo.write('evil', 'NEEDLE_evil\n');
    const merge = repo.commit('merge');
    const read = await readChange(repo.path, { base, head: 'main' });
    expect(read.found('NEEDLE_evil')).toMatchObject([{ path: 'evil' }, { path: 'evil', commit: merge }]);
  });

  test.each(['-x', '--output=/tmp/x', '', 'nothing', 'a\nb'])('refuses the name %j with a sentence', async (name) => {
    const repo = gitFixture();
    repo.commit('a');
    await expect(readChange(repo.path, { base: name, head: 'HEAD' })).rejects.toMatchObject({
      code: 'BITTING_E_GIT',
      exitCode: 2,
    });
  });

  test('says how to fetch what a shallow clone left out', async () => {
    const folder = temporaryFolder();
    const origin = gitFixture({ path: join(folder, 'origin') });
    const base = origin.commit('one');
    origin.commit('two');
    runGit(folder, ['clone', '-q', '--depth=1', `file://${origin.path}`, 'copy']);
    await expect(readChange(join(folder, 'copy'), { base, head: 'HEAD' })).rejects.toThrow('fetch-depth: 0');
  });

  test('says when there is no repository', async () => {
    await expect(readChange(temporaryFolder(), { staged: true })).rejects.toMatchObject({ code: 'BITTING_E_GIT' });
  });
});
