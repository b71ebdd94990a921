import { describe, expect, it } from 'vitest';

import { chainFactsOf } from '../../../src/analysis/chains/chain-facts.ts';
import { reachOf } from '../../../src/analysis/chains/reach.ts';
import { worstChains } from '../../../src/analysis/chains/worst.ts';
import type { Graph } from '../../../src/graph/graph.ts';
import type { PrivilegePath } from '../../../src/model/access.ts';
import type { ChainLink, CredentialChain, StoreReader } from '../../../src/model/chain.ts';
import type { Facts, KeyFact } from '../../../src/model/facts.ts';
import type { Grant } from '../../../src/model/grant.ts';
import type { Store } from '../../../src/model/identity.ts';
import { ACCOUNT_PLACE, NOW, detector, filePlace, graphOf, identity, sighting } from '../../support/graph-builder.ts';

const KEY_ID = `AKI${'A'}TESTKEYID0000001`;
const GROUP = 'arn:aws:iam::111122223333:group/deployers';
const user = identity('arn:aws:iam::111122223333:user/uploader', {
  account: '111122223333',
  memberOf: [GROUP],
  owner: 'team-upload',
});
const group = identity(GROUP, { kind: 'group' });

const key: KeyFact = {
  provider: 'aws',
  keyId: KEY_ID,
  kind: 'access-key',
  identity: user.id,
  status: 'active',
  created: '2024-01-01',
  place: ACCOUNT_PLACE,
};

const grant: Grant = {
  identity: user.id,
  policy: 'deploy',
  through: 'group',
  group: 'deployers',
  statements: [
    {
      effect: 'Allow',
      actions: ['sqs:SendMessage'],
      notActions: [],
      resources: ['arn:aws:sqs:eu-central-1:111122223333:orders'],
      notResources: [],
      principals: {},
      notPrincipals: {},
      conditions: {},
    },
  ],
  place: { ...ACCOUNT_PLACE, resource: GROUP },
};

const path: PrivilegePath = {
  id: 'path-1',
  principal: user.id,
  target: 'administrator',
  certainty: 'certain',
  steps: [
    {
      from: user.id,
      to: user.id,
      technique: 'iam.put-user-policy',
      says: 'User uploader may write an inline policy for itself.',
      certainty: 'certain',
      reasons: [
        {
          kind: 'group',
          effect: 'Allow',
          policy: 'deploy',
          says: 'Policy deploy allows iam:PutUserPolicy.',
          depends: [],
          place: grant.place,
        },
      ],
    },
  ],
  cut: 'Take iam:PutUserPolicy out of policy deploy.',
};

interface Given {
  readonly facts?: Partial<Facts>;
  readonly sightings?: Parameters<typeof graphOf>[0]['sightings'];
  readonly paths?: readonly PrivilegePath[];
  readonly readers?: readonly StoreReader[];
}

const OPEN = [sighting('aa', [filePlace('shop', 'a.env'), filePlace('office', 'b.env')], { keyId: KEY_ID })];
const ACCOUNT: Partial<Facts> = { identities: [user, group], keys: [key], grants: [grant] };

function chainsOf({ facts = ACCOUNT, sightings = OPEN, paths, readers }: Given = {}): readonly CredentialChain[] {
  const graph: Graph = graphOf({
    detectors: [detector('example-key', { provider: 'AWS', title: 'AWS secret access key' })],
    sightings,
    facts,
  });
  const domains = [
    { id: 'customer', class: 'customer', title: 'Shop', owner: 'team-shop', riskOwner: 'head', policy: {}, assigned },
    { id: 'workforce', class: 'workforce', title: 'Office', policy: {}, assigned },
  ] as const;
  const reach = reachOf(graph, readers);
  const known = chainFactsOf({ ...graph, domains, reach, ...(paths !== undefined && { paths }) });
  return worstChains(graph.credentials, known, NOW);
}

const assigned = { sources: 0, credentials: 0, identities: 0, stores: 0, findings: 0 };

function link(chain: CredentialChain | undefined, kind: ChainLink['kind']): ChainLink {
  return chain!.links.find((each) => each.kind === kind)!;
}

