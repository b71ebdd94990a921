import { expect, test } from 'vitest';
import { collectAzure } from '../../../src/connectors/azure/collect.ts';
import { readAzureDump } from '../../../src/connectors/azure/dump.ts';
import { SILENT } from '../../../src/model/progress.ts';
import { fakeCredential, startFakeAzure, SUBSCRIPTION, type FakeAzure, vaultId } from '../../support/fake-azure.ts';
import { savedFile } from '../saved-file.ts';
import { KEY_USER, READER, sampleVaults, TENANT } from './sample-vaults.ts';

const TOKEN = ['test', 'bearer', 'value'].join('-');

function collect(fake: FakeAzure, signal = new AbortController().signal) {
  return collectAzure({
    subscription: SUBSCRIPTION,
    endpoint: fake.endpoint,
    graphEndpoint: fake.endpoint,
    credential: fakeCredential(TOKEN),
    ca: fake.ca,
    signal,
    progress: SILENT,
    now: new Date('2026-11-23T00:00:00Z'),
  });
}

test('the SDK collects vaults over several pages with their secrets and keys', async () => {
  await using fake = await startFakeAzure(sampleVaults);
  const dump = await collect(fake);
  expect(dump.vaults.map((vault) => vault.name).toSorted()).toEqual(['bare-vault', 'shop-vault', 'staff-vault']);
  const shop = dump.vaults.find((vault) => vault.name === 'shop-vault');
  expect(shop?.secrets).toEqual([
    {
      name: 'database-password',
      enabled: true,
      created: '2024-01-01T00:00:00.000Z',
      updated: '2024-02-01T00:00:00.000Z',
    },
    { name: 'api-key', enabled: true, updated: '2026-11-01T00:00:00.000Z', expires: '2027-01-01T00:00:00.000Z' },
    { name: 'old-one', enabled: false, updated: '2020-01-01T00:00:00.000Z' },
  ]);
  expect(shop?.keys?.map((key) => key.name)).toEqual(['signing']);
  expect(dump.unread).toEqual([]);
  // Each vault and its two lists, a key’s rotation, roles, identities, resources, tenant, directory, deleted vaults,
  // and who has four roles over a part of the directory.
  expect(dump.operationsRead).toBe(29);
  expect(dump.collected).toBe('2026-11-23T00:00:00.000Z');
});

