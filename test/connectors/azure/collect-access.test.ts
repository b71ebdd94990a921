import { expect, test } from 'vitest';
import { vaultReaders } from '../../../src/analysis/vaults/readers.ts';
import { DEFAULT_CONFIG } from '../../../src/config/default-config.ts';
import { collectAzure, type CollectAzureOptions } from '../../../src/connectors/azure/collect.ts';
import { mergeAzure, readAzureDump } from '../../../src/connectors/azure/dump.ts';
import { buildGraph } from '../../../src/graph/build-graph.ts';
import { SILENT } from '../../../src/model/progress.ts';
import { fakeCredential, startFakeAzure, SUBSCRIPTION, type FakeAzure, vaultId } from '../../support/fake-azure.ts';
import { savedFile } from '../saved-file.ts';
import { IDENTITY, JOB_APPLICATION, MACHINE, PEOPLE, sampleAccess } from './sample-access.ts';
import { sampleVaults, TENANT } from './sample-vaults.ts';

function collect(fake: FakeAzure, more: Partial<CollectAzureOptions> = {}) {
  return collectAzure({
    subscription: SUBSCRIPTION,
    endpoint: fake.endpoint,
    graphEndpoint: fake.endpoint,
    credential: fakeCredential('none'),
    ca: fake.ca,
    signal: new AbortController().signal,
    progress: SILENT,
    ...more,
  });
}

const id = (name: keyof typeof PEOPLE) => `azure:${TENANT.toLowerCase()}/${PEOPLE[name]}`;

