import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { collectGithub, type GithubTarget } from '../../../src/connectors/github/collect.ts';
import { readGithubDump } from '../../../src/connectors/github/dump.ts';
import { type Progress, SILENT } from '../../../src/model/progress.ts';
import { type FakeGithub, startFakeGithub } from '../../support/fake-github.ts';
import { savedFile } from '../saved-file.ts';
import { DEPLOY_KEY, HOOK_TOKEN, sampleOrganization } from './sample-organization.ts';

const TOKEN = ['test', 'token', 'value'].join('_');

function collect(
  fake: FakeGithub,
  target: GithubTarget = { org: 'shop' },
  {
    signal = new AbortController().signal,
    progress = SILENT,
    secondMs = 1,
  }: { signal?: AbortSignal; progress?: Progress; secondMs?: number } = {},
) {
  return collectGithub({
    ...target,
    token: TOKEN,
    baseUrl: fake.baseUrl,
    signal,
    progress,
    secondMs,
    now: new Date('2026-11-23T00:00:00Z'),
  });
}

test('the SDK collects an organisation over several pages', async () => {
  await using fake = await startFakeGithub(sampleOrganization());
  const dump = await collect(fake);
  expect(dump.unread).toEqual([]);
  expect(dump.repositories.map((each) => each.fullName)).toEqual(['shop/admin', 'shop/checkout', 'shop/site']);
  expect(dump.organization?.outsideCollaborators).toEqual(['ann', 'bob', 'cem']);
  expect(
    dump.organization?.secrets?.map(({ name, visibility, repositories }) => [name, visibility, repositories]),
  ).toEqual([
    ['DEPLOY', 'all', undefined],
    ['PRIVATE_ONE', 'private', undefined],
    ['CHOSEN', 'selected', ['shop/admin', 'shop/checkout']],
  ]);
  const checkout = dump.repositories.find((each) => each.fullName === 'shop/checkout');
  expect(checkout?.deployKeys?.map((key) => key.title)).toEqual(['ci', 'never', 'fresh']);
  expect(checkout?.environments).toEqual([
    {
      name: 'production/eu',
      reviewers: 2,
      branches: 'restricted',
      secrets: [{ name: 'LIVE', created: '2024-01-01T00:00:00Z', updated: '2026-11-01T00:00:00Z' }],
    },
  ]);
  expect(fake.requests).toContain('GET /orgs/shop/repos?type=all&per_page=100&page=2');
});

test('every call is a GET with the token; neither it nor the address of a webhook is in the dump', async () => {
  await using fake = await startFakeGithub(sampleOrganization());
  const dump = JSON.stringify(await collect(fake));
  expect(fake.requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
  expect([...fake.authorizations]).toEqual([`token ${TOKEN}`]);
  for (const value of [TOKEN, HOOK_TOKEN, DEPLOY_KEY.split(' ')[1]!]) expect(dump).not.toContain(value);
});

test('refused and missing calls are rows of the dump and then of the coverage; the rest is read', async () => {
  await using fake = await startFakeGithub(sampleOrganization());
  fake.answer('/repos/shop/checkout/actions/secrets', { status: 403, message: 'Resource not accessible' });
  fake.answer('/orgs/shop/hooks', { status: 404 });
  const dump = await collect(fake);
  expect(dump.unread.map(({ operation, resource, status }) => [operation, resource, status])).toEqual([
    ['orgs.listWebhooks', 'shop', 404],
    ['actions.listRepoSecrets', 'shop/checkout', 403],
  ]);
  expect(dump.repositories.find((each) => each.fullName === 'shop/checkout')).not.toHaveProperty('secrets');
  const facts = await readGithubDump(await savedFile(dump));
  expect(facts.source.status).toBe('partial');
  expect(facts.coverage.filter((row) => row.outcome === 'unreadable')).toHaveLength(2);
});

test.each([
  ['a secondary limit', 403, 'You have exceeded a secondary rate limit.', { 'retry-after': '3' }, 3],
  ['a secondary limit that names no time', 403, 'You have exceeded a secondary rate limit.', {}, 60],
  ['the hourly limit', 403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }, 0],
  ['429 in other words', 429, 'Slow down', { 'retry-after': '3' }, 3],
  ['429 that names no time', 429, 'Slow down', {}, 60],
  ['an error of the server', 502, 'Bad gateway', {}, undefined],
])('%s is waited for as told and the call made again', async (_, status, message, headers, seconds) => {
  await using fake = await startFakeGithub(sampleOrganization());
  fake.answer('/repos/shop/checkout/keys', { status, message, headers, times: 2 });
  const steps: string[] = [];
  const dump = await collect(
    fake,
    { org: 'shop' },
    { progress: { step: (what) => steps.push(what), advance: () => {} } },
  );
  expect(dump.unread).toEqual([]);
  expect(dump.repositories.find((each) => each.fullName === 'shop/checkout')?.deployKeys).toHaveLength(3);
  expect(fake.requests.filter((request) => request.startsWith('GET /repos/shop/checkout/keys'))).toHaveLength(4);
  const waits = steps.filter((step) => step.startsWith('waiting'));
  const wait = `waiting ${seconds} s for GitHub's rate limit`;
  expect(waits).toEqual(seconds === undefined ? [] : [wait, wait]);
});

