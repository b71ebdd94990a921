import type { Check } from '../check.ts';
import { policyText, ratedByPower, statementInWords } from './trusted-roles.ts';
import { trustedTokens } from './trusted-tokens.ts';
import { identityInWords } from '../identity-in-words.ts';
import { policyText as documentText } from '../example-text.ts';
import { trustStatement } from './trust-text.ts';

/** Roles of an identity pool that guests may take. */
export const trustCognitoGuests: Check = {
  id: 'aws.trust-cognito-guests',
  title: 'Role of an identity pool can be taken by guests',
  why:
    'An identity pool may hand out identities without anyone signing in. Unless the trust asks for an authenticated ' +
    'one, whoever knows the id of the pool, which stands in every app that uses it, takes the role.',
  remediation: 'Test cognito-identity.amazonaws.com:amr for authenticated, with ForAnyValue:StringLike.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI4:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-03' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: ['the role is or can become an administrator'],
    loweredBy: ['the role is meant for guests: the trust names them'],
  },
  example: {
    before: documentText(
      trustStatement({ Federated: 'cognito-identity.amazonaws.com' }, 'sts:AssumeRoleWithWebIdentity', {
        StringEquals: { 'cognito-identity.amazonaws.com:aud': 'eu-central-1:12345678-1234-1234-1234-123456789012' },
      }),
    ),
    after: documentText(
      trustStatement({ Federated: 'cognito-identity.amazonaws.com' }, 'sts:AssumeRoleWithWebIdentity', {
        StringEquals: { 'cognito-identity.amazonaws.com:aud': 'eu-central-1:12345678-1234-1234-1234-123456789012' },
        'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
      }),
    ),
  },
  run(graph) {
    const trusted = trustedTokens(graph).filter(
      ({ verdict }) =>
        verdict.issuer.title === 'Amazon Cognito' && verdict.grade !== 'unusable' && verdict.grade !== 'open',
    );
    const findings = trusted.flatMap(({ role, trust, verdict }) => {
      const methods = verdict.tests.filter(
        ({ claim, mode, whenAbsent }) => claim === 'amr' && mode === 'is' && whenAbsent === 'fails',
      );
      const values = methods.flatMap(({ patterns }) => patterns.map(({ text }) => text));
      const meant = values.includes('unauthenticated');
      if (values.length > 0 && !meant && !values.some((value) => /^[*?]*$/.test(value))) return [];
      const { severity, factors } = ratedByPower(graph, role, meant ? 'low' : 'medium');
      return {
        title: `${identityInWords(role)} can be taken by guests of its identity pool`,
        severity,
        confidence: 'medium' as const,
        subjects: [role.id, trust.id],
        places: [trust.place],
        evidence: [
          {
            what: meant
              ? `${statementInWords(trust)} allows unauthenticated identities.`
              : `${statementInWords(trust)} does not ask how the identity was authenticated (amr).`,
            place: trust.place,
          },
        ],
        factors: [
          ...factors,
          ...(meant ? [{ what: 'the trust names guests, so it is meant for them', effect: 'lowers' as const }] : []),
        ],
        remediation:
          'Ask for an authenticated identity:' +
          policyText({ Condition: { 'ForAnyValue:StringLike': { [`${trust.trusted}:amr`]: 'authenticated' } } }) +
          'Give guests a role of their own with the least they need.',
      };
    });
    return { examined: trusted.length, findings };
  },
};
