import { array, assert, constantFrom, property, record, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Graph } from '../../../src/graph/graph.ts';
import type { Identity } from '../../../src/model/identity.ts';
import { matchesResource } from '../../../src/analysis/privilege/wildcard.ts';
import { roleHopsOf } from '../../../src/analysis/trust/role-hops.ts';
import { aws } from './cases/case.ts';
import { OWN, arnOf, trustGraph } from './support/trust-graph.ts';

const OTHER = '444455556666';
const ROOTS = [OWN, OTHER].map((account) => `arn:aws:iam::${account}:root`);
const NAMES = ['app-1', 'app-2', 'build-1', 'build-2', 'admin'].flatMap((name) => [
  [name, OWN] as const,
  [name, OTHER] as const,
]);
const ARNS = NAMES.map(([name, account]) => arnOf(name, account));

/** What a role is allowed and denied to assume, and whom it trusts. */
interface Plan {
  readonly allowed: readonly string[];
  readonly except: readonly string[];
  readonly denied: readonly string[];
  readonly trusted: readonly string[];
}

const pattern = constantFrom('*', 'arn:aws:iam::*:role/app-*', `arn:aws:iam::${OWN}:role/build-?`, ...ARNS);
const plans = tuple(
  ...NAMES.map(() =>
    record<Plan>({
      allowed: array(pattern, { maxLength: 2 }),
      except: array(pattern, { maxLength: 2 }),
      denied: array(pattern, { maxLength: 1 }),
      trusted: array(constantFrom(...ROOTS, ...ARNS), { maxLength: 2 }),
    }),
  ),
);

const assume = (Effect: string, key: string, resources: readonly string[]) =>
  resources.length === 0 ? [] : [{ Effect, Action: 'sts:AssumeRole', [key]: resources }];

function graphOf(all: readonly Plan[]): Graph {
  return trustGraph(
    all.map(({ allowed, except, denied, trusted }, index) => {
      const [name, account] = NAMES[index]!;
      const policy = [
        ...assume('Allow', 'Resource', allowed),
        ...assume('Allow', 'NotResource', except),
        ...assume('Deny', 'Resource', denied),
      ];
      return { name, account, trust: trusted.map((principal) => aws(principal)), policy };
    }),
  );
}

/** Who may take a role in one step, by going through everybody. */
function plainly(all: readonly Plan[], to: string): readonly string[] {
  const covers = (patterns: readonly string[]) => patterns.some((one) => matchesResource(one, to));
  const target = NAMES[ARNS.indexOf(to)]!;
  return ARNS.filter((from, index) => {
    const { allowed, except, denied } = all[index]!;
    const account = NAMES[index]![1];
    const may = (covers(allowed) || (except.length > 0 && !covers(except))) && !covers(denied);
    const { trusted } = all[ARNS.indexOf(to)]!;
    const named = trusted.includes(from) && (account === target[1] || may);
    return from !== to && (named || (may && trusted.includes(`arn:aws:iam::${account}:root`)));
  });
}

const idsOf = (identities: Iterable<Identity>) => [...new Set(Array.from(identities, ({ id }) => id))].sort();

describe('who may take a role', () => {
  test('is who is found by going through everybody', () => {
    const same = property(plans, (all) => {
      const graph = graphOf(all);
      for (const to of ARNS) {
        const hops = roleHopsOf(graph).into(graph.identityById.get(to)!, new Set());
        expect(idsOf(hops.map(({ from }) => from))).toEqual([...plainly(all, to)].sort());
      }
    });
    assert(same, { numRuns: 200 });
  });

  test('is found by a search that is given each list once', () => {
    const same = property(plans, (all) => {
      const graph = graphOf(all);
      for (const start of ARNS) {
        const expected = new Set([start]);
        for (const to of expected) for (const from of plainly(all, to)) expected.add(from);

        const given: Parameters<ReturnType<typeof roleHopsOf>['into']>[1] = new Set();
        const reached = new Set([graph.identityById.get(start)!]);
        for (const to of reached) for (const { from } of roleHopsOf(graph).into(to, given)) reached.add(from);
        expect(idsOf(reached)).toEqual([...expected].sort());
      }
    });
    assert(same, { numRuns: 100 });
  });

  test('by name is who is named, whoever else of its account may', () => {
    const graph = trustGraph([
      { name: 'admin', trust: [aws(ROOTS[0]!), aws(arnOf('app-1')), aws(arnOf('admin'))] },
      { name: 'app-1', trust: [] },
      { name: 'app-2', trust: [], policy: [{ Effect: 'Allow', Action: 'sts:*', Resource: '*' }] },
    ]);
    const hops = roleHopsOf(graph).named(graph.identityById.get(arnOf('admin'))!);
    expect(hops.map(({ from, trust }) => [from.name, trust.kind])).toEqual([['app-1', 'principal']]);
  });
});
