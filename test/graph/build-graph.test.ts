import { describe, expect, it } from 'vitest';

import { MOST } from '../../src/graph/limits.ts';
import { ACCOUNT_PLACE, detector, filePlace, graphOf, identity, sighting } from '../support/graph-builder.ts';

const KEY_ID = `AKI${'A'}TESTKEYID0000001`;

describe('credentials', () => {
  it('are one row a value, named by the strongest proof, with every place once', () => {
    const place = filePlace('shop', 'a.env');
    const graph = graphOf({
      detectors: [detector('generic'), detector('exact')],
      sightings: [
        sighting('aa', [place], { detector: 'generic', proof: 'context', confidence: 'low' }),
        sighting('aa', [place, filePlace('office', 'b.env')], { detector: 'exact', proof: 'checksum' }),
      ],
    });
    expect(graph.credentials).toHaveLength(1);
    expect(graph.credentials.at(0)).toMatchObject({
      detector: 'exact',
      proof: 'checksum',
      domains: ['customer', 'workforce'],
    });
    expect(graph.credentials.at(0)?.places).toHaveLength(2);
  });

  it('join the user, state and dates that the provider records under the key id', () => {
    const user = identity('arn:aws:iam::111122223333:user/uploader');
    const graph = graphOf({
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
            created: '2024-01-01',
            place: ACCOUNT_PLACE,
          },
          {
            provider: 'aws',
            slot: 'access key 2',
            kind: 'access-key',
            identity: user.id,
            status: 'inactive',
            place: ACCOUNT_PLACE,
          },
        ],
      },
    });
    const [seen, managed] = graph.credentials;
    expect(seen).toMatchObject({ state: 'unmanaged', identity: user.id, status: 'active', created: '2024-01-01' });
    expect(managed).toMatchObject({ state: 'managed', identity: user.id, status: 'inactive' });
  });

  it('name the identity that their own text names', () => {
    const graph = graphOf({
      sightings: [
        sighting('aa', [filePlace('shop', 'a.env')], {
          facts: { scheme: 'postgres', user: 'app', host: 'db.example.net' },
        }),
      ],
    });
    expect(graph.credentials.at(0)?.identity).toBe('postgres://app@db.example.net');
    expect(graph.identityById.get('postgres://app@db.example.net')).toMatchObject({
      kind: 'service-account',
      domains: ['customer'],
    });
  });
});

describe('references', () => {
  it('come from detectors that only name things, and never become credentials', () => {
    const role = 'arn:aws:iam::111122223333:role/deploy';
    const graph = graphOf({
      detectors: [detector('role-reference', { reference: 'role' })],
      sightings: [
        sighting('bb', [filePlace('shop', 'main.tf')], { detector: 'role-reference', facts: { target: role } }),
      ],
    });
    expect(graph.credentials).toEqual([]);
    expect(graph.references).toMatchObject([{ kind: 'role', target: role }]);
    expect(graph.identityById.get(role)).toMatchObject({ kind: 'role', name: 'deploy', account: '111122223333' });
  });
});

describe('what does not fit', () => {
  it('is left out of a credential’s places, and told', () => {
    const places = Array.from({ length: MOST.places + 2 }, (_, line) => filePlace('shop', 'a.env', line + 1));
    const graph = graphOf({ sightings: [sighting('aa', places), sighting('aa', places.slice(-1))] });
    expect(graph.credentials.at(0)?.places).toEqual(places.slice(0, MOST.places));
    expect(limitsOf(graph)).toEqual([['source-shop', 'limited', 3]]);
  });

  it('is left out of the identities that text alone names, and told', () => {
    const sightings = Array.from({ length: MOST.namedIdentities + 1 }, (_, user) =>
      sighting(user.toString(16).padStart(8, '0'), [filePlace('office', 'a.env', user + 1)], {
        facts: { scheme: 'postgres', user: `u${user}`, host: 'db.example.net' },
      }),
    );
    const graph = graphOf({ sightings });
    expect(graph.identities).toHaveLength(MOST.namedIdentities);
    expect(graph.credentials).toHaveLength(sightings.length);
    expect(graph.credentials.at(-2)?.identity).toBe(`postgres://u${MOST.namedIdentities - 1}@db.example.net`);
    expect(graph.credentials.at(-1)?.identity).toBeUndefined();
    expect(limitsOf(graph)).toEqual([['source-office', 'limited', 1]]);
  });

  it('is nothing where all fits', () => {
    expect(graphOf({ sightings: [sighting('aa', [filePlace('shop', 'a.env')])] }).limits).toEqual([]);
  });
});

describe('domains', () => {
  it('go to the narrowest rule and list ties as undecided', () => {
    const config = {
      ...graphConfig(),
      domains: [
        { id: 'a', class: 'customer' as const, title: 'A', rules: [{ repositories: ['shop'] }] },
        { id: 'b', class: 'partner' as const, title: 'B', rules: [{ repositories: ['shop'], paths: ['acme/**'] }] },
        { id: 'c', class: 'other' as const, title: 'C', rules: [{ repositories: ['office'] }] },
        { id: 'd', class: 'other' as const, title: 'D', rules: [{ repositories: ['office'] }] },
      ],
    };
    const graph = graphOf({
      config,
      sightings: [
        sighting('aa', [filePlace('shop', 'src/a.env')]),
        sighting('bb', [filePlace('shop', 'acme/deep/b.env')]),
        sighting('cc', [filePlace('office', 'c.env')]),
      ],
    });
    expect(Array.from(graph.credentials, ({ domains }) => domains)).toEqual([['a'], ['b'], []]);
    expect(graph.undecided).toMatchObject([{ what: 'office/c.env', candidates: ['c', 'd'] }]);
  });
});

function limitsOf(graph: ReturnType<typeof graphOf>): unknown {
  return graph.limits.map(({ source, outcome, count }) => [source, outcome, count]);
}

function graphConfig() {
  return {
    domains: [],
    allowedShared: [],
    ownAccounts: [],
    exclude: [],
    defaults: { rotationMaxDays: 90, unusedMaxDays: 90 },
  };
}
