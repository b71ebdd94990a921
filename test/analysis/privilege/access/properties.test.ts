import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accessOf } from '../../../../src/analysis/privilege/access/access.ts';
import { expandActions } from '../../../../src/analysis/privilege/access/actions.ts';
import type { AccessDecision, AccessRequest, Verdict } from '../../../../src/model/access.ts';
import type { Facts } from '../../../../src/model/facts.ts';
import type { Grant, Guardrail, PolicyStatement, ResourcePolicy } from '../../../../src/model/grant.ts';
import { ACCOUNT_PLACE as place, graphOf, identity } from '../../../support/graph-builder.ts';

const USER = 'arn:aws:iam::111122223333:user/ann';
const ROLE = 'arn:aws:iam::111122223333:role/app';
const RANK: Readonly<Record<Verdict, number>> = { no: 0, depends: 1, yes: 2 };

/** Keys of which nothing is known unless a request says it. */
const KEYS = ['aws:multifactorauthpresent', 'aws:sourceip', 'example:colour'];
const VALUES = ['true', 'false', '10.1.2.3', 'red', 'a*'];
const QUESTIONS = [
  ['s3:GetObject', 'arn:aws:s3:::shop/a'],
  ['s3:PutObject', 'arn:aws:s3:::shop/a'],
  ['sqs:SendMessage', 'arn:aws:sqs:eu-west-1:444455556666:mail'],
  ['kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:key/k1'],
  ['sts:AssumeRole', 'arn:aws:iam::111122223333:role/other'],
  ['sts:AssumeRole', 'arn:aws:iam::444455556666:role/other'],
  ['iam:PassRole', 'arn:aws:iam::111122223333:role/other'],
  ['ec2:DescribeInstances', '*'],
] as const;
const ACTIONS = [...new Set(QUESTIONS.map(([asked]) => asked))];
const RESOURCES = [...new Set(QUESTIONS.map(([, on]) => on))];

/** One of the usual ones more often than one of the others, so that answers are not all no. */
const mostly = <T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 3, arbitrary: usual }, { weight: 2, arbitrary: other });
const action = mostly(fc.constant('*'), fc.constantFrom(...ACTIONS, 's3:*', 's3:Get*', '*:*e*', 'S3:?etObject'));
const resource = mostly(
  fc.constant('*'),
  fc.constantFrom(...RESOURCES, 'arn:aws:*', 'arn:aws:s3:::shop/${example:colour}', 'arn:aws:s3:::*'),
);
const operator = fc.constantFrom(
  'StringEquals',
  'StringNotEquals',
  'StringLike',
  'StringLikeIfExists',
  'Bool',
  'BoolIfExists',
  'Null',
  'IpAddress',
  'NotIpAddress',
  'ForAllValues:StringLike',
  'ForAnyValue:StringNotEquals',
  'NumericLessThan',
);
const some = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(item, { minLength: 1, maxLength: 2 });
const conditions = mostly(
  fc.constant({}),
  fc.dictionary(
    operator,
    fc.dictionary(fc.constantFrom(...KEYS), some(fc.constantFrom(...VALUES)), { minKeys: 1, maxKeys: 2 }),
    { minKeys: 1, maxKeys: 2 },
  ),
);
const seldom = mostly(fc.constant(false), fc.boolean());
const principals = fc.constantFrom(
  { '*': ['*'] },
  { AWS: [USER] },
  { AWS: [ROLE] },
  { AWS: ['111122223333'] },
  { AWS: ['arn:aws:sts::111122223333:assumed-role/app/one'] },
  { Service: ['ec2.amazonaws.com'] },
);

function statement(effects: fc.Arbitrary<'Allow' | 'Deny'>, atResource = false): fc.Arbitrary<PolicyStatement> {
  return fc
    .record({
      effect: effects,
      actions: some(action),
      resources: some(resource),
      invertAction: seldom,
      invertResource: seldom,
      invertPrincipal: seldom,
      conditions,
      principals,
    })
    .map((one) => ({
      effect: one.effect,
      actions: one.invertAction ? [] : one.actions,
      notActions: one.invertAction ? one.actions : [],
      resources: one.invertResource ? [] : one.resources,
      notResources: one.invertResource ? one.resources : [],
      principals: atResource && !one.invertPrincipal ? one.principals : {},
      notPrincipals: atResource && one.invertPrincipal ? one.principals : {},
      conditions: one.conditions,
    }));
}

const either = fc.constantFrom<('Allow' | 'Deny')[]>(...Array.from({ length: 11 }, () => 'Allow' as const), 'Deny');
const policy = some(statement(either));
const through = fc.constantFrom<Grant['through'][]>('inline', 'managed', 'group');

