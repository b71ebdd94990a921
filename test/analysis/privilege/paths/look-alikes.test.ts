import { describe, expect, test } from 'vitest';
import { privilegePaths } from '../../../../src/analysis/privilege/paths/privilege-paths.ts';
import { TECHNIQUES } from '../../../../src/analysis/privilege/paths/catalogue/index.ts';
import type { Technique } from '../../../../src/analysis/privilege/paths/catalogue/technique.ts';
import type { PathCase } from './path-cases.ts';
import { graphOfCase } from './path-cases.ts';

// For every technique the smallest account that has it, and accounts that look like it: who lacks one permission, has one
// for something else only, is denied one, or is bounded short of one; a role that trusts another service; a guardrail.

const TARGET = 'arn:aws:iam::111122223333:*/target';
const SAML = 'arn:aws:iam::111122223333:saml-provider/people';
/** Making keys and passwords depends on what a user has, ways over tags on what rights ask for: both have accounts of their own. */
const TRIED = TECHNIQUES.filter(({ user, category }) => user !== 'two-keys' && category !== 'tagging');

type Statements = readonly Readonly<Record<string, unknown>>[];

/** What the technique takes, one statement an action, without the one at `left`. */
function statementsOf(technique: Technique, left?: number): Statements {
  const actions = actionsOf(technique).filter((_, index) => index !== left);
  return [...actions.map((Action) => ({ Action })), ...becoming(technique)];
}

function actionsOf({ permissions }: Technique): readonly string[] {
  return [...new Set(permissions.map(({ action }) => action))];
}

/** Who raises somebody must become that one too. */
function becoming({ category, reaches }: Technique): Statements {
  if (category !== 'raise-other') return [];
  return [{ Action: reaches === 'user' ? 'iam:CreateAccessKey' : 'sts:AssumeRole', Resource: TARGET }];
}

interface Actor {
  readonly inline: Statements;
  readonly boundary?: string;
  readonly trust?: string;
  readonly managed: readonly string[];
  readonly groups: readonly string[];
}

function accountOf(technique: Technique, trusted = technique.service): PathCase {
  const actors: Record<string, Actor> = { able: actor(technique, statementsOf(technique)) };
  const policies: Record<string, readonly Statements[]> = {
    mine: [[{ Action: 's3:ListBucket' }], [{ Action: '*' }]],
    theirs: [[{ Action: 's3:ListBucket' }]],
  };
  for (const [index, action] of actionsOf(technique).entries()) {
    const others = statementsOf(technique, index);
    actors[`without-${index}`] = actor(technique, others);
    actors[`elsewhere-${index}`] = actor(technique, [
      ...others,
      { Action: action, Resource: 'arn:aws:s3:::elsewhere/*' },
    ]);
    actors[`denied-${index}`] = actor(technique, [...statementsOf(technique), { Effect: 'Deny', Action: action }]);
    actors[`bounded-${index}`] = { ...actor(technique, statementsOf(technique)), boundary: `short-of-${index}` };
    policies[`short-of-${index}`] = [[{ NotAction: action }]];
  }
  const asRoles = technique.actor === 'role';
  return {
    why: technique.id,
    users: { ...(asRoles ? {} : actors), ...targetUser(technique) },
    roles: { ...(asRoles ? actors : {}), ...targetRole(technique, trusted) },
    groups: { mine: [{ Action: 's3:ListBucket' }], theirs: [{ Action: 's3:ListBucket' }], ...targetGroup(technique) },
    policies,
  };
}

function actor({ actor: kind, permissions }: Technique, inline: Statements): Actor {
  const uses = (on: string): boolean => permissions.some((permission) => permission.on === on);
  return {
    inline,
    managed: uses('own-policy') ? ['mine'] : [],
    groups: uses('own-group') ? ['mine'] : [],
    ...(kind === 'role' && { trust: 'ec2' }),
  };
}

function targetUser({ reaches, category, permissions }: Technique): PathCase['users'] {
  if (reaches !== 'user') return {};
  if (category !== 'raise-other') return { target: 'admin' };
  return { target: { groups: permissions.some(({ on }) => on === 'target-group') ? ['theirs'] : [] } };
}

function targetRole(technique: Technique, trusted: string | undefined): PathCase['roles'] {
  const { reaches, category, instanceProfile, permissions, id } = technique;
  if (reaches !== 'role' && reaches !== 'principal') return {};
  const managed = category !== 'raise-other' ? ['admin'] : reaches === 'principal' ? ['theirs'] : [];
  const saml = permissions.some(({ on }) => on === 'target-saml-provider');
  const federated = { Principal: { Federated: SAML }, Action: 'sts:AssumeRoleWithSAML' };
  const web = {
    Principal: { Federated: trusted ?? '' },
    Action: 'sts:AssumeRoleWithWebIdentity',
  };
  const service = trusted?.replace(/\.amazonaws\.com$/, '');
  const trust = saml ? [federated] : id.startsWith('cognito-identity.') ? [web] : (service ?? 'account');
  return {
    target: {
      managed,
      trust: id === 'iam.update-assume-role-policy' ? 'ec2' : trust,
      instanceProfile: instanceProfile === 'made' ? 'none' : 'host',
    },
  };
}

function targetGroup({ reaches }: Technique): PathCase['groups'] {
  return reaches === 'group' ? { target: 'admin' } : {};
}

/** Who begins a way with the technique, by name. */
async function whoCan(one: PathCase): Promise<Readonly<Record<string, string>>> {
  const { graph, config } = await graphOfCase(one);
  const paths = privilegePaths(graph, config);
  return Object.fromEntries(paths.map(({ principal, certainty }) => [principal.replace(/^.*\//, ''), certainty]));
}

describe.each(TRIED)('$id', (technique) => {
  test('is found, and nobody who lacks a part of it is', async () => {
    const found = await whoCan(accountOf(technique));
    const isSure = technique.needs === undefined && technique.user !== 'no-password' && technique.user !== 'password';
    expect(found.able).toBe(isSure ? 'certain' : 'existing-resource');
    for (const [name, certainty] of Object.entries(found)) {
      if (name === 'able') continue;
      const lacking = actionsOf(technique)[Number(name.slice(name.lastIndexOf('-') + 1))] ?? '';
      expect(certainty, name).toBe(otherWays(technique, lacking));
    }
  });

  test('ends at a guardrail on any of its actions', async () => {
    for (const Action of actionsOf(technique)) {
      const found = await whoCan({ ...accountOf(technique), scp: [[{ Effect: 'Deny', Action }]] });
      expect(found.able).toBe(otherWays(technique, Action));
    }
  });

  test.runIf(technique.service !== undefined)('asks that the role trusts the service', async () => {
    expect(await whoCan(accountOf(technique, 'robomaker.amazonaws.com'))).toEqual({});
  });
});

/** How sure another technique makes who has all actions but one, where what is left is all that it takes. */
function otherWays(technique: Technique, lacking: string): string | undefined {
  const left = new Set(actionsOf(technique).filter((action) => action !== lacking));
  const others = TECHNIQUES.filter(
    ({ id, permissions, reaches, service, actor: kind, category, instanceProfile }) =>
      id !== technique.id &&
      category !== 'raise-other' &&
      reaches === technique.reaches &&
      service === technique.service &&
      kind === technique.actor &&
      instanceProfile === technique.instanceProfile &&
      permissions.every(({ action }) => left.has(action)),
  );
  if (others.length === 0) return undefined;
  return others.some(({ needs, user }) => needs === undefined && user === undefined) ? 'certain' : 'existing-resource';
}
