import type { Check } from '../check.ts';
import type { Graph } from '../../graph/graph.ts';
import { listed } from '../privilege/statements.ts';
import { audienceTest } from './aws-token-trust.ts';
import type { TrustedToken } from './trusted-tokens.ts';
import { trustedTokens } from './trusted-tokens.ts';
import { policyText, statementInWords } from './trusted-roles.ts';
import { identityInWords } from '../identity-in-words.ts';
import { githubSubjectText, githubTrustText } from './trust-text.ts';

/** Trusts of OIDC issuers that take tokens made for somebody else. */
export const trustOidcAudience: Check = {
  id: 'aws.trust-oidc-audience',
  title: 'Role does not test the audience of a token',
  why:
    'The audience says for whom a token was made. Without a test of it, a token that a job hands to another service ' +
    'takes the role too, as far as the provider in IAM accepts that audience.',
  remediation: 'Test the audience with StringEquals, beside the subject.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI4:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-04' },
  ],
  severity: {
    usual: 'low',
    raisedBy: [],
    loweredBy: ['the provider in IAM accepts one audience only', 'the issuer belongs to one customer'],
  },
  example: {
    before: githubTrustText({
      StringEquals: { 'token.actions.githubusercontent.com:sub': 'repo:acme/shop:environment:production' },
    }),
    after: githubSubjectText('StringEquals', 'repo:acme/shop:environment:production'),
  },
  run(graph) {
    // Where the audience is what binds the trust, its absence is told as an open subject.
    const trusted = trustedTokens(graph).filter(
      ({ verdict }) => verdict.grade !== 'unusable' && verdict.grade !== 'open' && !verdict.boundBy.includes('aud'),
    );
    return { examined: trusted.length, findings: trusted.flatMap((one) => judge(graph, one)) };
  },
};

const SAYS = {
  none: 'does not test the audience',
  vacuous: 'tests the audience in a way that a token without one passes',
  wildcard: 'accepts every audience by a wildcard',
} as const;

function judge(graph: Graph, { role, trust, verdict }: TrustedToken) {
  const test = audienceTest(verdict);
  if (test === 'firm') return [];
  const accepted = acceptedAudiences(graph, role.account, trust.trusted) ?? (test === 'none' ? trust.audiences : []);
  const single = accepted.length === 1;
  const tenant = verdict.issuer.tenancy === 'tenant';
  return [
    {
      title: `${identityInWords(role)} ${SAYS[test]} of tokens of ${verdict.issuer.title}`,
      severity: single || tenant ? ('info' as const) : ('low' as const),
      confidence: accepted.length > 0 ? ('high' as const) : ('medium' as const),
      subjects: [role.id, trust.id],
      places: [trust.place],
      evidence: [
        { what: `${statementInWords(trust)} ${SAYS[test]}.`, place: trust.place },
        {
          what:
            accepted.length > 0
              ? `The provider in IAM accepts ${listed(accepted, 5)}.`
              : 'Which audiences the provider in IAM accepts is not known.',
        },
      ],
      factors: [
        { what: 'a token made for another service may take the role', effect: 'sets' as const },
        ...(single ? [{ what: 'the provider in IAM accepts one audience only', effect: 'lowers' as const }] : []),
        ...(tenant ? [{ what: 'the issuer belongs to one customer', effect: 'lowers' as const }] : []),
      ],
      remediation:
        'Test the audience beside the subject:' +
        policyText({ Condition: { StringEquals: { [`${trust.trusted}:aud`]: accepted[0] ?? 'sts.amazonaws.com' } } }),
    },
  ];
}

/** Audiences that the account's provider of an issuer accepts; undefined when it was not read. */
function acceptedAudiences(graph: Graph, account: string | undefined, issuer: string): readonly string[] | undefined {
  const name = issuer.toLowerCase();
  return graph.providers.find(
    (provider) =>
      provider.kind === 'oidc' &&
      (provider.account === undefined || provider.account === account) &&
      provider.url?.replace(/^https:\/\//, '').toLowerCase() === name,
  )?.audiences;
}