describe('the chain of a credential', () => {
  it('goes from its places to its owners, link by link', () => {
    const [chain] = chainsOf({ paths: [path] });
    expect(chain?.title).toBe('AWS secret access key of user uploader');
    expect(chain?.links.map(({ kind, known, says }) => `${kind}${known ? '' : '?'}: ${says}`)).toEqual([
      'places: It stands in a.env, line 1, and 1 other file, in shop and office.',
      `credential: It is: AWS secret access key with the id ${KEY_ID}; its format is distinctive, and the provider’s record says that it is active.`,
      `identity: Whoever holds it acts as AWS user uploader (${user.id}), known by its key id.`,
      'policies: It is in the group deployers and has the policy deploy.',
      'privileges: The worst of what it may do: Can use sqs:SendMessage on arn:aws:sqs:eu-central-1:111122223333:orders, through policy deploy of group deployers.',
      'path: It comes to administrator in 1 step; every step is certain.',
      'stores?: No secret store that it can read stands in what was read.',
      'domains: It stands in the paths of customer and workforce.',
      'owners: Those who answer: team-upload for its identity and team-shop for customer. Nobody is named for workforce.',
    ]);
  });

  it('gives each step of a way its statement with its place, and what cuts the way', () => {
    const { details } = link(chainsOf({ paths: [path] })[0], 'path');
    expect(details).toEqual([
      { what: '1. User uploader may write an inline policy for itself.' },
      { what: 'Policy deploy allows iam:PutUserPolicy.', place: grant.place },
      { what: 'What cuts it: Take iam:PutUserPolicy out of policy deploy.' },
    ]);
  });

  it('says that ways were not looked for, or that none was found', () => {
    expect(link(chainsOf()[0], 'path')).toMatchObject({
      known: false,
      says: 'Ways to more rights were not looked for.',
    });
    expect(link(chainsOf({ paths: [] })[0], 'path')).toMatchObject({
      known: true,
      says: 'No way to administrator or to anything critical was found.',
    });
  });

  it('names the stores that the identity comes to, how, and what they keep', () => {
    const store: Store = {
      id: 'vault-1',
      provider: 'hashicorp',
      kind: 'other',
      name: 'shop-kv',
      scope: 'subscription',
      readers: [user.id],
      secrets: [{ name: 'database' }, { name: 'gone', status: 'inactive' }],
      attributes: {},
      places: [ACCOUNT_PLACE],
      domains: [],
    };
    const { says, details, ids } = link(chainsOf({ facts: { ...ACCOUNT, stores: [store] } })[0], 'stores');
    expect(says).toBe('It can come to the secret store shop-kv.');
    expect(details[0]?.what).toBe('shop-kv: it reads it now. It keeps database.');
    expect(ids).toEqual(['vault-1']);
    const readers: readonly StoreReader[] = [
      { store: store.id, principal: user.id, way: 'self-grant', certainty: 'certain', steps: path.steps },
    ];
    const granted = link(chainsOf({ facts: { ...ACCOUNT, stores: [store] }, readers })[0], 'stores');
    expect(granted.details.map(({ what }) => what)).toEqual([
      'shop-kv: it can let itself read it. It keeps database.',
      '1. User uploader may write an inline policy for itself.',
      'Policy deploy allows iam:PutUserPolicy.',
    ]);
  });

  it('tells the account of a key that no list has, and whether that account was read', () => {
    const stray = [sighting('aa', [filePlace('shop', 'a.env')], { keyId: KEY_ID, facts: { account: '999988887777' } })];
    const [unread] = chainsOf({ facts: {}, sightings: stray });
    expect(link(unread, 'identity').says).toMatch(/belongs to AWS account 999988887777. No export of that account/);
    const known = [sighting('aa', [filePlace('shop', 'a.env')], { keyId: KEY_ID, facts: { account: '111122223333' } })];
    const [read] = chainsOf({ facts: { ...ACCOUNT, keys: [] }, sightings: known });
    expect(link(read, 'identity').says).toMatch(/no list of that account’s keys that was read has it/);
    expect(read?.links.map(({ kind }) => kind)).toEqual(['places', 'credential', 'identity', 'domains', 'owners']);
  });

  it('tells the roles that Azure assigns to a service principal, and to the groups it is in', () => {
    const team = identity('azure:tenant/team-object', { provider: 'azure', kind: 'group', name: 'team' });
    const principal = identity('azure:tenant/own-object', {
      provider: 'azure',
      kind: 'service-account',
      memberOf: [team.id],
      attributes: { 'application id': '6f2d91c4-3b7e-4a58-9d10-e87c52ab4f36' },
    });
    const common = { permissions: [], scope: '/subscriptions/one', place: ACCOUNT_PLACE } as const;
    const graph = graphOf({
      detectors: [detector('example-key', { provider: 'Azure', kind: 'client-secret' })],
      sightings: [sighting('aa', [filePlace('shop', 'a.env')], { keyId: '6f2d91c4-3b7e-4a58-9d10-e87c52ab4f36' })],
      facts: {
        identities: [principal, team],
        assignments: [
          { ...common, id: 'a1', principal: 'OWN-OBJECT', kind: 'active', role: 'Reader' },
          { ...common, id: 'a2', principal: 'team-object', kind: 'eligible', role: 'Owner' },
          { ...common, id: 'a3', principal: 'somebody-else', kind: 'active', role: 'Contributor' },
        ],
      },
    });
    expect(reachOf(graph)).toMatchObject([
      {
        identity: principal.id,
        privileges: ['Has the role Reader at /subscriptions/one.', 'May take the role Owner at /subscriptions/one.'],
      },
    ]);
  });

  it('never guesses between two identities', () => {
    const second = identity('arn:aws:iam::111122223333:user/other', { account: '111122223333' });
    const facts = { ...ACCOUNT, identities: [user, second], keys: [key, { ...key, identity: second.id }] };
    const { known, says } = link(chainsOf({ facts })[0], 'identity');
    expect(known).toBe(false);
    expect(says).toBe(`Whose it is cannot be told: ambiguous by its key id: ${user.id}, ${second.id}.`);
  });
});

