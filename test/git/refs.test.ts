import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isRefName, readRefs } from '../../src/git/refs.ts';
import { withoutCredentials } from '../../src/git/repository-facts.ts';
import { gitFixture } from '../support/git-fixture.ts';

test('reads the same refs as git does: loose, packed, symbolic, detached', async () => {
  const repo = gitFixture();
  const first = repo.commit('one');
  repo.git('branch', 'old');
  repo.git('tag', '-a', 'v1', '-m', 'one');
  repo.git('pack-refs', '--all');
  const second = repo.commit('two');
  repo.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/heads/old');
  const gitDir = join(repo.path, '.git');
  const layout = { gitDir, commonDir: gitDir, objectsDir: join(gitDir, 'objects') };
  const refs = await readRefs(layout, (gap) => expect.fail(gap.what));
  const listed = repo.git('for-each-ref', '--format=%(refname) %(objectname)').split('\n');
  expect([...refs.named].map(([name, oid]) => `${name} ${oid}`).sort()).toEqual(listed.sort());
  expect(refs).toMatchObject({ branch: 'refs/heads/main', head: second });
  repo.git('checkout', '-q', '--detach', first);
  const detached = await readRefs(layout, (gap) => expect.fail(gap.what));
  expect(detached.head).toBe(first);
  expect(detached.branch).toBeUndefined();
});

test('reads no ref through a link and none with a name git refuses', async () => {
  const repo = gitFixture();
  const oid = repo.commit('one');
  const gitDir = join(repo.path, '.git');
  writeFileSync(join(repo.path, 'outside'), `${oid}\n`);
  symlinkSync(join(repo.path, 'outside'), join(gitDir, 'refs', 'heads', 'linked'));
  symlinkSync(repo.path, join(gitDir, 'refs', 'folder'));
  mkdirSync(join(gitDir, 'refs', 'heads', 'a b'));
  writeFileSync(join(gitDir, 'refs', 'heads', 'x.lock'), `${oid}\n`);
  writeFileSync(join(gitDir, 'packed-refs'), `${oid} refs/heads/../../x\n${oid} refs/heads/fine\nnonsense\n`);
  const layout = { gitDir, commonDir: gitDir, objectsDir: join(gitDir, 'objects') };
  const refs = await readRefs(layout, (gap) => expect.fail(gap.what));
  expect([...refs.named.keys()].sort()).toEqual(['refs/heads/fine', 'refs/heads/main']);
});

test.each(['refs/heads/main', 'refs/tags/v1.0', 'refs/heads/ü/x', 'refs/heads/a@b'])('%s is a ref name', (name) => {
  expect(isRefName(name)).toBe(true);
});

test.each([
  'HEAD',
  'refs/heads/a b',
  'refs/a..b',
  'refs/a\nb',
  'refs/.a',
  'refs/a.lock',
  'refs/a/',
  'refs/a@{1}',
  'refs/a*',
])('%j is none', (name) => {
  expect(isRefName(name)).toBe(false);
});

test.each([
  ['https://user:word@example.org/a.git', 'https://example.org/a.git'],
  ['https://token@example.org:8443/a?key=word#word', 'https://example.org:8443/a'],
  ['https://user:w@rd@example.org/a', 'https://example.org/a'],
  ['ssh://git@example.org/a', 'ssh://example.org/a'],
  ['git@example.org:a/b.git', 'git@example.org:a/b.git'],
  ['user:word@example.org:a/b.git', 'example.org:a/b.git'],
  ['ext::sh -c word', 'ext::…'],
  ['../b@c', '../b@c'],
])('%s is shown as %s', (url, shown) => {
  expect(withoutCredentials(url)).toBe(shown);
});