const grants = fc.array(
  fc.record({ through, statements: policy }).map((one): Grant => ({ identity: '', policy: 'p', ...one, place })),
  { minLength: 1, maxLength: 3 },
);
const boundaries = fc.array(
  policy.map((statements): Grant => ({ identity: '', policy: 'b', through: 'boundary', statements, place })),
  { maxLength: 1 },
);
const guardrails = fc.array(
  fc.record({
    kind: fc.constantFrom<Guardrail['kind'][]>('scp', 'rcp'),
    policy: fc.constant('g'),
    account: fc.constantFrom('111122223333', '444455556666'),
    level: fc.constantFrom('root', 'unit'),
    statements: policy,
    place: fc.constant(place),
  }),
  { maxLength: 2 },
);
const resourcePolicies = fc.array(
  fc
    .record({
      resource: fc.constantFrom(...RESOURCES.filter((arn) => arn !== '*')),
      statements: some(statement(either, true)),
    })
    .map((one): ResourcePolicy => ({ ...one, kind: one.resource.includes(':role/') ? 'trust' : 'resource', place })),
  { maxLength: 8 },
);

interface World {
  readonly principal: string;
  readonly grants: readonly Grant[];
  readonly boundaries: readonly Grant[];
  readonly guardrails: readonly Guardrail[];
  readonly resourcePolicies: readonly ResourcePolicy[];
  readonly session: readonly PolicyStatement[] | undefined;
}

const world: fc.Arbitrary<World> = fc.record({
  principal: fc.constantFrom(USER, ROLE, 'arn:aws:sts::111122223333:assumed-role/app/one'),
  grants,
  boundaries,
  guardrails,
  resourcePolicies,
  session: mostly(fc.constant(undefined), policy),
});
const question = fc.constantFrom(...QUESTIONS).map(([asked, on]) => ({ action: asked, resource: on }));
const values = fc.oneof(fc.constant([]), some(fc.constantFrom(...VALUES)));
const knowledge = fc.record(Object.fromEntries(KEYS.map((key) => [key, values])));

function prepare(of: World, asked: Omit<AccessRequest, 'principal'>): () => readonly [AccessDecision, Verdict] {
  const holder = of.principal === USER ? USER : ROLE;
  const facts: Partial<Facts> = {
    identities: [identity(holder, { kind: holder === USER ? 'user' : 'role' })],
    grants: [...of.grants, ...of.boundaries].map((grant) => ({ ...grant, identity: holder })),
    guardrails: of.guardrails,
    resourcePolicies: of.resourcePolicies,
  };
  const session = of.session === undefined ? {} : { session: [{ policy: 's', statements: of.session, place }] };
  const access = accessOf(graphOf({ facts }));
  const request = { principal: of.principal, ...asked };
  return () => [access.decide(request, session), access.may(request, session)];
}

function decide(of: World, asked: Omit<AccessRequest, 'principal'>): AccessDecision {
  return prepare(of, asked)()[0];
}

const rank = (of: World, asked: Omit<AccessRequest, 'principal'>): number => RANK[decide(of, asked).verdict];

const BARE: PolicyStatement = {
  effect: 'Deny',
  actions: ['*'],
  notActions: [],
  resources: ['*'],
  notResources: [],
  principals: {},
  notPrincipals: {},
  conditions: {},
};

function reversed<T extends { readonly statements: readonly PolicyStatement[] }>(rows: readonly T[]): T[] {
  return rows.map((row) => ({ ...row, statements: row.statements.toReversed() })).toReversed();
}

