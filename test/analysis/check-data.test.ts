import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import { officialTitle } from '../../reporters/html/view/framework-titles.ts';
import type { Check } from '../../src/analysis/check.ts';
import { checks } from '../../src/analysis/checks.ts';
import { parseCiFile } from '../../src/ci/index.ts';
import { parseConfig } from '../../src/config/load-config.ts';
import { readAzureDump } from '../../src/connectors/azure/dump.ts';
import { buildGraph } from '../../src/graph/build-graph.ts';
import type { Graph } from '../../src/graph/graph.ts';
import type { Config } from '../../src/model/config.ts';
import { NO_FACTS } from '../../src/model/facts.ts';
import type { Source } from '../../src/model/source.ts';
import { staleFiles } from '../../tools/generate.ts';
import { savedFile } from '../connectors/saved-file.ts';
import { CONFIG, NOW, graphOf, readText } from './privilege/support/aws-fixtures.ts';

/**
 * Checks that no change of a text mends: somebody deletes a user, a key or a role, renews a certificate, registers a second
 * factor, asks a person.
 */
const NO_TEXT = new Set([
  'aws.root-access-key',
  'aws.user-without-mfa',
  'aws.console-and-key',
  'aws.access-key-unused',
  'aws.two-active-keys',
  'aws.role-unused',
  'aws.user-unused',
  'aws.access-key-inactive',
  'aws.ssh-key-old',
  'aws.certificate-expiring',
  'aws.provider-expiring',
  'aws.service-credential-long-lived',
  'store.secret-stale',
  'github.deploy-key-unused',
  'azure.app-credential-expired',
  'azure.app-without-owner',
  'azure.assignment-orphaned',
  'azure.eligible-without-end',
]);