function idsOf(sightings: Given['sightings']): readonly string[] {
  return chainsOf({ sightings }).map(({ credential }) => credential);
}

describe('the worst chains', () => {
  const others = Array.from({ length: 14 }, (_, index) =>
    sighting(`b${index}`, [filePlace('shop', `b${index}.env`)], { proof: 'checksum' }),
  );

  it('are ten, those that lead furthest first', () => {
    const chains = chainsOf({ sightings: [...others, ...OPEN], paths: [path] });
    expect(chains).toHaveLength(10);
    expect(chains[0]).toMatchObject({ reaches: 'administrator' });
    expect(chains.slice(1).map(({ reaches }) => reaches)).toEqual(Array.from({ length: 9 }, () => 'unknown'));
    expect(chains[0]?.because[0]).toBe('its identity is an administrator or certainly can become one');
  });

  it('tell one credential of each identity', () => {
    const twice = [...OPEN, sighting('ab', [filePlace('shop', 'c.env')], { keyId: KEY_ID, proof: 'checksum' })];
    expect(chainsOf({ sightings: twice, paths: [path] })).toHaveLength(1);
  });

  it('put what no longer works last, and say so', () => {
    const chains = chainsOf({
      facts: { ...ACCOUNT, keys: [{ ...key, status: 'inactive' }] },
      sightings: [...OPEN, others[0]!],
      paths: [path],
    });
    expect(chains.map(({ reaches }) => reaches)).toEqual(['unknown', 'administrator']);
    expect(chains[1]?.because[0]).toMatch(/no longer works/);
  });

  it('tell a way that is not certain from one that is', () => {
    const [chain] = chainsOf({ paths: [{ ...path, certainty: 'condition' }] });
    expect(chain?.reaches).toBe('perhaps administrator');
    expect(chainsOf({ paths: [{ ...path, target: 'arn:aws:s3:::ledger' }] })[0]?.reaches).toBe('critical');
  });

  it('call administrator who has all rights, and not one who may hand on roles where none is', () => {
    const statement = grant.statements[0]!;
    const withActions = (actions: readonly string[]) =>
      chainsOf({
        facts: { ...ACCOUNT, grants: [{ ...grant, statements: [{ ...statement, actions, resources: ['*'] }] }] },
      })[0];
    const all = withActions(['*']);
    expect(all?.reaches).toBe('administrator');
    expect(link(all, 'path').says).toBe('It has all rights of its account already: it is an administrator.');
    const passing = withActions(['iam:PassRole', 'lambda:CreateFunction']);
    expect(passing?.reaches).toBe('rights');
  });

  it('come in the same order whatever the order of what was seen', () => {
    expect(idsOf([...others, ...OPEN])).toEqual(idsOf([...OPEN, ...others.toReversed()]));
  });
});
