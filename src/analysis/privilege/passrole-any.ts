import type { Check, FindingDraft } from '../check.ts';
import { policyText } from '../example-text.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Factor } from '../../model/finding.ts';
import type { Identity } from '../../model/identity.ts';
import { accessOf } from './access/access.ts';
import { ADMINISTRATOR } from './paths/find-paths.ts';
import { TECHNIQUES } from './paths/catalogue/index.ts';
import { foundPaths } from './paths/privilege-paths.ts';
import type { Actor } from './reach.ts';
import { reachOf, sampleOf } from './reach.ts';
import { shiftSeverity } from '../severity.ts';
import type { Allowance } from './statements.ts';
import {
  actingIdentities,
  allowancesOf,
  allowsEverything,
  conditionKeys,
  evidenceOf,
  firstOf,
  isServiceLinked,
  limitsOf,
  listed,
  placesOf,
} from './statements.ts';
import { wholeService } from './wildcard.ts';
import { identityInWords } from '../identity-in-words.ts';

/** The calls by which something starts under a role that is handed over, one list a technique; the first one names it. */
const STARTERS = TECHNIQUES.filter(({ category }) => category === 'new-passrole').map(({ permissions }) =>
  permissions.filter(({ on }) => on === 'resource' || on === 'nothing').map(({ action }) => action),
);

/** iam:PassRole on every role. */
export const passRoleAny: Check = {
  id: 'aws.iam-passrole-any',
  title: 'Identity may hand any role to a service',
  why:
    'iam:PassRole on every role lets the identity start a function, a host or a stack under a stronger role than its ' +
    'own, and act through it. It is the most common way from few rights to all.',
  remediation:
    'Name the roles that may be passed in Resource, and the service that may receive them in the condition iam:PassedToService.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: ['it may also start something that runs under a role'],
    loweredBy: [
      'iam:PassedToService names the services that may receive a role',
      'a permission boundary certainly limits it',
    ],
  },
  example: {
    before: policyText({ Effect: 'Allow', Action: ['iam:PassRole', 'lambda:CreateFunction'], Resource: '*' }),
    after: policyText(
      { Effect: 'Allow', Action: 'lambda:CreateFunction', Resource: '*' },
      {
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: 'arn:aws:iam::111122223333:role/thumbnailer',
        Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
      },
    ),
  },
  run(graph, { config }) {
    const identities = actingIdentities(graph).filter((identity) => !isServiceLinked(identity));
    // Whoever has a way to administrator over a role that it hands on is told of that way, which says more.
    const { paths, administrators } = foundPaths(graph, config);
    const told = new Set(
      paths
        .filter(({ target, steps }) => target === ADMINISTRATOR && (steps[0]?.says.includes('iam:PassRole') ?? false))
        .map(({ principal }) => principal),
    );
    const left = identities.filter(({ id }) => !told.has(id) && !administrators.has(id));
    return { examined: identities.length, findings: left.flatMap((identity) => judge(graph, identity)) };
  },
};

function judge(graph: Graph, identity: Identity): FindingDraft[] {
  const all = allowancesOf(graph, identity.id);
  if (all.some(allowsEverything)) return [];
  const passing = all.filter((allowance) => passesAnyRole(allowance, identity));
  if (passing.length === 0 || !isInEffect(graph, identity)) return [];
  const bound = passing.every(({ statement }) =>
    conditionKeys(statement.conditions).some((key) => key.toLowerCase() === 'iam:passedtoservice'),
  );
  const starters = startersOf(graph, identity, all);
  const limits = limitsOf(graph, identity.id);
  const severity = shiftSeverity(starters.length > 0 ? 'high' : 'medium', bound || limits.decisive ? -1 : 0);
  const factors: Factor[] = [];
  if (starters.length > 0) {
    factors.push({ what: `it may also start something under such a role: ${listed(starters)}`, effect: 'raises' });
  }
  if (bound) factors.push({ what: 'iam:PassedToService names the services that may receive a role', effect: 'lowers' });
  const except = passing.every(({ statement }) => statement.notResources.length > 0);
  return [
    {
      title: `${identityInWords(identity)} may hand ${except ? 'nearly ' : ''}any role to a service`,
      severity,
      confidence: limits.factors.length > 0 ? 'medium' : 'high',
      subjects: [identity.id],
      places: placesOf(passing),
      evidence: [
        ...firstOf(passing).map((allowance) => evidenceOf(allowance, 'Allows iam:PassRole on every role')),
        ...limits.evidence,
      ],
      factors: [...factors, ...limits.factors],
      remediation: passRoleAny.remediation,
    },
  ];
}

/** Calls that are left in effect, on what statements reach with them. */
function startersOf(graph: Graph, identity: Identity, all: readonly Allowance[]): readonly string[] {
  const access = accessOf(graph);
  const known = new Map<string, boolean>();
  const isUsable = (action: string): boolean => {
    const may =
      known.get(action) ??
      all.some(
        ({ statement }) =>
          reachOf(statement, action, identity) !== 'none' &&
          access.may({ principal: identity.id, action, resource: sampleOf(statement, action, identity) }) !== 'no',
      );
    known.set(action, may);
    return may;
  };
  return STARTERS.flatMap((calls) => (calls.every(isUsable) ? calls.slice(0, 1) : []));
}

/** Boundaries, guardrails and denials may leave nothing of what a statement allows. */
function isInEffect(graph: Graph, { id, account = '' }: Identity): boolean {
  const resource = `arn:${id.split(':')[1] ?? 'aws'}:iam::${account}:role/any`;
  return accessOf(graph).decide({ principal: id, action: 'iam:PassRole', resource }).verdict !== 'no';
}

/** Written out, not as part of `iam:*` or of a NotAction, which are findings of their own. */
export function passesAnyRole({ statement }: Allowance, actor: Actor): boolean {
  if (statement.notActions.length > 0) return false;
  if (statement.actions.some((pattern) => wholeService(pattern) === 'iam')) return false;
  return reachOf(statement, 'iam:PassRole', actor) === 'all';
}
