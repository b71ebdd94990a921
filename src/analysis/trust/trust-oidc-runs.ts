import type { Check, FindingDraft } from '../check.ts';
import type { Graph } from '../../graph/graph.ts';
import { listed } from '../privilege/statements.ts';
import type { TrustedToken } from './trusted-tokens.ts';
import { narrowSubject, trustedTokens } from './trusted-tokens.ts';
import { policyText, ratedByPower, statementInWords } from './trusted-roles.ts';
import { trustsWithProposal } from './trust-users.ts';
import { identityInWords } from '../identity-in-words.ts';
import { githubSubjectText } from './trust-text.ts';

/** Roles that one project may assume from any of its runs. */
export const trustOidcAnyRun: Check = {
  id: 'aws.trust-oidc-any-run',
  title: 'Role trusts every run of a project',
  why:
    'The project is fixed, and no branch, tag or environment of it: whoever may push a branch, or open a pull request ' +
    'that runs with a token, takes the role with code that nobody has approved.',
  remediation:
    'Let the job name a protected environment, and test the subject for it; or test for the protected branch that the ' +
    'role is used from.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI6:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'low',
    raisedBy: ['the role is or can become an administrator'],
    loweredBy: [],
  },
  example: {
    before: githubSubjectText('StringLike', 'repo:acme/shop:*'),
    after: githubSubjectText('StringEquals', 'repo:acme/shop:environment:production'),
  },
  run(graph) {
    const proposed = trustsWithProposal(graph);
    const trusted = trustedTokens(graph).filter(
      ({ trust, verdict }) => verdict.issuer.tellsRuns && !proposed.has(trust.id),
    );
    return { examined: trusted.length, findings: trusted.flatMap((one) => judge(graph, one)) };
  },
};

const WIDE = new Set(['any', 'pull-request', 'many']);

function judge(graph: Graph, { role, trust, verdict }: TrustedToken): readonly FindingDraft[] {
  if (verdict.reach !== 'one-project' || verdict.grade === 'unusable' || !WIDE.has(verdict.run)) return [];
  const { severity, factors } = ratedByPower(graph, role, 'low');
  const what =
    verdict.run === 'pull-request'
      ? 'pull requests'
      : verdict.run === 'any'
        ? 'every run'
        : 'every branch, tag or environment';
  const named = verdict.subjects.length > 0 ? listed(verdict.subjects, 5) : listed(verdict.boundBy);
  return [
    {
      title: `${identityInWords(role)} trusts ${what} of a ${verdict.issuer.member} at ${verdict.issuer.title}`,
      severity,
      confidence: 'high',
      subjects: [role.id, trust.id],
      places: [trust.place],
      evidence: [
        { what: `${statementInWords(trust)} accepts ${named}.`, place: trust.place },
        ...verdict.reasons.map((reason) => ({ what: reason, place: trust.place })),
      ],
      factors: [
        ...factors,
        { what: 'whoever may start a run there needs no approval to take the role', effect: 'sets' },
      ],
      remediation:
        'Test the subject for one environment with protection rules, or for one protected branch:' +
        policyText({ Condition: { StringEquals: narrowSubject(trust, verdict) } }),
    },
  ];
}
