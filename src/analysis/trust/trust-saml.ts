import type { Check, FindingDraft } from '../check.ts';
import type { Graph } from '../../graph/graph.ts';
import { isIdentityCenterRole } from '../privilege/statements.ts';
import { isBound, narrowed } from './conditions.ts';
import type { TrustedRole } from './trusted-roles.ts';
import { denialsOf, policyText, ratedByPower, statementInWords, trustedRoles } from './trusted-roles.ts';
import { identityInWords } from '../identity-in-words.ts';
import { policyText as documentText } from '../example-text.ts';
import { trustStatement } from './trust-text.ts';

/** Roles that assertions of a SAML provider may take although they were not made for AWS. */
export const trustSamlAudience: Check = {
  id: 'aws.trust-saml-audience',
  title: 'Role trusts a SAML provider without testing the audience',
  why:
    'The audience says where an assertion was to be handed in. AWS asks for it in every trust of a SAML provider; ' +
    'without it, an assertion presented at any sign-in endpoint counts.',
  remediation: 'Test SAML:aud with StringEquals for the sign-in endpoints that are used.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI4:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-04' },
  ],
  severity: { usual: 'low', raisedBy: ['the role is or can become an administrator'], loweredBy: [] },
  example: {
    before: documentText(
      trustStatement({ Federated: 'arn:aws:iam::111122223333:saml-provider/idp' }, 'sts:AssumeRoleWithSAML'),
    ),
    after: documentText(
      trustStatement({ Federated: 'arn:aws:iam::111122223333:saml-provider/idp' }, 'sts:AssumeRoleWithSAML', {
        StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' },
      }),
    ),
  },
  run(graph) {
    const trusted = samlRoles(graph);
    const findings = trusted.flatMap((one): readonly FindingDraft[] => {
      const { role, trust } = one;
      const { tests, denied } = narrowed(trust, denialsOf(graph, one));
      if (denied !== undefined || isBound(tests, 'SAML:aud')) return [];
      return [
        {
          title: `${identityInWords(role)} trusts ${providerName(trust.trusted)} without testing the audience`,
          ...ratedByPower(graph, role, 'low'),
          confidence: 'high',
          subjects: [role.id, trust.id],
          places: [trust.place],
          evidence: [
            {
              what: `${statementInWords(trust)} allows ${trust.trusted} and does not firmly test SAML:aud.`,
              place: trust.place,
            },
          ],
          remediation:
            'Test the audience:' +
            policyText({ Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } } }) +
            'Sign-in endpoints of regions are audiences of their own: list those that are used.',
        },
      ];
    });
    return { examined: trusted.length, findings };
  },
};

/** Roles behind SAML providers that are gone or whose metadata has ended. */
export const trustSamlProvider: Check = {
  id: 'aws.trust-saml-provider-ended',
  title: 'Role trusts a SAML provider that is gone or has ended',
  why:
    'Nobody can take the role by this trust any more. What stands there unused is revived without being looked at when ' +
    'somebody makes a provider of that name.',
  remediation: 'Upload the provider’s new metadata, or take the trust out of the role.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI1:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-01' },
  ],
  severity: { usual: 'low', raisedBy: ['the role is or can become an administrator'], loweredBy: [] },
  example: {
    before: documentText(
      trustStatement({ Federated: 'arn:aws:iam::111122223333:saml-provider/old-idp' }, 'sts:AssumeRoleWithSAML', {
        StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' },
      }),
    ),
    after: documentText(
      trustStatement({ Federated: 'arn:aws:iam::111122223333:saml-provider/idp' }, 'sts:AssumeRoleWithSAML', {
        StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' },
      }),
    ),
  },
  run(graph, { now }) {
    const trusted = samlRoles(graph);
    const findings = trusted.flatMap(({ role, trust }): readonly FindingDraft[] => {
      const provider = graph.providers.find(({ id }) => id === trust.trusted);
      const ends = provider?.expires;
      const ended = ends !== undefined && Date.parse(ends) < now.getTime();
      const gone =
        provider === undefined &&
        graph.providers.some(({ kind, account }) => kind === 'saml' && account === role.account);
      if (!ended && !gone) return [];
      const what = ended ? `whose metadata ended on ${ends.slice(0, 10)}` : 'that is not among the account’s providers';
      return [
        {
          title: `${identityInWords(role)} trusts ${providerName(trust.trusted)}, ${what}`,
          ...ratedByPower(graph, role, 'low'),
          confidence: ended ? 'high' : 'medium',
          subjects: [role.id, trust.id],
          places: [trust.place, ...(provider === undefined ? [] : [provider.place])],
          evidence: [
            { what: `${statementInWords(trust)} allows ${trust.trusted}.`, place: trust.place },
            ended
              ? {
                  what: `The provider’s metadata ended on ${ends.slice(0, 10)}.`,
                  ...(provider === undefined ? {} : { place: provider.place }),
                }
              : { what: 'The account’s SAML providers were read, and it is not among them.' },
          ],
          remediation: trustSamlProvider.remediation,
        },
      ];
    });
    return { examined: graph.providers.length === 0 ? 0 : trusted.length, findings };
  },
};

/** IAM Identity Center governs the trusts of its own roles. */
function samlRoles(graph: Graph): readonly TrustedRole[] {
  return trustedRoles(graph, ['saml']).filter(({ role }) => !isIdentityCenterRole(role));
}

function providerName(arn: string): string {
  return `SAML provider ${arn.split('saml-provider/')[1] ?? arn}`;
}
