import { describe, expect, it } from 'vitest';

import type { KeyFact } from '../../src/model/facts.ts';
import type { Identity } from '../../src/model/identity.ts';
import type { Match } from '../../src/model/segment.ts';
import { ACCOUNT_PLACE, detector, filePlace, graphOf, identity, sighting } from '../support/graph-builder.ts';

const CLIENT = '11111111-2222-3333-4444-555555555555';
const TENANT = 'aaaaaaaa-0000-0000-0000-000000000001';
const OTHER_TENANT = 'aaaaaaaa-0000-0000-0000-000000000002';

function azure(object: string, kind: Identity['kind'], fields: Partial<Identity> = {}): Identity {
  return identity(`azure:${TENANT}/${object}`, {
    provider: 'azure',
    kind,
    account: TENANT,
    attributes: { 'application id': CLIENT, 'object kind': 'service principal' },
    ...fields,
  });
}

const application = azure('application', 'app');
const principal = azure('principal', 'service-account');

function secretRecord(keyId: string, fields: Partial<KeyFact> = {}): KeyFact {
  return {
    provider: 'azure',
    keyId,
    kind: 'client-secret',
    identity: application.id,
    status: 'active',
    place: ACCOUNT_PLACE,
    ...fields,
  };
}

/** The one credential in the open, of a client secret with the client id beside it unless told otherwise. */
function joined(
  facts: { readonly identities?: readonly Identity[]; readonly keys?: readonly KeyFact[] },
  match: Partial<Match> = { keyId: CLIENT.toUpperCase() },
  provider = 'Azure',
) {
  const graph = graphOf({
    detectors: [detector('example-key', { provider, kind: 'client-secret' })],
    sightings: [sighting('aa', [filePlace('shop', 'a.env')], match)],
    facts,
  });
  const open = Iterator.from(graph.credentials).find(({ state }) => state === 'unmanaged');
  const managed = Iterator.from(graph.credentials)
    .filter(({ state }) => state === 'managed')
    .toArray();
  return { ...open!, managed };
}

describe('a client secret', () => {
  it('acts as the service principal of its client id, whatever the case of that', () => {
    expect(joined({ identities: [application, principal] })).toMatchObject({
      identity: principal.id,
      identityBy: 'the client id beside it',
    });
  });

  it('acts as the application where no service principal is known', () => {
    expect(joined({ identities: [application] }).identity).toBe(application.id);
  });

  it('takes the principal of the tenant beside it', () => {
    const foreign = azure('foreign', 'service-account', { id: `azure:${OTHER_TENANT}/foreign`, account: OTHER_TENANT });
    const match = { keyId: CLIENT, facts: { tenant: OTHER_TENANT } };
    expect(joined({ identities: [principal, foreign] }, match)).toMatchObject({
      identity: foreign.id,
      identityBy: 'the client id beside it and the tenant beside it',
    });
  });

  it('acts as nobody and says so where two principals have the client id', () => {
    const foreign = azure('foreign', 'service-account', { id: `azure:${OTHER_TENANT}/foreign`, account: OTHER_TENANT });
    const { identity: told, facts } = joined({ identities: [principal, foreign] });
    expect(told).toBeUndefined();
    expect(facts['identity']).toBe(`ambiguous by the client id beside it: ${principal.id}, ${foreign.id}`);
  });

  it('is never one of a managed identity, which has none', () => {
    const attributes = { 'application id': CLIENT, 'object kind': 'managed identity' };
    expect(joined({ identities: [azure('managed', 'service-account', { attributes })] }).identity).toBeUndefined();
  });

  it('takes state and dates of the only secret on record, which is then no other key', () => {
    const record = secretRecord('key-1', { expires: '2027-01-01', status: 'inactive' });
    const found = joined({ identities: [application, principal], keys: [record] });
    expect(found).toMatchObject({ status: 'inactive', expires: '2027-01-01' });
    expect(found.managed).toEqual([]);
  });

  it('takes no state where several are on record, and says so', () => {
    const keys = [secretRecord('key-1'), secretRecord('key-2')];
    const found = joined({ identities: [application, principal], keys });
    expect(found.status).toBeUndefined();
    expect(found.facts['record']).toBe('one of 2 that are on record; which one is not known');
    expect(found.managed).toHaveLength(2);
  });
});

describe('a private key', () => {
  const deployKey = identity('github:deploy-key:octo/shop/1', { provider: 'github', kind: 'deploy-key' });
  const record: KeyFact = {
    provider: 'github',
    keyId: 'SHA256:abc',
    kind: 'private-key',
    identity: deployKey.id,
    status: 'active',
    place: ACCOUNT_PLACE,
  };

  it('is the deploy key that has its fingerprint', () => {
    expect(
      joined({ identities: [deployKey], keys: [record] }, { facts: { 'ssh fingerprint': 'SHA256:abc' } }),
    ).toMatchObject({
      identity: deployKey.id,
      identityBy: 'the fingerprint of its public key',
      keyId: 'SHA256:abc',
      status: 'active',
      managed: [],
    });
  });

  it('is nobody’s where two identities have its fingerprint, and says so', () => {
    const second = identity('github:deploy-key:octo/other/2', { provider: 'github', kind: 'deploy-key' });
    const keys = [record, { ...record, identity: second.id }];
    const found = joined({ identities: [deployKey, second], keys }, { facts: { 'ssh fingerprint': 'SHA256:abc' } });
    expect(found.identity).toBeUndefined();
    expect(found.facts['identity']).toContain(second.id);
  });

  it('belongs to the application that has the certificate beside it', () => {
    const key = secretRecord('key-1', { kind: 'certificate', thumbprint: 'AB12', identity: principal.id });
    expect(joined({ identities: [principal], keys: [key] }, { facts: { certificate: 'ab12' } })).toMatchObject({
      identity: principal.id,
      identityBy: 'the thumbprint of the certificate beside it',
    });
  });
});

describe('a token of a GitHub App', () => {
  it('acts as the installation of the app that issued it', () => {
    const app = identity('github:app-installation:octo/bot', {
      provider: 'github',
      kind: 'app',
      attributes: { 'app id': '4711' },
    });
    expect(joined({ identities: [app] }, { facts: { iss: '4711' } }, 'GitHub').identity).toBe(app.id);
  });
});
