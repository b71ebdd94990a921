import type { Check, FindingDraft } from '../check.ts';
import { policyText } from '../example-text.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Factor } from '../../model/finding.ts';
import type { Identity } from '../../model/identity.ts';
import type { Severity } from '../../model/credential.ts';
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
      'a permission boundary certainly limits it',
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
  const allowances = allowancesOf(graph, identity.id).filter(allowsEverything);
  if (allowances.length === 0) return [];
  const limits = limitsOf(graph, identity.id);
  const conditional = allowances.every(({ statement }) => isConditional(statement));
  const { severity, factors } = rate(graph, identity, conditional, limits.decisive);
  const conditions = allowances.flatMap(({ statement }) => conditionKeys(statement.conditions));
  return [
    {
      title: `${identityInWords(identity)} has administrator access${limits.decisive || conditional ? ', within limits' : ''}`,
      severity,
      confidence: limits.factors.length > 0 || conditional ? 'medium' : 'high',
      subjects: [identity.id],
      places: placesOf(allowances),
      evidence: [...firstOf(allowances).map((allowance) => evidenceOf(allowance, 'Allows * on *')), ...limits.evidence],
      factors: [
        ...factors,
        ...(conditional ? [{ what: `only under conditions on ${listed(conditions)}`, effect: 'lowers' as const }] : []),
        ...limits.factors,
      ],
      remediation: adminAccess.remediation,
    },
  ];
}

function rate(
  graph: Graph,
  identity: Identity,
  conditional: boolean,
  decisive: boolean,
): { readonly severity: Severity; readonly factors: readonly Factor[] } {
  const keys = graph.keys.filter(
    (key) => key.identity === identity.id && key.kind === 'access-key' && key.status === 'active',
  );
  if (decisive) return { severity: 'low', factors: [] };
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
