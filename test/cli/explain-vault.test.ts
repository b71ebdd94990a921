import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { assignment, BY_ROLE, ROLE, SCOPE, servicePrincipal, vault } from '../analysis/vaults/az-rows.ts';
import { temporaryFolder } from '../support/git-fixture.ts';
import { runCli } from '../support/run-cli.ts';

async function dumpIn(folder: string): Promise<void> {
  const rows = [
    vault(BY_ROLE),
    servicePrincipal('sp-job'),
    assignment('sp-job', ROLE.secretsUser, SCOPE.vault),
    assignment('ana', ROLE.owner, SCOPE.subscription),
  ];
  await writeFile(join(folder, 'azure.json'), JSON.stringify(rows));
}

test('readers are told with their chains', async () => {
  const cwd = temporaryFolder();
  await dumpIn(cwd);
  const run = await runCli(['explain', 'vault', 'Shop-Vault', '--azure-dump', 'azure.json'], cwd);
  expect(run).toMatchObject({ code: 0, err: '' });
  expect(run.out).toMatch(
    /Permission model: role assignments\n\nReads it now: 1\n {2}service principal sp-job \(secrets\)\n {4}The role Key Vault Secrets User .*\n\nCan let himself read it: 1\n {2}user ana/,
  );
});

test('a folder is read, and JSON has every field', async () => {
  const cwd = temporaryFolder();
  await dumpIn(cwd);
  const run = await runCli(['explain', 'vault', 'shop-vault', '--azure-dump', '.', '--json'], cwd);
  expect(run.code).toBe(0);
  expect(JSON.parse(run.out)).toMatchObject([
    { model: 'role assignments', readers: [{ way: 'holder' }, { way: 'self-grant' }] },
  ]);
});

test.each([
  ['a vault that is not there', ['other', '--azure-dump', 'azure.json'], 2, /no key vault other.*shop-vault/],
  ['no dump', ['shop-vault'], 2, /--azure-dump/],
  ['a dump that is not there', ['shop-vault', '--azure-dump', 'none.json'], 3, /none\.json/],
])('%s is a sentence', async (_, args, code, sentence) => {
  const cwd = temporaryFolder();
  await dumpIn(cwd);
  const run = await runCli(['explain', 'vault', ...args], cwd);
  expect([run.code, run.err]).toEqual([code, expect.stringMatching(sentence)]);
});