test('roles, identities and the directory are collected over several pages, with GETs alone', async () => {
  await using fake = await startFakeAzure(sampleVaults, sampleAccess);
  const dump = await collect(fake);
  expect(dump.unread).toEqual([]);
  expect(dump.roleAssignments).toHaveLength(6);
  expect(
    dump.roleAssignments.filter(({ eligible }) => eligible === true).map(({ endDateTime }) => endDateTime),
  ).toEqual(['2027-01-01T00:00:00.000Z']);
  expect(dump.roleDefinitions.map(({ roleName }) => roleName)).toContain('Contributor');
  expect(dump.denyAssignments[0]?.excludePrincipals).toEqual([{ id: PEOPLE.ana, type: 'User' }]);
  expect(dump.managedIdentities[0]?.federated).toHaveLength(1);
  expect(dump.workloads.map(({ name }) => name)).toEqual(['web-1']);
  expect(dump.applications).toHaveLength(3);
  expect(dump.groups[0]?.members).toHaveLength(3);
  expect(dump.tenant).toBe(TENANT.toLowerCase());
  expect(dump.deletedVaults.map(({ name }) => name)).toEqual(['gone-vault']);
  expect(dump.missingObjects).toContain('eeeeeeee-0000-0000-0000-0000000000ff');
  expect(fake.requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
  expect(fake.requests.some((request) => request.includes('/v1.0/applications') && request.includes('skiptoken'))).toBe(
    true,
  );
  // Members of roles that lead nowhere are not asked for.
  expect(fake.requests.filter((request) => request.includes('role-2'))).toEqual([]);
});

test('what was collected becomes identities, keys, trusts, grants and assignments', async () => {
  await using fake = await startFakeAzure(sampleVaults, sampleAccess);
  const facts = await readAzureDump(await savedFile(await collect(fake)));
  expect(facts.source.status).toBe('read');
  const job = facts.identities.find((identity) => identity.id === id('job'));
  expect(job).toMatchObject({
    kind: 'service-account',
    name: 'job',
    attributes: { 'object kind': 'service principal', 'application id': JOB_APPLICATION },
  });
  expect(
    facts.keys.map(({ keyId, kind, identity, slot, thumbprint, expires }) => [
      keyId,
      kind,
      identity,
      slot,
      thumbprint,
      expires,
    ]),
  ).toEqual([
    ['key-1', 'client-secret', id('job'), 'deploy, begins with x7Q', undefined, '2028-01-01T00:00:00.000Z'],
    ['key-2', 'certificate', id('job'), undefined, 'ab'.repeat(20), '2027-01-01T00:00:00.000Z'],
  ]);
  expect(facts.trusts.map(({ identity, kind, trusted, subjects }) => [identity, kind, trusted, ...subjects])).toEqual([
    [id('web'), 'oidc', 'token.actions.githubusercontent.com', 'repo:shop/checkout:ref:refs/heads/main'],
    [id('machine'), 'principal', MACHINE.toLowerCase()],
    [id('web'), 'principal', MACHINE.toLowerCase()],
    [id('job'), 'oidc', 'token.actions.githubusercontent.com', 'repo:shop/job:ref:refs/heads/main'],
  ]);
  expect(facts.identities.find((identity) => identity.id === id('web'))?.attributes).toMatchObject({
    'object kind': 'managed identity',
    resource: IDENTITY.toLowerCase(),
  });
  expect(facts.identities.find((identity) => identity.id === id('ana'))?.memberOf).toEqual([id('ops')]);
  expect(
    facts.grants
      .filter(({ through }) => through === 'role-assignment')
      .map(({ identity, policy }) => [identity, policy]),
  ).toEqual([
    [id('job'), 'application permission Application.ReadWrite.All of Microsoft Graph'],
    [id('ana'), 'owner of application job'],
    [id('eva'), 'owner of group ops'],
    [id('eva'), 'directory role Application Administrator'],
  ]);
  expect(facts.assignments.map(({ kind }) => kind).toSorted()).toEqual([
    'active',
    'active',
    'active',
    'active',
    'active',
    'deny',
    'eligible',
  ]);
  expect(facts.stores.find(({ name }) => name === 'gone-vault')?.attributes['state']).toMatch(/deleted/);
});

test('the readers of a collected vault are those of its roles, its groups and its hops', async () => {
  await using fake = await startFakeAzure(sampleVaults, sampleAccess);
  const facts = mergeAzure([await readAzureDump(await savedFile(await collect(fake)))]);
  const graph = buildGraph({ sources: [], sightings: [], facts: [facts], detectors: [], config: DEFAULT_CONFIG });
  const access = vaultReaders(graph).get(vaultId(sampleVaults[1]!).toLowerCase());
  expect(access?.model).toBe('role assignments');
  expect(access?.readers.map(({ way, words, certainty }) => `${way} ${words} ${certainty}`)).toEqual([
    'holder managed identity web-id certain',
    'holder service principal job certain',
    'self-grant user eva@example.com condition',
    'hop user ana@example.com certain',
    'hop user ben@example.com certain',
    'hop user eva@example.com certain',
  ]);
});

test('a refused directory is a row, and the vaults are read', async () => {
  await using fake = await startFakeAzure(sampleVaults, sampleAccess);
  fake.answer('/v1.0/', { status: 403, code: 'Authorization_RequestDenied' });
  const dump = await collect(fake);
  expect(dump.vaults).toHaveLength(3);
  expect(dump.unread).toContainEqual({
    operation: 'graph.applications',
    resource: TENANT.toLowerCase(),
    status: 403,
    why: 'refused (403 Authorization_RequestDenied): the application permission Application.Read.All allows it',
  });
  const facts = await readAzureDump(await savedFile(dump));
  expect(facts.source.status).toBe('partial');
});

test('throttling of Microsoft Graph is waited for as told', async () => {
  await using fake = await startFakeAzure(sampleVaults, sampleAccess);
  fake.answer('/v1.0/servicePrincipals?', { status: 429, headers: { 'retry-after': '0' }, times: 2 });
  const dump = await collect(fake);
  expect(dump.unread).toEqual([]);
  expect(dump.servicePrincipals).toHaveLength(3);
});

test('a page of Microsoft Graph on another host is not followed', async () => {
  await using fake = await startFakeAzure(sampleVaults.slice(0, 1), sampleAccess);
  await using other = await startFakeAzure(sampleVaults, sampleAccess);
  fake.nextLinkHost = new URL(other.endpoint).host;
  const dump = await collect(fake);
  expect(other.requests).toEqual([]);
  expect(dump.unread).toContainEqual(
    expect.objectContaining({ operation: 'graph.applications', why: expect.stringContaining('another host') }),
  );
});

test('without the directory nothing of it is asked', async () => {
  await using fake = await startFakeAzure(sampleVaults, sampleAccess);
  const dump = await collect(fake, { directory: false });
  expect(fake.requests.filter((request) => request.includes('/v1.0/'))).toEqual([]);
  expect(dump.applications).toEqual([]);
});

test('an endpoint of nobody’s cloud asks no directory and says so', async () => {
  await using fake = await startFakeAzure(sampleVaults, sampleAccess);
  const { graphEndpoint: _, ...options } = { graphEndpoint: '', subscription: SUBSCRIPTION };
  const dump = await collectAzure({
    ...options,
    endpoint: fake.endpoint,
    credential: fakeCredential('none'),
    ca: fake.ca,
    signal: new AbortController().signal,
    progress: SILENT,
  });
  expect(dump.unread).toEqual([
    { operation: 'graph', resource: TENANT.toLowerCase(), why: expect.stringContaining('--graph-endpoint') },
  ]);
});
