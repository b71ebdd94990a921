import { describe, expect, it } from 'vitest';

import { overlapRows, sharingChecks } from '../../../src/analysis/sharing/index.ts';
import { runChecks } from '../../../src/analysis/run-checks.ts';
import type { GraphInput } from '../../../src/graph/build-graph.ts';
import type { Config } from '../../../src/model/config.ts';
import type { Severity } from '../../../src/model/credential.ts';
import type { DomainClass } from '../../../src/model/domain.ts';
import type { Facts } from '../../../src/model/facts.ts';
import type { Match } from '../../../src/model/segment.ts';
import {
  ACCOUNT_PLACE,
  NOW,
  TWO_DOMAINS,
  detector,
  filePlace,
  graphOf,
  identity,
  sighting,
} from '../../support/graph-builder.ts';

const SHOP = filePlace('shop', 'config/prod.env', 3);
const OFFICE = filePlace('office', 'settings.py', 12);
const KEY_ID = `AKI${'A'}TESTKEYID0000001`;

function analyse(input: Partial<Omit<GraphInput, 'facts'>> & { facts?: Partial<Facts> }, config: Config = TWO_DOMAINS) {
  const graph = graphOf({ config, ...input });
  const { findings } = runChecks(graph, sharingChecks, { now: NOW, config });
  const told = new Set(Array.from(findings, ({ id }) => id));
  return { findings: [...findings], overlaps: [...overlapRows(graph, config, NOW, (id) => told.has(id))] };
}

describe('overlap by value', () => {
  it('names every place, the domains, the owners, the identity and what it can do', () => {
    const user = identity('arn:aws:iam::111122223333:user/uploader');
    const { findings, overlaps } = analyse({
      sightings: [sighting('aa', [SHOP, OFFICE], { keyId: KEY_ID })],
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
          {
            identity: user.id,
            policy: 'uploads',
            through: 'inline',
            statements: [
              {
                effect: 'Allow',
                actions: ['s3:*'],
                notActions: [],
                resources: ['*'],
                notResources: [],
                principals: {},
                notPrincipals: {},
                conditions: {},
              },
            ],
            place: ACCOUNT_PLACE,
          },
        ],
      },
    });
    expect(findings).toHaveLength(1);
    const [finding] = findings;
    expect(finding).toMatchObject({
      check: 'overlap.value',
      severity: 'critical',
      domains: ['customer', 'workforce'],
      places: [SHOP, OFFICE],
      subjects: [expect.any(String), user.id],
    });
    expect(finding?.title).toContain('uploader');
    const evidence = finding?.evidence.map(({ what }) => what).join('\n');
    expect(evidence).toContain('team-shop');
    expect(evidence).toContain('team-office');
    expect(evidence).toContain('s3:*');
    expect(overlaps[0]?.privileges).toEqual([
      'AWS user uploader: Full access to S3 (s3:*) on every resource, through inline policy uploads.',
    ]);
    expect(overlaps).toMatchObject([
      { by: 'value', finding: finding?.id, uses: [{ owner: 'team-shop' }, { owner: 'team-office' }] },
    ]);
    expect(overlaps[0]?.split.join(' ')).toMatch(/customer.*workforce/);
  });

  it('is silent when one domain uses a value in many places', () => {
    expect(analyse({ sightings: [sighting('aa', [SHOP, filePlace('shop', 'other.env')])] }).findings).toEqual([]);
  });

  it('keeps its finding’s id when lines move and files are renamed', () => {
    const before = analyse({ sightings: [sighting('aa', [SHOP, OFFICE])] }).findings[0]?.id;
    const moved = [filePlace('shop', 'renamed.env', 99), filePlace('office', 'settings.py', 1)];
    expect(analyse({ sightings: [sighting('aa', moved)] }).findings[0]?.id).toBe(before);
  });

  it('is no finding while the configuration accepts it, and one again when that has expired', () => {
    const subject = analyse({ sightings: [sighting('aa', [SHOP, OFFICE])] }).overlaps[0]?.subject ?? '';
    const until = (expires: string): Config => ({
      ...TWO_DOMAINS,
      allowedShared: [{ subject, reason: 'by design', expires }],
    });
    const accepted = analyse({ sightings: [sighting('aa', [SHOP, OFFICE])] }, until('2027-01-01'));
    expect(accepted.findings).toEqual([]);
    expect(accepted.overlaps).toMatchObject([{ accepted: 'by design (until 2027-01-01)' }]);
    expect(analyse({ sightings: [sighting('aa', [SHOP, OFFICE])] }, until('2026-01-01')).findings).toHaveLength(1);
  });
});

describe('overlap by key id', () => {
  it('joins an id in one domain to its secret part in another', () => {
    const { findings } = analyse({
      sightings: [sighting('aa', [SHOP], { keyId: KEY_ID }), sighting('bb', [OFFICE], { keyId: KEY_ID })],
    });
    expect(findings).toMatchObject([
      { check: 'overlap.key-id', domains: ['customer', 'workforce'], places: [SHOP, OFFICE] },
    ]);
  });
});