describe('whatever the policies', () => {
  test('a Deny wins, wherever it stands', () => {
    const places = fc.constantFrom('grants', 'boundaries', 'guardrails', 'resourcePolicies', 'session');
    fc.assert(
      fc.property(world, question, places, (of, asked, where) => {
        const denying: World = {
          ...of,
          ...(where === 'grants' && {
            grants: [...of.grants, { identity: '', policy: 'd', through: 'inline', statements: [BARE], place }],
          }),
          ...(where === 'boundaries' && {
            boundaries: [{ identity: '', policy: 'd', through: 'boundary', statements: [BARE], place }],
          }),
          ...(where === 'guardrails' && {
            guardrails: [
              ...of.guardrails,
              { kind: 'scp', policy: 'd', account: '111122223333', level: 'root', statements: [BARE], place },
            ],
          }),
          ...(where === 'resourcePolicies' && {
            resourcePolicies: [
              ...of.resourcePolicies,
              {
                resource: asked.resource,
                kind: 'resource',
                statements: [{ ...BARE, principals: { '*': ['*'] } }],
                place,
              },
            ],
          }),
          ...(where === 'session' && { session: [BARE] }),
        };
        expect(decide(denying, asked).verdict).toBe('no');
      }),
    );
  });

  test('a limit more never grants', () => {
    fc.assert(
      fc.property(world, question, policy, (of, asked, statements) => {
        const before = rank({ ...of, boundaries: [], session: undefined }, asked);
        const boundary: Grant = { identity: '', policy: 'b', through: 'boundary', statements, place };
        expect(rank({ ...of, boundaries: [boundary], session: undefined }, asked)).toBeLessThanOrEqual(before);
        expect(rank({ ...of, boundaries: [], session: statements }, asked)).toBeLessThanOrEqual(before);
        for (const kind of ['scp', 'rcp'] as const) {
          for (const account of ['111122223333', '444455556666']) {
            const row: Guardrail = { kind, policy: 'g', account, level: 'another', statements, place };
            const limited = { ...of, boundaries: [], session: undefined, guardrails: [...of.guardrails, row] };
            expect(rank(limited, asked)).toBeLessThanOrEqual(before);
          }
        }
      }),
    );
  });

  test('an Allow more never takes away', () => {
    fc.assert(
      fc.property(world, question, statement(fc.constant('Allow' as const)), (of, asked, more) => {
        const grant: Grant = { identity: '', policy: 'more', through: 'inline', statements: [more], place };
        expect(rank({ ...of, grants: [...of.grants, grant] }, asked)).toBeGreaterThanOrEqual(rank(of, asked));
      }),
    );
  });

  test('the order of policies and statements does not matter', () => {
    fc.assert(
      fc.property(world, question, (of, asked) => {
        const turned: World = {
          ...of,
          grants: reversed(of.grants),
          boundaries: reversed(of.boundaries),
          guardrails: reversed(of.guardrails),
          resourcePolicies: reversed(of.resourcePolicies),
          session: of.session?.toReversed(),
        };
        expect(decide(turned, asked).verdict).toBe(decide(of, asked).verdict);
      }),
    );
  });

  test('knowing more decides what was open, and changes nothing that was decided', () => {
    fc.assert(
      fc.property(world, question, knowledge, (of, asked, context) => {
        const before = decide(of, asked).verdict;
        const after = decide(of, { ...asked, context }).verdict;
        if (before !== 'depends') expect(after).toBe(before);
      }),
      { numRuns: 300 },
    );
  });

  test('the quick verdict is that of the decision, the first time and again', () => {
    fc.assert(
      fc.property(world, question, (of, asked) => {
        const answer = prepare(of, asked);
        const [{ verdict }, quick] = answer();
        const [again, quickAgain] = answer();
        expect([quick, again.verdict, quickAgain]).toEqual([verdict, verdict, verdict]);
      }),
    );
  });

  test('an open answer says on what it depends, and a certain one on nothing', () => {
    fc.assert(
      fc.property(world, question, (of, asked) => {
        const { verdict, reasons, rule, docs } = decide(of, asked);
        const depends = reasons.flatMap((reason) => reason.depends);
        expect(depends.length > 0 || verdict !== 'depends').toBe(true);
        if (verdict === 'yes') expect(depends).toEqual([]);
        expect([rule, docs]).not.toContain('');
      }),
      { numRuns: 300 },
    );
  });
});

test('these worlds give every answer, so that the tests above can fail', () => {
  const answers = fc.sample(fc.tuple(world, question), 300).map(([of, asked]) => decide(of, asked).verdict);
  const counts = Object.groupBy(answers, (verdict) => verdict);
  for (const verdict of ['yes', 'no', 'depends'] as const) expect(counts[verdict]?.length).toBeGreaterThan(15);
});

test('an action is granted by a pattern exactly when the pattern expands to it', () => {
  const all = ['iam:PassRole', 'iam:GetUser', 's3:GetObject', 's3:ListBucket', 'sts:AssumeRoot', 'ec2:RunInstances'];
  fc.assert(
    fc.property(some(action), fc.constantFrom(...all), (actions, asked) => {
      const one: PolicyStatement = { ...BARE, effect: 'Allow', actions };
      const grant: Grant = { identity: '', policy: 'p', through: 'inline', statements: [one], place };
      const empty = { boundaries: [], guardrails: [], resourcePolicies: [], session: undefined };
      const { verdict } = decide({ principal: USER, grants: [grant], ...empty }, { action: asked, resource: '*' });
      expect(verdict === 'yes').toBe(expandActions(actions).includes(asked));
    }),
    { numRuns: 15 },
  );
});