test.each([
  ['a limit', 403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }, 'rate limit'],
  ['single sign-on', 403, 'Resource protected', { 'x-github-sso': 'required; url=https://x' }, 'single sign-on'],
  ['a permission', 403, 'Resource not accessible', {}, 'lacks a permission'],
])('a refusal because of %s says so', async (_, status, message, headers, why) => {
  await using fake = await startFakeGithub(sampleOrganization());
  fake.answer('/repos/shop/checkout/keys', { status, message, headers });
  expect((await collect(fake)).unread).toMatchObject([{ status, why: expect.stringContaining(why) }]);
});

test('a limit that never ends becomes a row after some tries', async () => {
  await using fake = await startFakeGithub(sampleOrganization());
  fake.answer('/repos/shop/checkout/keys', { status: 429, headers: { 'retry-after': '1' } });
  const dump = await collect(fake);
  expect(dump.unread).toMatchObject([{ operation: 'repos.listDeployKeys', status: 429 }]);
});

test('an aborted signal ends a wait for a limit with its reason', async () => {
  await using fake = await startFakeGithub(sampleOrganization());
  fake.answer('/repos/shop/checkout/keys', {
    status: 403,
    message: 'secondary rate limit',
    headers: { 'retry-after': '3000' },
  });
  const abort = new AbortController();
  const running = collect(fake, { org: 'shop' }, { signal: abort.signal, secondMs: 1000 });
  setTimeout(() => abort.abort(new Error('stopped by the test')), 200);
  await expect(running).rejects.toThrow('stopped by the test');
});

test('a signal aborted beforehand lets no call out', async () => {
  await using fake = await startFakeGithub(sampleOrganization());
  const signal = AbortSignal.abort(new Error('stopped by the test'));
  await expect(collect(fake, { org: 'shop' }, { signal })).rejects.toThrow('stopped by the test');
  expect(fake.requests).toEqual([]);
});

test('a page on another host is not followed', async () => {
  await using fake = await startFakeGithub(sampleOrganization());
  await using other = await startFakeGithub(sampleOrganization());
  fake.linkOrigin = other.baseUrl;
  const dump = await collect(fake);
  expect(other.requests).toEqual([]);
  expect(dump.repositories).toHaveLength(2);
  expect(dump.unread).toContainEqual(
    expect.objectContaining({ operation: 'repos.listForOrg', why: expect.stringContaining('another host') }),
  );
});

test('repositories by name are collected without the organisation', async () => {
  await using fake = await startFakeGithub(sampleOrganization());
  const dump = await collect(fake, { repos: ['shop/checkout', 'shop/gone'] });
  expect(dump.name).toBe('shop/checkout and 1 more');
  expect(dump.organization).toBeUndefined();
  expect(dump.repositories.map((each) => each.fullName)).toEqual(['shop/checkout']);
  expect(dump.unread).toMatchObject([{ operation: 'repos.get', resource: 'shop/gone', status: 404 }]);
});

test('a user who owns the token gets the private repositories too', async () => {
  const own = { name: 'notes', owner: { login: 'ann', type: 'User' }, private: true, archived: true };
  const routes = sampleOrganization();
  await using fake = await startFakeGithub({
    ...routes,
    '/user': { login: 'Ann' },
    '/user/repos': [own],
    '/repos/ann/notes/collaborators': [
      { login: 'ann', role_name: 'admin' },
      { login: 'bob', role_name: 'write' },
    ],
  });
  const dump = await collect(fake, { user: 'ann' });
  expect(dump.repositories).toMatchObject([
    { fullName: 'ann/notes', visibility: 'private', archived: true, collaborators: [{ login: 'bob', role: 'write' }] },
  ]);
  expect(fake.requests).toContain('GET /repos/ann/notes/collaborators?per_page=100&affiliation=direct');
});

test.each([
  [401, 'the token was refused (401)'],
  [404, 'not found (404)'],
])('nothing listed because of %i is an error with exit code 3', async (status, message) => {
  await using fake = await startFakeGithub({});
  fake.answer('/orgs/shop/repos', { status });
  await expect(collect(fake)).rejects.toMatchObject({
    code: 'BITTING_E_COLLECT',
    exitCode: 3,
    message: expect.stringContaining(message),
  });
});

