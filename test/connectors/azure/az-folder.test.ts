import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { vaultReaders } from '../../../src/analysis/vaults/readers.ts';
import { mergeAzure, readAzureDump, settleAzure } from '../../../src/connectors/azure/dump.ts';
import { buildGraph } from '../../../src/graph/build-graph.ts';
import { DEFAULT_CONFIG } from '../../../src/config/default-config.ts';
import {
  application,
  assignment,
  BY_ROLE,
  definition,
  eligible,
  oid,
  ROLE,
  SCOPE,
  servicePrincipal,
  SUBSCRIPTION,
  TENANT,
  user,
  vault,
} from '../../analysis/vaults/az-rows.ts';

const CUSTOM = 'cccccccc-0000-0000-0000-000000000001';

/** A folder with these files until the test is over. */
async function folderOf(files: Readonly<Record<string, unknown>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bitting-az-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

async function readersOf(...paths: readonly string[]): Promise<readonly string[]> {
  const facts = mergeAzure(await Promise.all(paths.map((path) => readAzureDump(path))));
  const graph = buildGraph({ sources: [], sightings: [], facts: [facts], detectors: [], config: DEFAULT_CONFIG });
  const readers = vaultReaders(graph).get(SCOPE.vault.toLowerCase())?.readers ?? [];
  return readers.map(({ way, words, certainty }) => `${way} ${words}${certainty === 'certain' ? '' : ' ?'}`);
}

const vaults = [vault(BY_ROLE)];
const graphObject = (name: string, more: object) => ({ '@odata.type': name, ...more });

test('files of a folder are told apart by what they hold, whatever their names', async () => {
  const folder = await folderOf({
    '1.json': vaults,
    '2.json': [assignment('sp-job', CUSTOM, SCOPE.vault), assignment('g-ops', ROLE.owner, SCOPE.subscription)],
    '3.json': [
      definition(CUSTOM, 'Secret reader', [{ dataActions: ['Microsoft.KeyVault/vaults/secrets/getSecret/action'] }]),
    ],
    'deeper/4.json': [servicePrincipal('sp-job')],
    'deeper/5.json': [
      application('sp-job', { passwordCredentials: [{ keyId: 'k', endDateTime: '2027-01-01T00:00:00Z' }] }),
    ],
    '6.json': { '@odata.context': 'x', value: [eligible('eva', ROLE.contributor, SCOPE.subscription)] },
    '7.json': [{ id: SUBSCRIPTION, tenantId: TENANT, name: 'shop', isDefault: true }],
    [`members-${oid('g-ops')}.json`]: [graphObject('#microsoft.graph.user', user('ben'))],
    [`owners-${oid('sp-job-app')}.json`]: [graphObject('#microsoft.graph.user', user('ana'))],
    [`federated-${oid('sp-job-app')}.json`]: [
      {
        id: 'f',
        name: 'main',
        issuer: 'https://gitlab.com',
        subject: 'project_path:shop/job:ref_type:branch:ref:main',
        audiences: ['x'],
      },
    ],
    'notes.txt': 'no dump',
  });
  const facts = await readAzureDump(folder);
  expect(facts.coverage.filter(({ outcome }) => outcome === 'unreadable')).toEqual([]);
  expect(facts.keys.map(({ identity }) => identity)).toEqual([`azure:${TENANT}/${oid('sp-job')}`]);
  expect(facts.trusts.map(({ identity, trusted }) => [identity, trusted])).toEqual([
    [`azure:${TENANT}/${oid('sp-job')}`, 'gitlab.com'],
  ]);
  expect(await readersOf(folder)).toEqual(['holder service principal sp-job', 'self-grant user ben', 'hop user ana']);
});

test('several files are joined as a folder is: one defines a role that another assigns', async () => {
  const folder = await folderOf({
    'vaults.json': vaults,
    'assignments.json': [assignment('ana', CUSTOM, SCOPE.vault)],
    'definitions.json': [definition(CUSTOM, 'Secret reader', [{ dataActions: ['*'] }])],
  });
  expect(
    await readersOf(...['vaults', 'assignments', 'definitions'].map((name) => join(folder, `${name}.json`))),
  ).toEqual(['holder user ana']);
});

test('a role that another file defines is no gap', async () => {
  const folder = await folderOf({
    'assignments.json': [assignment('ana', CUSTOM, SCOPE.vault)],
    'definitions.json': [definition(CUSTOM, 'Secret reader', [{ dataActions: ['*'] }])],
  });
  const dumps = await Promise.all(
    ['assignments', 'definitions'].map((name) => readAzureDump(join(folder, `${name}.json`))),
  );
  expect(dumps[0]?.source.status).toBe('partial');
  expect(settleAzure(dumps).map(({ source }) => source.status)).toEqual(['read', 'read']);
});

test('a role without definition is told, and nothing is claimed of it', async () => {
  const folder = await folderOf({
    'a.json': [...vaults, assignment('ana', CUSTOM, SCOPE.vault, { roleDefinitionName: 'Mystery' })],
  });
  const { coverage, source } = await readAzureDump(folder);
  expect(source.status).toBe('partial');
  expect(coverage).toContainEqual(
    expect.objectContaining({
      outcome: 'absent',
      count: 1,
      what: expect.stringContaining('az role definition list'),
      examples: ['Mystery'],
    }),
  );
  expect(await readersOf(folder)).toEqual([]);
});

test('a file that cannot be read is a row, and the others are read', async () => {
  const folder = await folderOf({ 'good.json': vaults, 'cut.json': '[{"id": "/subscr', 'other.json': [{ hello: 1 }] });
  const { coverage, stores } = await readAzureDump(folder);
  expect(stores).toHaveLength(1);
  const unread = coverage.filter(({ outcome }) => outcome === 'unreadable').map(({ what }) => what);
  expect(unread).toEqual([expect.stringContaining('cut.json'), expect.stringContaining('other.json')]);
});

test('a folder without a file that can be read is an error', async () => {
  const folder = await folderOf({ 'a.txt': 'x' });
  await expect(readAzureDump(folder)).rejects.toMatchObject({ code: 'BITTING_E_DUMP_INVALID', exitCode: 3 });
});

test('rows that do not say whose they are say how to tell', async () => {
  const folder = await folderOf({
    'federated.json': [{ id: 'f', name: 'main', issuer: 'https://gitlab.com', subject: 's', audiences: ['x'] }],
    'vaults.json': vaults,
  });
  const { coverage } = await readAzureDump(folder);
  expect(coverage).toContainEqual(
    expect.objectContaining({ outcome: 'absent', what: expect.stringContaining('name of the file') }),
  );
});

test('a management group whose place is not known makes a reader depend', async () => {
  const other = SCOPE.vault.replace(SUBSCRIPTION, '99999999-1111-2222-3333-444444444444');
  const folder = await folderOf({
    'a.json': [vault(), { ...vault(), id: other }, assignment('ana', ROLE.contributor, SCOPE.group)],
  });
  expect(await readersOf(folder)).toEqual(['self-grant user ana ?']);
});

test('rows of unknown forms among known ones are counted', async () => {
  const folder = await folderOf({ 'a.json': [...vaults, { hello: 1 }, { hello: 2 }] });
  const { coverage } = await readAzureDump(folder);
  expect(coverage).toContainEqual(
    expect.objectContaining({ outcome: 'absent', count: 2, what: expect.stringContaining('form that is not known') }),
  );
});
