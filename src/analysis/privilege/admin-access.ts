import type { Check, FindingDraft } from '../check.ts';
import { policyText } from '../example-text.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Factor } from '../../model/finding.ts';
import type { Identity } from '../../model/identity.ts';
import type { Severity } from '../../model/credential.ts';
import type { Allowance } from './statements.ts';
import {
  actingIdentities,
  allowancesOf,
  allowsEverything,
  conditionKeys,
  evidenceOf,
  firstOf,
  isConditional,
  isIdentityCenterRole,
  limitsOf,
  listed,
  placesOf,
} from './statements.ts';
import { foundPaths } from './paths/privilege-paths.ts';
import { reachOf } from './reach.ts';
import { identityInWords } from '../identity-in-words.ts';

/** Every action on every resource: whoever holds a key of the identity holds the account. */
export const adminAccess: Check = {
  id: 'aws.admin-access',
  title: 'Identity has administrator access',
  why:
    'The identity may do everything in its AWS account, so one leaked key or one assumed session is the whole account. ' +
    'Machine identities need a short list of actions, never all of them.',
  remediation:
    'Find out what the identity uses (IAM access advisor, CloudTrail), replace the policy by one with those actions and ' +
    'resources, and keep administrator access for a role that people assume with MFA.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'high',
    raisedBy: ['a key of the identity stands in the open, or outsiders can become it'],
    loweredBy: [
      'a permission boundary, a denial or a policy of the organisation certainly limits it',
      'the statements have conditions',
      'it is a role that people assume to administer',
    ],
  },
  example: {
    before: policyText({ Effect: 'Allow', Action: '*', Resource: '*' }),
    after: policyText({
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: 'arn:aws:s3:::shop-uploads/*',
    }),
  },
  run(graph) {
    const identities = actingIdentities(graph);
    return { examined: identities.length, findings: identities.flatMap((identity) => judge(graph, identity)) };
  },
};

function judge(graph: Graph, identity: Identity): FindingDraft[] {
  const all = allowancesOf(graph, identity.id);
  const whole = all.filter(allowsEverything);
  const inEffect = foundPaths(graph, {}).administrators.get(identity.id);
  // Several statements may add up to everything.
  const together = whole.length > 0 || inEffect === undefined ? whole : all.filter(isWide);
  // In whatever way it is written, what hands out rights is part of it.
  const allowances =
    together.length > 0 || inEffect === undefined ? together : all.filter((one) => handsOutRights(one, identity));
  if (allowances.length === 0) return [];
  const limits = limitsOf(graph, identity.id);
  const conditional = inEffect?.certain !== true && allowances.every(({ statement }) => isConditional(statement));
  const kept = inEffect === undefined && !conditional;
  const { severity, factors } = rate(graph, identity, conditional, kept);
  const conditions = allowances.flatMap(({ statement }) => conditionKeys(statement.conditions));
  const says = whole.length > 0 ? 'Allows * on *' : 'Allows, with the others, everything that matters';
  return [
    {
      title: kept
        ? `${identityInWords(identity)} has an administrator’s policy that its limits keep it from using`
        : `${identityInWords(identity)} has administrator access${conditional ? ', within limits' : ''}`,
      severity,
      confidence: limits.factors.length > 0 || conditional ? 'medium' : 'high',
      subjects: [identity.id],
      places: placesOf(allowances),
      evidence: [...firstOf(allowances).map((allowance) => evidenceOf(allowance, says)), ...limits.evidence],
      factors: [
        ...factors,
        ...(kept ? [KEPT] : []),
        ...(conditional ? [{ what: `only under conditions on ${listed(conditions)}`, effect: 'lowers' as const }] : []),
        ...limits.factors,
      ],
      remediation: adminAccess.remediation,
    },
  ];
}

const KEPT: Factor = {
  what: 'boundary, denials, policies of the organisation or its own exceptions leave it no way to hand out rights, or little of what is usual',
  effect: 'lowers',
};

function handsOutRights({ statement }: Allowance, identity: Identity): boolean {
  return reachOf(statement, identity.kind === 'user' ? 'iam:PutUserPolicy' : 'iam:PutRolePolicy', identity) !== 'none';
}

/** All of a service, or all but some of them, on every resource. */
function isWide({ statement: { actions, notActions, resources } }: Allowance): boolean {
  return resources.includes('*') && (notActions.length > 0 || actions.some((pattern) => pattern.endsWith(':*')));
}

function rate(
  graph: Graph,
  identity: Identity,
  conditional: boolean,
  kept: boolean,
): { readonly severity: Severity; readonly factors: readonly Factor[] } {
  const keys = graph.keys.filter(
    (key) => key.identity === identity.id && key.kind === 'access-key' && key.status === 'active',
  );
  if (kept) return { severity: 'low', factors: [] };
  if (conditional) return { severity: 'medium', factors: [] };
  if (isIdentityCenterRole(identity)) {
    const what = 'the role is made by IAM Identity Center for people, whose sessions are short';
    return { severity: 'medium', factors: [{ what, effect: 'lowers' }] };
  }
  if (keys.length > 0) {
    const what = `${keys.length} active access key${keys.length > 1 ? 's carry' : ' carries'} these rights`;
    return { severity: 'critical', factors: [{ what, effect: 'raises' }] };
  }
  return { severity: 'high', factors: [] };
}