describe('every check', () => {
  test.each(checks.map((check) => [check.id, check] as const))('%s says all that its page needs', (id, check) => {
    const { title, why, remediation, frameworks, severity, example } = check;
    expect(id).toMatch(/^[a-z]+\.[a-z]+(?:-[a-z]+)*$/);
    expect(title).not.toMatch(/[.!]$/);
    for (const text of [why, remediation]) expect(text).toMatch(/^[A-Z`a-z].*[.]$/s);
    expect(why.length, 'why it matters').toBeGreaterThan(100);
    expect(severity, 'how bad it is').toBeDefined();
    expect(frameworks.length).toBeGreaterThan(0);
    for (const ref of frameworks) expect(officialTitle(ref), `${ref.framework} ${ref.id}`).toBeDefined();
    if (NO_TEXT.has(id)) return;
    expect(example, 'before and after').toBeDefined();
    for (const text of [example?.before, example?.after]) expect(parsed(text ?? '')).toBeTypeOf('object');
    expect(example?.before).not.toBe(example?.after);
  });

  test('has an id of its own', () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
  });

  test('has a page, and there is no page without one', () => {
    expect(staleFiles()).toEqual([]);
  });
});

/** Checks whose example can be judged as it stands, each with how its text becomes facts. */
const JUDGED: Readonly<Record<string, (text: string) => Promise<Graph>>> = {
  'aws.admin-access': awsGraph,
  'aws.service-wildcard': awsGraph,
  'aws.iam-passrole-any': awsGraph,
  'aws.not-action-allow': awsGraph,
  'aws.trust-chain-from-outside': rolesGraph,
  'aws.trust-anyone': awsGraph,
  'aws.trust-oidc-no-subject': awsGraph,
  'aws.trust-cross-account-no-external-id': awsGraph,
  'aws.trust-confused-deputy': awsGraph,
  'aws.trust-oidc-unusable': awsGraph,
  'aws.trust-oidc-any-run': awsGraph,
  'aws.trust-oidc-audience': awsGraph,
  'aws.trust-external-id-guessable': awsGraph,
  'aws.trust-external-id-shared': awsGraph,
  'aws.trust-deleted-principal': awsGraph,
  'aws.trust-saml-audience': awsGraph,
  'aws.trust-roles-anywhere-open': awsGraph,
  'aws.trust-cognito-guests': awsGraph,
  'aws.trust-session-tags-open': rolesGraph,
  'aws.trust-cycle': rolesGraph,
  'azure.vault-access-policies': vaultGraph,
  'azure.vault-network-open': vaultGraph,
  'azure.vault-no-purge-protection': vaultGraph,
};

describe('every example that can be judged', () => {
  const cases = checks.flatMap((check) => {
    const graphFor = check.id.startsWith('ci.') ? ciGraph : JUDGED[check.id];
    return check.example === undefined || graphFor === undefined ? [] : [{ id: check.id, check, graphFor }];
  });

  test.each(cases)('$id: is found before and not after', async ({ check, graphFor }) => {
    expect(found(check, await graphFor(check.example?.before ?? '')), 'before').not.toEqual([]);
    expect(found(check, await graphFor(check.example?.after ?? '')), 'after').toEqual([]);
  });

  test('is there', () => {
    expect(
      cases
        .filter(({ id }) => !id.startsWith('ci.'))
        .map(({ id }) => id)
        .sort(),
    ).toEqual(Object.keys(JUDGED).sort());
    expect(cases.length).toBeGreaterThan(Object.keys(JUDGED).length);
  });

  test.each(['domain.no-owner', 'domain.residual-access'])('%s: is found before and not after', (id) => {
    const check = checks.find((each) => each.id === id)!;
    const [before, after] = [check.example?.before ?? '', check.example?.after ?? ''].map((text) => {
      const config = parseConfig(text, 'bitting.yaml');
      return found(check, partnerGraph(config), config);
    });
    expect(before).not.toEqual([]);
    expect(after).toEqual([]);
  });
});

function found(check: Check, graph: Graph, config: Config = CONFIG): readonly string[] {
  return Array.from(check.run(graph, { now: NOW, config }).findings, ({ title }) => title);
}

function parsed(text: string): unknown {
  return /^[[{]/.test(text) ? JSON.parse(text) : parse(text);
}

function wrapped(statement: object): object {
  return { Version: '2012-10-17', Statement: [statement] };
}

/** An account whose one role has the policy as its trust, where it names principals, or as what it may do. */
async function awsGraph(text: string): Promise<Graph> {
  const policy = JSON.parse(text) as { Statement: readonly object[] };
  const isTrust = policy.Statement.some((statement) => 'Principal' in statement);
  const own = { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' };
  const harmless = { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::shop' };
  const role = {
    Path: '/',
    RoleName: 'worker',
    RoleId: 'AROAEXAMPLEWORKER0000',
    Arn: 'arn:aws:iam::111122223333:role/worker',
    CreateDate: '2026-01-01T00:00:00+00:00',
    AssumeRolePolicyDocument: isTrust ? policy : wrapped(own),
    InstanceProfileList: [],
    RolePolicyList: [{ PolicyName: 'example', PolicyDocument: isTrust ? wrapped(harmless) : policy }],
    AttachedManagedPolicies: [],
    Tags: [],
  };
  const dump = { UserDetailList: [], GroupDetailList: [], RoleDetailList: [role], Policies: [] };
  return graphOf([await readText(JSON.stringify(dump))]);
}

/** An account with the roles that are shown, and with the fields of each that an example leaves out. */
async function rolesGraph(text: string): Promise<Graph> {
  const { RoleDetailList } = JSON.parse(text) as { RoleDetailList: readonly object[] };
  const roles = RoleDetailList.map((role, index) => ({
    Path: '/',
    RoleId: `AROAEXAMPLEWORKER000${index}`,
    CreateDate: '2026-01-01T00:00:00+00:00',
    InstanceProfileList: [],
    RolePolicyList: [],
    AttachedManagedPolicies: [],
    Tags: [],
    ...role,
  }));
  const dump = { UserDetailList: [], GroupDetailList: [], RoleDetailList: roles, Policies: [] };
  return graphOf([await readText(JSON.stringify(dump))]);
}

async function ciGraph(text: string): Promise<Graph> {
  const { facts, problems } = parseCiFile({
    source: 'source-1',
    sourceName: 'octocat/shop',
    path: '.github/workflows/example.yml',
    text,
  });
  expect(problems).toEqual([]);
  return buildGraph({ sources: [], sightings: [], facts: [facts], detectors: [], config: CONFIG });
}

async function vaultGraph(text: string): Promise<Graph> {
  const id =
    '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/shop/providers/Microsoft.KeyVault/vaults/shop-kv';
  const shown = { id, name: 'shop-kv', location: 'westeurope', type: 'Microsoft.KeyVault/vaults', ...JSON.parse(text) };
  const facts = await readAzureDump(await savedFile(shown));
  return buildGraph({ sources: [facts.source], sightings: [], facts: [facts], detectors: [], config: CONFIG });
}

/** A role that a partner's repository is tagged on: a way in. */
function partnerGraph(config: Config): Graph {
  const source: Source = { id: 'source-1', kind: 'repository', name: 'partner-gateway', locator: '.', status: 'read' };
  const place = { kind: 'resource', source: source.id, provider: 'aws', resource: 'partner-gateway' } as const;
  const identity = {
    id: 'partner-gateway',
    provider: 'aws',
    kind: 'role',
    name: 'partner-gateway',
    tags: { repository: 'partner-gateway' },
    attributes: {},
    places: [place],
    domains: [],
  } as const;
  return buildGraph({
    sources: [source],
    sightings: [],
    facts: [{ ...NO_FACTS, identities: [identity] }],
    detectors: [],
    config,
  });
}
