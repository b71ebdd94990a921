import { appendFileSync, chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { openChange } from '../../src/sources/change-reader.ts';
import { gitFixture, temporaryFolder } from '../support/git-fixture.ts';
import type { GitFixture } from '../support/git-fixture.ts';
import { PLAIN, readSource, readTarget, readTargets } from '../support/read-source.ts';

const { signal } = new AbortController();

/** A repository in which every way git knows to run a program leaves a file in `markers`. */
function hostileRepository(): { readonly repo: GitFixture; readonly markers: string; readonly base: string } {
  const markers = temporaryFolder();
  const repo = gitFixture();
  repo.write('.gitattributes', '* diff=evil filter=evil merge=evil\n*.txt text working-tree-encoding=UTF-16\n');
  repo.write('a.cfg', 'one\n');
  const base = repo.commit('one');
  repo.write('a.cfg', 'NEEDLE_hostile\n');
  repo.commit('two');
  repo.write('b.cfg', 'NEEDLE_staged\n');
  repo.git('add', 'b.cfg');
  const run = (name: string): string => `touch ${join(markers, name)}; cat`;
  const included = join(repo.path, '.git', 'included');
  writeFileSync(included, `[core]\n\tfsmonitor = "${run('include')}"\n\tpager = "${run('include-pager')}"\n`);
  appendFileSync(
    join(repo.path, '.git', 'config'),
    `[core]
\trepositoryFormatVersion = 1
\tfsmonitor = "${run('fsmonitor')}"
\thooksPath = ${join(repo.path, '.git', 'hooks')}
\tpager = "${run('pager')}"
\teditor = "${run('editor')}"
\tsshCommand = "${run('ssh')}"
\taskPass = "${run('askpass')}"
\tgitProxy = "${run('proxy')}"
\talternateRefsCommand = "${run('alternate-refs')}"
\tattributesFile = ${join(repo.path, '.gitattributes')}
[diff]
\texternal = "${run('diff-external')}"
[diff "evil"]
\ttextconv = "${run('textconv')}"
\tcommand = "${run('diff-command')}"
[filter "evil"]
\tsmudge = "${run('smudge')}"
\tclean = "${run('clean')}"
\tprocess = "${run('process')}"
\trequired = true
[merge "evil"]
\tdriver = "${run('merge')}"
[gpg]
\tprogram = "${run('gpg')}"
[log]
\tshowSignature = true
[pager]
\tlog = "${run('pager-log')}"
\tconfig = "${run('pager-config')}"
[alias]
${['log', 'config', 'cat-file', 'rev-list', 'st'].map((name) => `\t${name} = "!${run(`alias-${name}`)}"\n`).join('')}
[credential]
\thelper = "!${run('credential')}"
[include]
\tpath = ${included}
[includeIf "gitdir:/**"]
\tpath = ${included}
[uploadpack]
\tpackObjectsHook = "${run('pack-objects')}"
[extensions]
\tpartialClone = evil
[remote "evil"]
\turl = ext::sh -c "${run('ext')}"
\tpromisor = true
\tpartialCloneFilter = blob:none
\tuploadpack = "${run('uploadpack')}"
\tproxy = "${run('remote-proxy')}"
[url "ext::sh -c evil"]
\tinsteadOf = https://
`,
  );
  for (const hook of [
    'post-index-change',
    'reference-transaction',
    'pre-commit',
    'post-checkout',
    'fsmonitor-watchman',
  ]) {
    const path = join(repo.path, '.git', 'hooks', hook);
    mkdirSync(join(repo.path, '.git', 'hooks'), { recursive: true });
    writeFileSync(path, `#!/bin/sh\n# NEEDLE_hook\ntouch ${join(markers, `hook-${hook}`)}\n`);
    chmodSync(path, 0o755);
  }
  // An object the history names and nobody has: a promisor remote would be asked for it.
  const blob = repo.git('rev-parse', `${base}:a.cfg`);
  execFileSync('rm', ['-f', join(repo.path, '.git', 'objects', blob.slice(0, 2), blob.slice(2))]);
  return { repo, markers, base };
}

test('an audit runs nothing that a repository brings along', async () => {
  const { repo, markers } = hostileRepository();
  const read = await readTarget(repo.path);
  expect(read.found('NEEDLE_hostile')).toHaveLength(2);
  expect(read.found('NEEDLE_hook')).toHaveLength(5);
  expect(read.gaps).toContainEqual(expect.objectContaining({ outcome: 'absent', unit: 'objects', count: 1 }));
  expect(readdirSync(markers)).toEqual([]);
});

test('nor does a look at a staged change or at a range of commits', async () => {
  const { repo, markers, base } = hostileRepository();
  const context = { options: PLAIN, signal };
  const staged = await readSource(await openChange(repo.path, { staged: true }, context));
  expect(staged.found('NEEDLE_staged')).toHaveLength(1);
  const range = await readSource(await openChange(repo.path, { base, head: 'main' }, context));
  expect(range.found('NEEDLE_hostile').map(({ commit }) => commit === undefined)).toEqual([true, false]);
  expect(readdirSync(markers)).toEqual([]);
});

test('the traps are real: plain git springs some of them', () => {
  const { repo, markers } = hostileRepository();
  try {
    repo.git('status', '--short');
  } catch {
    // What it makes of the answers does not matter.
  }
  expect(readdirSync(markers)).not.toEqual([]);
});

test('the caller’s environment does not steer git', async () => {
  const repo = gitFixture();
  repo.write('a', 'NEEDLE_env');
  repo.commit('a');
  const markers = temporaryFolder();
  const before = { ...process.env };
  Object.assign(process.env, {
    GIT_DIR: markers,
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'core.fsmonitor',
    GIT_CONFIG_VALUE_0: `touch ${join(markers, 'env')}`,
    GIT_EXTERNAL_DIFF: `touch ${join(markers, 'diff')}`,
  });
  try {
    expect((await readTarget(repo.path)).found('NEEDLE_env')).toHaveLength(2);
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
  expect(readdirSync(markers)).toEqual([]);
});

test('a .git file cannot claim the history of another repository', async () => {
  const folder = temporaryFolder();
  const victim = gitFixture({ path: join(folder, 'private') });
  victim.write('a', 'NEEDLE_private');
  victim.commit('a');
  mkdirSync(join(folder, 'evil'));
  writeFileSync(join(folder, 'evil', '.git'), `gitdir: ${join(victim.path, '.git')}\n`);
  const read = await readTarget(join(folder, 'evil'));
  expect(read.found('NEEDLE_private')).toEqual([]);
  expect(read.gaps).toEqual([
    expect.objectContaining({ what: expect.stringContaining('does not know this work tree') }),
  ]);
});

test('linked work trees and submodules, whose git directory knows them, are read', async () => {
  const folder = temporaryFolder();
  const main = gitFixture({ path: join(folder, 'main') });
  main.write('a', 'NEEDLE_main');
  main.commit('a');
  main.git('worktree', 'add', '-q', join(folder, 'linked'));
  const alone = await readTarget(join(folder, 'linked'));
  expect(alone.found('NEEDLE_main').filter(({ commit }) => commit !== undefined)).toHaveLength(1);
  // Together, the history they share is read once.
  const [linked, owner] = await readTargets([folder]);
  expect([linked?.name, owner?.name]).toEqual(['linked', 'main']);
  expect(linked?.found('NEEDLE_main')).toHaveLength(1);
  expect(owner?.found('NEEDLE_main')).toHaveLength(2);

  const parent = gitFixture({ path: join(folder, 'parent') });
  parent.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', `file://${main.path}`, 'libs/sub');
  parent.commit('sub');
  const [outer, sub, ...rest] = await readTargets([parent.path]);
  expect([outer?.name, sub?.name, rest.length]).toEqual(['parent', 'parent/libs/sub', 0]);
  expect(outer?.found('NEEDLE_main')).toEqual([]);
  expect(sub?.found('NEEDLE_main')).toHaveLength(2);
  const direct = await readTarget(join(parent.path, 'libs', 'sub'));
  expect(direct.found('NEEDLE_main')).toHaveLength(2);
  parent.git('submodule', '--quiet', 'deinit', '--force', 'libs/sub');
  const names = (await readTargets([parent.path])).map((read) => [read.name, read.found('NEEDLE_main').length]);
  expect(names).toEqual([
    ['parent', 0],
    ['parent/.git/modules/libs/sub', 1],
  ]);
});

function ours(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('bitting-git-'));
}

test('an abort ends the reading and leaves no temporary folder', async () => {
  const repo = gitFixture();
  repo.write('a', 'NEEDLE_abort');
  repo.commit('a');
  const before = new Set(ours());
  const controller = new AbortController();
  const { discoverSources } = await import('../../src/sources/discover.ts');
  const { readers } = await discoverSources([repo.path], PLAIN);
  const reader = readers[0];
  if (reader === undefined) throw new Error('no reader');
  const reading = readSource(reader, controller.signal, () => controller.abort(new Error('enough')));
  await expect(reading).rejects.toThrow('enough');
  const left = ours().filter((name) => !before.has(name) && existsSync(join(tmpdir(), name, 'HEAD')));
  expect(left).toEqual([]);
});
