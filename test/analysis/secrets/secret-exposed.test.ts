import { describe, expect, it } from 'vitest';

import { secretChecks } from '../../../src/analysis/secrets/index.ts';
import { isExamplePath } from '../../../src/analysis/secrets/example-path.ts';
import { runChecks } from '../../../src/analysis/run-checks.ts';
import type { GraphInput } from '../../../src/graph/build-graph.ts';
import { DEFAULT_CONFIG } from '../../../src/config/default-config.ts';
import type { Facts } from '../../../src/model/facts.ts';
import { ACCOUNT_PLACE, NOW, detector, filePlace, graphOf, identity, sighting } from '../../support/graph-builder.ts';

const KEY_ID = `AKI${'A'}TESTKEYID0000001`;

function findings(input: Partial<Omit<GraphInput, 'facts'>> & { facts?: Partial<Facts> }) {
  const graph = graphOf({ config: DEFAULT_CONFIG, ...input });
  return [...runChecks(graph, secretChecks, { now: NOW, config: DEFAULT_CONFIG }).findings];
}

describe('secret.exposed', () => {
  it('is one finding a secret, with every place', () => {
    const places = [filePlace('shop', 'a.env'), filePlace('shop', 'b.env', 4)];
    expect(findings({ sightings: [sighting('aa', places)] })).toMatchObject([
      { check: 'secret.exposed', severity: 'high', places, title: 'example key in a.env, line 1, and 1 other file' },
    ]);
  });

  it.each([
    ['only in tests', 'test/fixtures/a.env', {}, 'medium'],
    ['unsure', 'a.env', { confidence: 'low' as const }, 'medium'],
    ['under a passphrase', 'id.pem', { facts: { encrypted: 'aes256-ctr' } }, 'medium'],
    ['known to everybody', 'id.pem', { facts: { published: 'a test key' } }, 'low'],
    ['expired', 'a.env', { facts: { expires: '2020-01-01T00:00:00Z' } }, 'low'],
  ])('is milder when the secret is %s', (_, path, fields, severity) => {
    const [found] = findings({ sightings: [sighting('aa', [filePlace('shop', path)], fields)] });
    expect(found?.severity).toBe(severity);
    expect(found?.factors.some(({ effect }) => effect === 'lowers')).toBe(true);
  });

  it('is worse when the key is active and its user an administrator, and says so', () => {
    const user = identity('arn:aws:iam::111122223333:user/admin');
    const statement = {
      effect: 'Allow' as const,
      actions: ['*'],
      notActions: [],
      resources: ['*'],
      notResources: [],
      principals: {},
      notPrincipals: {},
      conditions: {},
    };
    const [found] = findings({
      detectors: [detector('example-key', { severity: 'medium' })],
      sightings: [sighting('aa', [filePlace('shop', 'a.env')], { keyId: KEY_ID })],
      facts: {
        identities: [user],
        keys: [
          {
            provider: 'aws',
            keyId: KEY_ID,
            kind: 'access-key',
            identity: user.id,
            status: 'active',
            place: ACCOUNT_PLACE,
          },
        ],
        grants: [
          { identity: user.id, policy: 'all', through: 'inline', statements: [statement], place: ACCOUNT_PLACE },
        ],
      },
    });
    expect(found?.severity).toBe('critical');
    expect(found?.title).toContain('of AWS user admin');
    expect(found?.subjects).toContain(user.id);
  });

  it('does not report names of clients, nor ids that only words make ones', () => {
    const place = filePlace('shop', 'a.env');
    const of = (kind: 'other' | 'access-key', proof: 'format' | 'context') =>
      findings({
        detectors: [detector('named', { severity: 'info', identifier: true, kind })],
        sightings: [sighting('aa', [place], { detector: 'named', keyId: KEY_ID, proof })],
      });
    expect(of('other', 'format')).toEqual([]);
    expect(of('access-key', 'context')).toEqual([]);
    expect(of('access-key', 'format')).toHaveLength(1);
  });

  it('does not report a public id apart from its secret part', () => {
    const detectors = [detector('key-id', { severity: 'info', kind: 'access-key' }), detector('example-key')];
    const id = sighting('aa', [filePlace('shop', 'a.env')], { detector: 'key-id', keyId: KEY_ID });
    const secret = sighting('bb', [filePlace('shop', 'a.env', 2)], { keyId: KEY_ID });
    expect(findings({ detectors, sightings: [id, secret] })).toHaveLength(1);
    expect(findings({ detectors, sightings: [id] })).toMatchObject([{ severity: 'low' }]);
  });
});

describe('the title', () => {
  const id = '0123456789abcdef0123456789abcdef01234567';
  const object = { ...filePlace('shop', `.git/objects/01/${id.slice(2)}`), reachable: false };
  it.each([
    ['the message of a commit', { ...object, commit: id }, 'in the message of commit 0123456789'],
    ['the message of a tag', object, 'in the message of tag 0123456789'],
    ['a blob that was never committed', { ...object, blob: id }, 'in object 0123456789, which no commit names'],
    ['a file of history', { ...filePlace('shop', 'a.env'), commit: id, blob: id }, 'in the history of a.env'],
  ])('says that a secret stands in %s', (_, place, words) => {
    expect(findings({ sightings: [sighting('aa', [place])] })[0]?.title).toBe(`example key ${words}`);
  });
});

describe('secret.reused', () => {
  it('says that two repositories share one secret where no domains are declared', () => {
    const shared = sighting('aa', [filePlace('shop', 'a.env'), filePlace('office', 'b.env')]);
    expect(findings({ sightings: [shared] }).map(({ check }) => check)).toEqual(['secret.exposed', 'secret.reused']);
  });
});

describe('isExamplePath', () => {
  it.each([
    'test/a.ts',
    'src/login.test.ts',
    'docs/usage.md',
    'a/fixtures/b.env',
    'pkg/auth_test.go',
    'config/app.example.yml',
    'module/src/dockerTest/resources/server.key',
    'src/testFixtures/a.pem',
    'smoke-test/app/a.yml',
    't/a.pl',
    'src/main/TokenTests.java',
  ])('takes %s for an example', (path) => expect(isExamplePath(path)).toBe(true));
  it.each(['config/prod.env', 'src/latest.ts', 'contest/a.ts', 'attestation.json', 'src/Latest.java', 'protest/a.ts'])(
    'takes %s for the real thing',
    (path) => expect(isExamplePath(path)).toBe(false),
  );
});