test('every call is a GET and carries the credential, which the dump does not hold', async () => {
  await using fake = await startFakeAzure(sampleVaults);
  const dump = await collect(fake);
  expect(fake.requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
  expect([...fake.authorizations]).toEqual([`Bearer ${TOKEN}`]);
  expect(JSON.stringify(dump)).not.toContain(TOKEN);
});

test('a refused list is a row of the dump and then of the coverage; the rest is read', async () => {
  await using fake = await startFakeAzure(sampleVaults);
  fake.answer('/vaults/shop-vault/secrets', { status: 403, code: 'AuthorizationFailed' });
  const dump = await collect(fake);
  expect(dump.unread).toEqual([
    {
      operation: 'secrets.list',
      resource: vaultId(sampleVaults[0]!),
      status: 403,
      why: 'refused (403 AuthorizationFailed): the role Reader on the subscription allows it',
    },
  ]);
  expect(dump.vaults.find((vault) => vault.name === 'shop-vault')).not.toHaveProperty('secrets');
  expect(dump.vaults.find((vault) => vault.name === 'staff-vault')?.secrets).toHaveLength(1);

  const facts = await readAzureDump(await savedFile(dump));
  expect(facts.source.status).toBe('partial');
  expect(facts.coverage).toContainEqual(
    expect.objectContaining({
      outcome: 'unreadable',
      unit: 'operations',
      count: 1,
      examples: [vaultId(sampleVaults[0]!)],
    }),
  );
});

test('throttling is waited for as told', async () => {
  await using fake = await startFakeAzure(sampleVaults);
  fake.answer('/vaults/shop-vault/keys', { status: 429, headers: { 'retry-after-ms': '5' }, times: 2 });
  const dump = await collect(fake);
  expect(dump.unread).toEqual([]);
  expect(fake.requests.filter((request) => request.includes('/shop-vault/keys?'))).toHaveLength(3);
});

test('nothing collected is an error with exit code 3', async () => {
  await using fake = await startFakeAzure(sampleVaults);
  fake.answer('/providers/Microsoft.KeyVault/vaults?', { status: 401, code: 'InvalidAuthenticationToken' });
  await expect(collect(fake)).rejects.toMatchObject({
    code: 'BITTING_E_COLLECT',
    exitCode: 3,
    message: expect.stringContaining('401 InvalidAuthenticationToken'),
  });
});

test('a credential that cannot sign in is an error with exit code 3', async () => {
  await using fake = await startFakeAzure(sampleVaults);
  const failing = {
    getToken: async () => {
      throw Object.assign(new Error('no account is signed in'), { name: 'CredentialUnavailableError' });
    },
  };
  await expect(
    collectAzure({
      subscription: SUBSCRIPTION,
      endpoint: fake.endpoint,
      graphEndpoint: fake.endpoint,
      credential: failing,
      ca: fake.ca,
      signal: new AbortController().signal,
      progress: SILENT,
    }),
  ).rejects.toMatchObject({ code: 'BITTING_E_COLLECT', exitCode: 3, message: expect.stringContaining('az login') });
  expect(fake.requests).toEqual([]);
});

test('a page on another host is not followed', async () => {
  await using fake = await startFakeAzure(sampleVaults);
  await using other = await startFakeAzure(sampleVaults);
  fake.nextLinkHost = new URL(other.endpoint).host;
  const dump = await collect(fake);
  expect(other.requests).toEqual([]);
  expect(dump.vaults.map((vault) => vault.name).toSorted()).toEqual(['shop-vault', 'staff-vault']);
  expect(dump.unread).toContainEqual(
    expect.objectContaining({ operation: 'vaults.listBySubscription', why: expect.stringContaining('another host') }),
  );
});

test('an aborted signal ends the collection with its reason', async () => {
  await using fake = await startFakeAzure(sampleVaults);
  const abort = new AbortController();
  fake.answer('/vaults/shop-vault/keys', { status: 429, headers: { 'retry-after': '600' } });
  const running = collect(fake, abort.signal);
  setTimeout(() => abort.abort(new Error('stopped by the test')), 300);
  await expect(running).rejects.toThrow('stopped by the test');
});

test.each([
  ['a subscription that is no id', { subscription: 'production' }],
  ['an endpoint without TLS', { endpoint: 'http://127.0.0.1:1' }],
  ['an endpoint with credentials', { endpoint: 'https://user:word@127.0.0.1:1' }],
])('%s is a usage error', async (_, wrong) => {
  await expect(
    collectAzure({
      subscription: SUBSCRIPTION,
      credential: fakeCredential(TOKEN),
      signal: new AbortController().signal,
      progress: SILENT,
      ...wrong,
    }),
  ).rejects.toMatchObject({ code: 'BITTING_E_USAGE', exitCode: 2 });
});

test('a collected dump becomes stores, readers and grants', async () => {
  await using fake = await startFakeAzure(sampleVaults);
  const facts = await readAzureDump(await savedFile(await collect(fake)));
  expect(facts.source).toMatchObject({ kind: 'azure-dump', name: `Azure ${SUBSCRIPTION}`, status: 'read' });
  const tenant = TENANT.toLowerCase();
  const shop = facts.stores.find((store) => store.name === 'shop-vault');
  expect(shop?.id).toBe(vaultId(sampleVaults[0]!).toLowerCase());
  expect(shop?.readers).toHaveLength(2);
  expect(shop?.readers).toContain(`azure:${tenant}/${READER}`);
  expect(shop?.readers).not.toContain(`azure:${tenant}/${KEY_USER}`);
  expect(shop?.attributes).toMatchObject({
    'permission model': 'access policies',
    'network default action': 'allow',
    'purge protection': 'off',
    'open to template deployment': 'yes',
  });
  expect(shop?.secrets.filter((secret) => secret.kind === 'key').map((key) => key.name)).toEqual(['signing']);
  expect(facts.grants.find((grant) => grant.identity === `azure:${tenant}/${KEY_USER}`)).toMatchObject({
    through: 'access-policy',
    statements: [{ effect: 'Allow', actions: ['keys/decrypt'], resources: [shop?.id] }],
  });
  const staff = facts.stores.find((store) => store.name === 'staff-vault');
  expect(staff?.readers).toEqual([]);
  expect(staff?.attributes).toMatchObject({
    'permission model': 'Azure role assignments',
    'network default action': 'deny',
    'public network access': 'disabled',
    'purge protection': 'on',
  });
  expect(facts.grants.filter((grant) => grant.statements[0]?.resources[0] === staff?.id)).toEqual([]);
});
