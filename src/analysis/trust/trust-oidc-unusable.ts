import type { Check } from '../check.ts';
import { conditionKeys, listed } from '../privilege/statements.ts';
import { trustedTokens } from './trusted-tokens.ts';
import { statementInWords } from './trusted-roles.ts';
import { identityInWords } from '../identity-in-words.ts';
import { githubSubjectText } from './trust-text.ts';

/** Trusts of OIDC issuers whose conditions no token can satisfy. */
export const trustOidcUnusable: Check = {
  id: 'aws.trust-oidc-unusable',
  title: 'Conditions of an OIDC trust can never hold',
  why:
    'Nobody can take the role by this trust. It is a mistake that waits for a quick repair, which tends to be the wrong ' +
    'one: the condition is taken away, and the role is open to everyone.',
  remediation:
    'Write patterns with StringLike, whole subjects with StringEquals, and test only claims that AWS evaluates for the ' +
    'issuer; or remove the trust.',
  frameworks: [{ framework: 'nist-csf-2.0', id: 'PR.AA-05' }],
  severity: { usual: 'low', raisedBy: [], loweredBy: [] },
  example: {
    before: githubSubjectText('StringEquals', 'repo:acme/shop:*'),
    after: githubSubjectText('StringLike', 'repo:acme/shop:environment:*'),
  },
  run(graph) {
    const trusted = trustedTokens(graph);
    const findings = trusted
      .filter(({ verdict }) => verdict.grade === 'unusable')
      .map(({ role, trust, verdict }) => {
        const keys = conditionKeys(trust.conditions);
        return {
          title: `${identityInWords(role)} trusts ${verdict.issuer.title} under conditions that never hold`,
          severity: 'low' as const,
          confidence: 'medium' as const,
          subjects: [role.id, trust.id],
          places: [trust.place],
          evidence: [
            ...verdict.reasons.map((what) => ({ what, place: trust.place })),
            {
              what: `${statementInWords(trust)} has conditions on ${keys.length > 0 ? listed(keys, 5) : 'nothing'}.`,
              place: trust.place,
            },
          ],
          factors: [{ what: 'nobody can take the role by this statement', effect: 'sets' as const }],
          remediation: trustOidcUnusable.remediation,
        };
      });
    return { examined: trusted.length, findings };
  },
};
