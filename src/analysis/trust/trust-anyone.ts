import type { Check, FindingDraft } from '../check.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Severity } from '../../model/credential.ts';
import type { Factor } from '../../model/finding.ts';
import { conditionKeys, listed } from '../privilege/statements.ts';
import { boundKeys } from './conditions.ts';
import type { TrustedRole } from './trusted-roles.ts';
import { denialsOf, trustedRoles } from './trusted-roles.ts';
import { identityInWords } from '../identity-in-words.ts';

/** Keys that say who the caller is, so that a wildcard beside them is not everyone. */
const WHO = ['aws:PrincipalOrgID', 'aws:PrincipalOrgPaths', 'aws:PrincipalAccount', 'aws:PrincipalArn', 'aws:userid'];
/** Keys that say something else and still keep most callers out. */
const HOW = [
  'sts:ExternalId',
  'aws:SourceAccount',
  'aws:SourceArn',
  'aws:SourceVpc',
  'aws:SourceVpce',
  'aws:SourceOrgID',
];

/** Roles whose trust policy names everyone. */
export const trustAnyone: Check = {
  id: 'aws.trust-anyone',
  title: 'Role can be assumed by anyone',
  why:
    'The trust policy names a wildcard principal: any AWS account in the world may assume the role and use its rights, ' +
    'unless a condition keeps it out.',
  remediation:
    'Name the accounts or roles that need it as principals; keep conditions as a second line, not the first.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'owasp-nhi-2025', id: 'NHI6:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  run(graph) {
    const trusted = trustedRoles(graph, ['account', 'principal', 'service', 'oidc', 'saml', 'anyone']);
    const findings = trusted.filter(({ trust }) => trust.kind === 'anyone').map((one) => judge(graph, one));
    return { examined: trusted.length, findings };
  },
};

function judge(graph: Graph, { role, trust }: TrustedRole): FindingDraft {
  const keys = conditionKeys(trust.conditions);
  const who = boundKeys(trust.conditions, WHO);
  const how = boundKeys(trust.conditions, HOW);
  const denials = denialsOf(graph, role);
  const severity: Severity =
    who.length > 0 ? 'low' : how.length > 0 ? 'medium' : keys.length > 0 || denials.length > 0 ? 'high' : 'critical';
  const factors: Factor[] = [];
  if (who.length > 0) factors.push({ what: `only principals that ${listed(who)} names`, effect: 'lowers' });
  else if (how.length > 0) factors.push({ what: `only requests that satisfy ${listed(how)}`, effect: 'lowers' });
  else if (keys.length > 0) {
    factors.push({ what: `conditions on ${listed(keys)}, which leave it open to other accounts`, effect: 'lowers' });
  }
  if (denials.length > 0) factors.push({ what: 'a statement denies some requests', effect: 'lowers' });
  return {
    title: `${identityInWords(role)} can be assumed by anyone${keys.length > 0 ? ' who meets its conditions' : ''}`,
    severity,
    confidence: keys.length > 0 || denials.length > 0 ? 'medium' : 'high',
    subjects: [role.id, trust.id],
    places: [trust.place],
    evidence: [
      {
        what: `The trust policy allows the principal *${keys.length > 0 ? ` under conditions on ${listed(keys)}` : ''}.`,
        place: trust.place,
      },
      ...denials.map(({ conditions, place }) => ({
        what: `It denies requests by ${listed(conditionKeys(conditions))}.`,
        place,
      })),
    ],
    factors,
    remediation: trustAnyone.remediation,
  };
}
