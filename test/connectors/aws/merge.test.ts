import { expect, test } from 'vitest';
import { mergeIdentity } from '../../../src/model/merge-identity.ts';
import { mergeKeys } from '../../../src/connectors/aws/merge.ts';
import type { KeyFact } from '../../../src/model/facts.ts';
import type { Identity } from '../../../src/model/identity.ts';

const user = 'arn:aws:iam::111122223333:user/ci';
const place = { kind: 'resource', source: 's', provider: 'aws', resource: user } as const;
const key = (parts: Partial<KeyFact>): KeyFact => ({
  provider: 'aws',
  kind: 'access-key',
  identity: user,
  status: 'active',
  place,
  ...parts,
});
const created = '2026-01-01T08:00:00.000Z';

test('the first record stands, the second fills gaps, the later use counts', () => {
  const base: Identity = {
    id: user,
    provider: 'aws',
    kind: 'user',
    name: 'ci',
    tags: {},
    attributes: {},
    places: [place],
    domains: [],
  };
  const merged = mergeIdentity(
    { ...base, attributes: { path: '/' }, tags: { a: '1' }, lastUsed: '2026-01-01T00:00:00.000Z' },
    { ...base, name: 'other', attributes: { path: '/x/', MFA: 'none' }, lastUsed: '2026-02-01T00:00:00.000Z', created },
  );
  expect(merged).toEqual({
    ...base,
    tags: { a: '1' },
    attributes: { path: '/', MFA: 'none' },
    lastUsed: '2026-02-01T00:00:00.000Z',
    created,
  });
});

test('a slot of the report and a listed key of the same minute are one key, with the later use', () => {
  const merged = mergeKeys([
    key({ slot: 'access key 1', created: '2026-01-01T08:00:30.000Z', lastUsed: '2026-03-01T00:00:00.000Z' }),
    key({ keyId: 'id-1', created, neverUsed: true }),
  ]);
  expect(merged).toEqual([key({ keyId: 'id-1', created, lastUsed: '2026-03-01T00:00:00.000Z' })]);
});

test('a slot that no listed key explains stays', () => {
  const first = key({ slot: 'access key 1', created });
  const second = key({ slot: 'access key 2', created: '2026-02-01T08:00:00.000Z' });
  expect(mergeKeys([key({ keyId: 'id-1', created }), first, second])).toEqual([
    key({ keyId: 'id-1', created }),
    second,
  ]);
});

test('a slot whose time differs gives way to a complete listing', () => {
  const slot = key({ slot: 'access key 1', created: '2026-02-01T08:00:00.000Z' });
  expect(mergeKeys([key({ keyId: 'id-1', created }), slot])).toEqual([key({ keyId: 'id-1', created })]);
});

test('keys of others, of other kinds and of other providers are left as they are', () => {
  const others = [
    key({ slot: 'access key 1', identity: 'arn:aws:iam::111122223333:user/b', created }),
    key({ slot: 'signing certificate 1', kind: 'certificate' }),
    key({ provider: 'gcp', keyId: 'g' }),
  ];
  expect(mergeKeys([key({ keyId: 'id-1', created }), ...others])).toHaveLength(4);
});
