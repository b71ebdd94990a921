import { array, assert, asyncProperty, constantFrom } from 'fast-check';
import { expect, test } from 'vitest';
import { accessOf } from '../../../../src/analysis/privilege/access/access.ts';
import { findPaths } from '../../../../src/analysis/privilege/paths/find-paths.ts';
import { privilegePaths } from '../../../../src/analysis/privilege/paths/privilege-paths.ts';
import { statementObject } from '../../../../src/analysis/privilege/paths/mend.ts';
import { readPolicyDocument } from '../../../../src/connectors/aws/policy-document.ts';
import type { Graph } from '../../../../src/graph/graph.ts';
import type { PolicyStatement } from '../../../../src/model/grant.ts';
import type { PathCase } from './path-cases.ts';
import { PATH_FIXTURES, graphOfCase } from './path-cases.ts';

const WITH_PATHS = PATH_FIXTURES.flatMap(({ cases }) => cases).filter(({ expect: expected, critical }) => {
  return critical === undefined && Object.keys(expected ?? {}).length > 0;
});

/** Who has a way. */
async function pathsOf(one: PathCase): Promise<readonly string[]> {
  const { graph, config } = await graphOfCase(one);
  return privilegePaths(graph, config).map(({ principal }) => principal);
}

test('a guardrail that denies more never opens a way', async () => {
  const actions = constantFrom(
    'iam:*',
    'iam:PassRole',
    'sts:AssumeRole',
    'lambda:*',
    'iam:Put*',
    'iam:Attach*',
    'ec2:*',
  );
  const property = asyncProperty(constantFrom(...WITH_PATHS), array(actions, { minLength: 1 }), async (one, denied) => {
    const before = new Set(await pathsOf(one));
    const after = await pathsOf({ ...one, scp: [...(one.scp ?? []), [{ Effect: 'Deny', Action: denied }]] });
    // Who was an administrator may be one no longer, and then need a way: nobody else gains one.
    const { graph } = await graphOfCase(one);
    const gained = after.filter((principal) => !before.has(principal));
    const administrators = gained.every((principal) =>
      (graph.grantsByIdentity.get(principal) ?? []).some(({ policy }) => policy === 'AdministratorAccess'),
    );
    expect(administrators).toBe(true);
  });
  await assert(property, { numRuns: 40 });
});

test('who stands first in a dump does not matter', async () => {
  const property = asyncProperty(constantFrom(...WITH_PATHS), async (one) => {
    const there = await pathsOf({ ...one, users: turned(one.users), roles: turned(one.roles) });
    expect([...there].sort()).toEqual([...(await pathsOf(one))].sort());
  });
  await assert(property, { numRuns: 40 });
});

test('ways to several critical things are those to each of them', async () => {
  for (const one of PATH_FIXTURES.flatMap(({ cases }) => cases)) {
    const { graph } = await graphOfCase(one);
    const roles = graph.identities.filter(({ kind }) => kind === 'role').map(({ id }) => id);
    const waysTo = (critical: readonly string[]): readonly string[] =>
      findPaths(graph, critical, accessOf)
        .paths.filter(({ target }) => target !== 'administrator')
        .map(({ id, certainty, steps }) => `${id}: ${certainty}, ${steps.length}`);
    expect([...waysTo(roles)].sort(), one.why).toEqual(roles.flatMap((role) => waysTo([role])).sort());
  }
});

test('what is written for a cut leaves no way', async () => {
  let judged = 0;
  let whole = 0;
  for (const one of WITH_PATHS) {
    const { graph, config } = await graphOfCase(one);
    for (const { principal, cut, mended } of privilegePaths(graph, config)) {
      if (mended === undefined) {
        expect(cut).toMatch(/^(No two changes|The right stands)/);
        continue;
      }
      if (/remove (the )?statement/i.test(cut)) whole++;
      judged++;
      const left = privilegePaths(applied(graph, mended), config).map((path) => path.principal);
      expect(left, `${one.why} ${cut} ${mended}`).not.toContain(principal);
    }
  }
  expect(judged).toBeGreaterThan(50);
  expect(whole).toBeGreaterThan(0);
});

test('those whose every way is open are not asked about everybody', async () => {
  expect((await questions(40)) / (await questions(20))).toBeLessThan(2.5);
});

/** How much is asked about an account of so many who may make keys for all others, unless nobody knows what. */
async function questions(count: number): Promise<number> {
  const denied = { Effect: 'Deny', Action: 'iam:*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
  const names = Array.from({ length: count }, (_, index) => `user-${index}`);
  const users = Object.fromEntries(names.map((name) => [name, [{ Action: 'iam:CreateAccessKey' }, denied]]));
  const { graph } = await graphOfCase({ why: 'many users', users: { ...users, boss: 'admin' } });
  let asked = 0;
  findPaths(graph, [], (of) => {
    const access = accessOf(of);
    return { decide: (request) => (asked++, access.decide(request)) };
  });
  return asked;
}

/** The graph as it is when somebody does what the text of a cut says. */
function applied(graph: Graph, mended: string): Graph {
  let changed = graph;
  for (const [, before = '', after] of mended.matchAll(CHANGE)) {
    expect(before).not.toBe('');
    const swap = (statements: readonly PolicyStatement[]): readonly PolicyStatement[] =>
      statements.flatMap((one) => (textOf(one) === before ? statementsOf(after) : [one]));
    const grantsByIdentity = new Map(
      [...changed.grantsByIdentity].map(([id, grants]) => [
        id,
        grants.map((grant) => ({ ...grant, statements: swap(grant.statements) })),
      ]),
    );
    changed = { ...changed, grantsByIdentity, grants: [...grantsByIdentity.values()].flat() };
  }
  for (const [, role, text = ''] of mended.matchAll(TRUST)) {
    const denials = statementsOf(text);
    const resourcePolicies = changed.resourcePolicies.map((policy) =>
      policy.kind === 'trust' && policy.resource === role
        ? { ...policy, statements: [...policy.statements, ...denials] }
        : policy,
    );
    changed = { ...changed, resourcePolicies };
  }
  return changed;
}

const CHANGE = /in the place of\n```json\n(.*?)\n```\nwrite(?: nothing\.|\n```json\n(.*?)\n```)/gs;
const TRUST = /add to the trust policy of (\S+):\n```json\n(.*?)\n```/gs;

function textOf(statement: PolicyStatement): string {
  return JSON.stringify(statementObject(statement), null, 2);
}

function statementsOf(text: string | undefined): readonly PolicyStatement[] {
  if (text === undefined) return [];
  const reading = readPolicyDocument({ Version: '2012-10-17', Statement: JSON.parse(text) });
  if ('problem' in reading) throw new Error(reading.problem);
  return reading.statements;
}

/** The same record, its last entry first. */
function turned<T>(record: Readonly<Record<string, T>> = {}): Record<string, T> {
  return Object.fromEntries(Object.entries(record).reverse());
}