test('a server that is not there is an error with exit code 3 that does not hold the token', async () => {
  const fake = await startFakeGithub({});
  await fake[Symbol.asyncDispose]();
  const error: unknown = await collect(fake).catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    code: 'BITTING_E_COLLECT',
    exitCode: 3,
    message: expect.stringContaining('no answer'),
  });
  expect(String(error)).not.toContain(TOKEN);
});

test.each([
  ['a token with a line break', { token: `${TOKEN}\n` }],
  ['an empty token', { token: '' }],
  ['an address without TLS', { baseUrl: 'http://github.example.com' }],
  ['an organisation that is a path', { org: '../user' }],
  ['no repository', { repos: [] }],
  ['a repository without owner', { repos: ['checkout'] }],
])('%s is a usage error', async (_, wrong) => {
  const target = 'repos' in wrong ? {} : { org: 'shop' };
  const running = collectGithub({
    ...target,
    token: TOKEN,
    signal: new AbortController().signal,
    progress: SILENT,
    ...wrong,
  } as Parameters<typeof collectGithub>[0]);
  await expect(running).rejects.toMatchObject({ code: 'BITTING_E_USAGE', exitCode: 2 });
  await expect(running).rejects.not.toMatchObject({ message: expect.stringContaining(TOKEN) });
});

test('a collected dump becomes identities, keys, grants and stores', async () => {
  await using fake = await startFakeGithub(sampleOrganization());
  const facts = await readGithubDump(await savedFile(await collect(fake)));
  expect(facts.source).toMatchObject({ kind: 'github-dump', name: 'GitHub shop', status: 'read' });

  const key = facts.identities.find((identity) => identity.id === 'github:deploy-key:shop/checkout/11');
  expect(key).toMatchObject({
    kind: 'deploy-key',
    name: 'ci',
    lastUsed: '2024-02-01T00:00:00.000Z',
    tags: { repository: 'shop/checkout' },
    attributes: { access: 'read and write', 'added by': 'ann' },
  });
  const digest = createHash('sha256')
    .update(Buffer.from(DEPLOY_KEY.split(' ')[1]!, 'base64'))
    .digest('base64');
  expect(facts.keys[0]).toMatchObject({
    keyId: `SHA256:${digest.replace('=', '')}`,
    identity: key?.id,
    status: 'active',
  });
  expect(facts.keys.map((fact) => fact.neverUsed)).toEqual([undefined, true, true]);

  expect(facts.identities.filter((identity) => identity.kind === 'human').map((identity) => identity.name)).toEqual(
    expect.arrayContaining(['ann', 'bob', 'cem']),
  );
  expect(facts.identities.filter((identity) => identity.id === 'github:user:ann')).toHaveLength(1);
  expect(facts.grants).toContainEqual(
    expect.objectContaining({
      identity: 'github:user:ann',
      statements: [expect.objectContaining({ actions: ['repository:admin'], resources: ['shop/checkout'] })],
    }),
  );
  expect(facts.identities.find((identity) => identity.name === 'reader-bot')?.status).toBe('inactive');

  const stores = new Map(facts.stores.map((store) => [store.id, store]));
  expect([...stores.keys()].toSorted()).toEqual([
    'github:shop/checkout:actions-secrets',
    'github:shop/checkout:environment:production/eu:actions-secrets',
    'github:shop:actions-secrets',
  ]);
  const organization = stores.get('github:shop:actions-secrets');
  expect(organization?.secrets.map(({ name, visibility, visibleTo }) => [name, visibility, visibleTo])).toEqual([
    ['DEPLOY', 'all', ['shop/admin', 'shop/checkout', 'shop/site']],
    ['PRIVATE_ONE', 'private', ['shop/admin', 'shop/checkout']],
    ['CHOSEN', 'selected', ['shop/admin', 'shop/checkout']],
  ]);
  expect(organization?.readers).toContain('github:workflow-token:shop/site');
});

test.each([
  ['cut off', '{"format": "bitting-github-dump/1", "reposi', 'ends in the middle'],
  ['of another format', { format: 'bitting-azure-dump/1' }, 'format'],
  [
    'with a field of the wrong type',
    { format: 'bitting-github-dump/1', repositories: 'none' },
    'bitting-github-dump/1',
  ],
])('a dump %s is an error with exit code 3', async (_, content, message) => {
  await expect(readGithubDump(await savedFile(content))).rejects.toMatchObject({
    code: 'BITTING_E_DUMP_INVALID',
    exitCode: 3,
    message: expect.stringContaining(message),
  });
});
