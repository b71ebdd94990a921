import { describe, expect, it } from 'vitest';

import type { Sighting } from '../../src/graph/sighting.ts';
import { detector, filePlace, graphOf, sighting } from '../support/graph-builder.ts';

const detectors = [
  detector('shop-key-id', { identifier: true, severity: 'info', kind: 'access-key' }),
  detector('shop-secret', { pairsWith: { detector: 'shop-key-id', withinBytes: 100 } }),
];
const id = (name: string, path: string) =>
  sighting(`1${name}`, [filePlace('shop', path)], { detector: 'shop-key-id', keyId: name, facts: { account: '42' } });
const secret = (name: string, path: string, keyId?: string) =>
  sighting(`2${name}`, [filePlace('shop', path)], { detector: 'shop-secret', ...(keyId !== undefined && { keyId }) });

/** Key id of each secret, or what is said of it. */
function pairs(...sightings: readonly Sighting[]): readonly (string | undefined)[] {
  return [...graphOf({ detectors, sightings }).credentials]
    .filter((credential) => credential.detector === 'shop-secret')
    .map(({ keyId, facts }) => keyId ?? facts['pairing']);
}

const past = (path: string, commit: string) => [{ ...filePlace('shop', path), commit, blob: path }];

const at = (commit: string) =>
  pairs(
    sighting('2a', past('.env', 'c1'), { detector: 'shop-secret' }),
    sighting('1k', past('config.yml', commit), { detector: 'shop-key-id', keyId: 'K1' }),
  );

describe('an id and its secret in two files of a folder', () => {
  it('become one credential, with the account of the id', () => {
    const graph = graphOf({ detectors, sightings: [secret('a', 'deploy/.env'), id('K1', 'deploy/config.yml')] });
    expect(graph.credentials.at(0)).toMatchObject({
      keyId: 'K1',
      account: '42',
      facts: { pairing: 'by the only id in the folder' },
    });
  });

  it.each([
    ['other folders', [secret('a', 'deploy/.env'), id('K1', 'web/config.yml')], [undefined]],
    ['two ids', [secret('a', '.env'), id('K1', 'a.yml'), id('K2', 'b.yml')], ['ambiguous, 2 candidates in the folder']],
    [
      'two secrets',
      [secret('a', '.env'), secret('b', 'prod.env'), id('K1', 'a.yml')],
      Array.from({ length: 2 }, () => 'ambiguous, 1 candidate for several secrets in the folder'),
    ],
    [
      'an id that has its secret',
      [secret('a', '.env', 'K1'), id('K1', '.env'), secret('b', 'b.env')],
      ['K1', undefined],
    ],
  ])('stay apart: %s', (_, sightings, expected) => {
    expect(pairs(...sightings)).toEqual(expected);
  });

  it('count together in history only when one commit brought both', () => {
    expect(at('c1')).toEqual(['K1']);
    expect(at('c2')).toEqual([undefined]);
  });
});

describe('a value that one place names as an id and another as a secret', () => {
  it('is a secret', () => {
    const named = [
      detector('client-id', { identifier: true, severity: 'info' }),
      detector('client-secret', { severity: 'high' }),
    ];
    const graph = graphOf({
      detectors: named,
      sightings: [
        sighting('aa', [filePlace('shop', 'a')], {
          detector: 'client-id',
          proof: 'context',
          keyId: 'VALUE',
          preview: 'VALUE',
        }),
        sighting('aa', [filePlace('shop', 'b')], {
          detector: 'client-secret',
          proof: 'context',
          confidence: 'low',
          preview: '…',
        }),
      ],
    });
    expect(graph.credentials.at(0)).toMatchObject({ detector: 'client-secret', preview: '…' });
    expect(graph.credentials.at(0)).not.toHaveProperty('keyId');
  });
});
