import type { Check, FindingDraft } from '../check.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Severity } from '../../model/credential.ts';
import type { Factor } from '../../model/finding.ts';
import { conditionKeys, listed } from '../privilege/statements.ts';
import { shiftSeverity } from '../severity.ts';
import { boundNetwork } from './conditions.ts';
import type { TrustedToken } from './trusted-tokens.ts';
import { narrowSubject, trustedTokens } from './trusted-tokens.ts';
import { policyText, ratedByPower, statementInWords } from './trusted-roles.ts';
import { identityInWords } from '../identity-in-words.ts';
import { membersOf } from './tokens/issuers.ts';
import { githubSubjectText } from './trust-text.ts';

/** Roles that tokens of an OIDC issuer may assume without saying whose tokens. */
export const trustOidcNoSubject: Check = {
  id: 'aws.trust-oidc-no-subject',
  title: 'Role trusts an OIDC issuer without binding the subject',
  why:
    'An issuer such as GitHub signs tokens for everybody who uses it. Only the subject, or another claim that names the ' +
    'project, tells whose token it is: without a firm test of it, any workflow of anyone may assume the role; with a ' +
    'test of the owner alone, any repository of that owner.',
  remediation:
    'Test the subject with StringEquals, or with StringLike and a pattern that names owner, repository and branch or ' +
    'environment, such as repo:owner/name:environment:production; for GitHub also in its immutable form ' +
    'repo:owner@id/name@id:…, or test repository_id. Do not use ForAllValues.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI6:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-04' },
  ],
  severity: {
    usual: 'critical',
    raisedBy: ['the role is or can become an administrator'],
    loweredBy: [
      'the issuer belongs to one customer',
      'the owner is fixed, and only the project is not',
      'requests are kept to networks',
    ],
  },
  example: {
    before: githubSubjectText('StringLike', 'repo:acme/*'),
    after: githubSubjectText('StringEquals', 'repo:acme/shop:environment:production'),
  },
  run(graph) {
    const trusted = trustedTokens(graph);
    return { examined: trusted.length, findings: trusted.flatMap((one) => judge(graph, one)) };
  },
};

interface Weakness {
  readonly severity: Severity;
  /** Completes "the role trusts …". */
  readonly what: string;
  readonly factors: readonly Factor[];
}

function judge(graph: Graph, one: TrustedToken): FindingDraft[] {
  const { role, trust, verdict } = one;
  const weakness = weaknessOf(one);
  if (weakness === undefined) return [];
  const rating = ratedByPower(graph, role, weakness.severity);
  const networks = boundNetwork(verdict.narrowed.tests);
  const keys = conditionKeys(trust.conditions);
  return [
    {
      title: `${identityInWords(role)} trusts ${weakness.what}`,
      severity: networks.length > 0 ? shiftSeverity(rating.severity, -1) : rating.severity,
      confidence: verdict.issuer.tenancy === 'shared' ? 'high' : 'medium',
      subjects: [role.id, trust.id],
      places: [trust.place],
      evidence: [
        {
          what:
            trust.subjects.length > 0
              ? `${statementInWords(trust)} accepts the subjects ${listed(trust.subjects, 5)}.`
              : `${statementInWords(trust)} does not firmly test the subject; conditions: ${keys.length > 0 ? listed(keys, 5) : 'none'}.`,
          place: trust.place,
        },
        ...verdict.reasons.map((what) => ({ what, place: trust.place })),
      ],
      factors: [
        ...weakness.factors,
        ...rating.factors,
        ...(networks.length > 0
          ? [{ what: `only requests that satisfy ${listed(networks)}`, effect: 'lowers' as const }]
          : []),
      ],
      remediation:
        `Test the subject with StringEquals, so that it names one ${verdict.issuer.member}${verdict.issuer.tellsRuns ? ' and one branch or environment' : ''}:` +
        policyText({ Condition: { StringEquals: narrowSubject(trust, verdict) } }) +
        (verdict.issuer.ci === 'github-actions'
          ? 'Repositories made or renamed since July 2026 have the subject `repo:owner@id/name@id:…`: add that form, or test `repository_id`.'
          : 'Patterns need StringLike; do not use ForAllValues or IfExists.'),
    },
  ];
}

function weaknessOf({ verdict }: TrustedToken): Weakness | undefined {
  const { issuer, grade, reach, boundBy } = verdict;
  if (grade === 'unusable' || reach === 'one-project') return undefined;
  const shared = issuer.tenancy === 'shared';
  const { member, title } = issuer;
  switch (reach) {
    case 'anyone': {
      const tenancy: Factor = shared
        ? { what: `everybody can get tokens of ${title}`, effect: 'raises' }
        : { what: `only tokens of one customer’s ${title} are trusted`, effect: 'lowers' };
      if (verdict.vacuous) {
        return {
          severity: shared ? 'high' : 'medium',
          what: `${title} with a test of the subject that may be empty`,
          factors: [tenancy],
        };
      }
      const tested = verdict.subjects.length > 0;
      return {
        severity: shared ? 'critical' : 'medium',
        what: tested ? `any ${member} at ${title}` : `every token of ${title}`,
        factors: [tenancy],
      };
    }
    case 'organisation':
      return {
        severity: 'medium',
        what: `every ${member} of one owner at ${title}`,
        factors: [
          { what: `whoever may create or change any ${member} of the owner may assume the role`, effect: 'sets' },
        ],
      };
    case 'several-projects':
      return boundBy.length > 0 && boundBy.every((claim) => claim === 'job_workflow_ref')
        ? {
            severity: 'medium',
            what: `a reusable workflow of ${title} whoever calls it`,
            factors: [{ what: 'only job_workflow_ref is tested, which names the called workflow', effect: 'sets' }],
          }
        : {
            severity: 'low',
            what: `several ${membersOf(issuer)} of one owner at ${title}`,
            factors: [{ what: `the pattern takes in every ${member} whose name matches`, effect: 'sets' }],
          };
  }
}