describe('overlap by identity', () => {
  const facts = { scheme: 'postgres', user: 'app', host: 'db.example.net' };

  it('finds two passwords of one database user in two domains', () => {
    const { findings } = analyse({
      sightings: [sighting('aa', [SHOP], { facts }), sighting('bb', [OFFICE], { facts })],
    });
    expect(findings).toMatchObject([{ check: 'overlap.identity', subjects: ['postgres://app@db.example.net'] }]);
  });

  it('does not repeat what the value already shows', () => {
    const { findings } = analyse({ sightings: [sighting('aa', [SHOP, OFFICE], { facts })] });
    expect(findings.map(({ check }) => check)).toEqual(['overlap.value']);
  });

  it('finds a role that jobs of two domains assume', () => {
    const role = identity('arn:aws:iam::111122223333:role/deploy', { kind: 'role' });
    const { findings } = analyse({
      facts: {
        identities: [role],
        references: [SHOP, OFFICE].map((place) => ({ kind: 'role', target: role.id, place })),
      },
    });
    expect(findings).toMatchObject([{ check: 'overlap.identity', subjects: [role.id] }]);
  });
});

const organisationStore = (visibleTo?: readonly string[]) => ({
  id: 'github:org/acme',
  provider: 'github',
  kind: 'github-organization-secrets' as const,
  name: 'acme',
  scope: 'acme',
  readers: [],
  secrets: [{ name: 'DEPLOY_KEY', ...(visibleTo && { visibleTo }) }],
  attributes: {},
  places: [],
  domains: [],
});

describe('overlap by reference', () => {
  it('finds a vault that two domains read', () => {
    const target = 'https://shared.vault.azure.net/secrets/hook';
    const { findings } = analyse({
      detectors: [detector('vault', { reference: 'store' })],
      sightings: [sighting('aa', [SHOP, OFFICE], { detector: 'vault', facts: { target } })],
    });
    expect(findings).toMatchObject([{ check: 'overlap.reference', severity: 'high', subjects: [target] }]);
  });

  it('takes an organisation secret for shared only where both repositories see it', () => {
    const references = [SHOP, OFFICE].map((place) => ({
      kind: 'secret' as const,
      target: 'github:secret:DEPLOY_KEY',
      place,
    }));
    expect(analyse({ facts: { stores: [organisationStore()], references } }).findings).toHaveLength(1);
    expect(analyse({ facts: { stores: [organisationStore(['shop'])], references } }).findings).toEqual([]);
    expect(analyse({ facts: { references } }).findings).toEqual([]);
  });
});

const classes = (first: DomainClass, second: DomainClass): Config => ({
  ...TWO_DOMAINS,
  domains: TWO_DOMAINS.domains.map((domain, index) => ({ ...domain, class: index === 0 ? first : second })),
});
const secret = (severity: Severity, fields: Partial<Match> = {}) => ({
  detectors: [detector('example-key', { severity })],
  sightings: [sighting('aa', [SHOP, OFFICE], fields)],
});

describe('the rating of an overlap', () => {
  it.each([
    ['a critical secret of customer and workforce', secret('critical'), classes('customer', 'workforce'), 'critical'],
    ['a critical secret of customer and machines', secret('critical'), classes('customer', 'machine'), 'high'],
    ['a mild secret of customer and workforce', secret('medium'), classes('customer', 'workforce'), 'high'],
    ['a mild secret of two machine domains', secret('medium'), classes('machine', 'machine'), 'medium'],
    ['what may be no secret', secret('medium', { confidence: 'low' }), classes('customer', 'workforce'), 'medium'],
    [
      'an expired secret',
      secret('critical', { facts: { expires: '2020-01-01T00:00:00Z' } }),
      classes('customer', 'workforce'),
      'medium',
    ],
  ])('for %s follows from its factors', (_, input, config, severity) => {
    const [finding] = analyse(input, config).findings;
    expect(finding?.severity).toBe(severity);
    expect(finding?.factors[0]?.effect).toBe('sets');
  });

  it.each([
    ['of an administrator', ['*'], 'customer', 'critical', 'is an administrator'],
    ['that can raise itself', ['iam:*'], 'customer', 'critical', 'can make itself an administrator'],
    ['of few rights', ['s3:GetObject'], 'customer', 'high', 'customer and workforce identities meet in it'],
    ['of few rights within the workforce', ['s3:GetObject'], 'workforce', 'medium', 'one identity acts for'],
  ] as const)('for a role %s says why', (_, actions, first, severity, why) => {
    const role = identity('arn:aws:iam::111122223333:role/deploy', { kind: 'role' });
    const [finding] = analyse(
      {
        facts: {
          identities: [role],
          references: [SHOP, OFFICE].map((place) => ({ kind: 'role', target: role.id, place })),
          grants: [
            {
              identity: role.id,
              policy: 'all',
              through: 'inline',
              statements: [
                {
                  effect: 'Allow',
                  actions,
                  notActions: [],
                  resources: ['*'],
                  notResources: [],
                  principals: {},
                  notPrincipals: {},
                  conditions: {},
                },
              ],
              place: ACCOUNT_PLACE,
            },
          ],
        },
      },
      classes(first, 'workforce'),
    ).findings;
    expect(finding?.severity).toBe(severity);
    expect(finding?.factors.map(({ what }) => what).join('; ')).toContain(why);
  });
});
