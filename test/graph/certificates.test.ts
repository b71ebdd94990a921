import { describe, expect, it } from 'vitest';

import type { KeyFact } from '../../src/model/facts.ts';
import { ACCOUNT_PLACE, detector, filePlace, graphOf, identity, sighting } from '../support/graph-builder.ts';

const PIN = 'SHA256:abc';
const DETECTORS = [
  detector('example-key', { kind: 'private-key' }),
  detector('certificate', { reference: 'identity', extract: ['certificate'] }),
];
const first = identity('azure:tenant/first', { provider: 'azure', kind: 'app' });
const second = identity('azure:tenant/second', { provider: 'azure', kind: 'app' });

function record(thumbprint: string, holder = first.id): KeyFact {
  return {
    provider: 'azure',
    kind: 'certificate',
    identity: holder,
    status: 'active',
    thumbprint,
    place: ACCOUNT_PLACE,
  };
}

const key = sighting('a', [filePlace('shop', 'gateway.key')], { facts: { 'public key': PIN } });
const certificate = (target: string, expires: string, pin = PIN) =>
  sighting(target, [filePlace('shop', `${target}.crt`)], {
    detector: 'certificate',
    facts: { target, sha256: `${target}${target}`, subject: 'CN=gateway', expires, 'public key': pin },
  });

function joined(sightings: readonly ReturnType<typeof sighting>[], keys: readonly KeyFact[] = []) {
  const graph = graphOf({ sightings, detectors: DETECTORS, facts: { identities: [first, second], keys } });
  const credential = [...graph.credentials].find(({ state }) => state === 'unmanaged');
  return { facts: credential?.facts ?? {}, identity: credential?.identity, references: [...graph.references] };
}

describe('a private key with certificates of its public half', () => {
  const [old, renewed] = [certificate('aa', '2025-01-01'), certificate('bb', '2027-01-01')];

  it('has the thumbprint of the one that ends last, wherever they stand', () => {
    expect(joined([renewed, key, old]).facts).toMatchObject({
      certificate: 'bb',
      'certificate sha256': 'bbbb',
      'certificate subject': 'CN=gateway',
      'certificate expires': '2027-01-01',
    });
  });

  it('has that of the one that a provider knows, by SHA-1 or SHA-256', () => {
    expect(joined([key, old, renewed], [record('aa')])).toMatchObject({
      facts: { certificate: 'aa' },
      identity: first.id,
    });
    expect(joined([key, old, renewed], [record('aaaa')])).toMatchObject({
      facts: { certificate: 'aa' },
      identity: first.id,
    });
  });

  it('is not taken for another by a certificate of another key', () => {
    const found = joined([key, certificate('cc', '2027-01-01', 'SHA256:other')], [record('cc')]);
    expect(found.identity).toBeUndefined();
    expect(found.facts['certificate']).toBeUndefined();
  });
});

describe('a certificate without its key', () => {
  it('names the identity that has its thumbprint, and nobody where two have it or none', () => {
    const seen = certificate('aa', '2027-01-01');
    expect(joined([seen], [record('aa')]).references).toMatchObject([{ kind: 'identity', target: first.id }]);
    expect(joined([seen], [record('aa'), record('aa', second.id)]).references).toEqual([]);
    expect(joined([seen]).references).toEqual([]);
  });
});
