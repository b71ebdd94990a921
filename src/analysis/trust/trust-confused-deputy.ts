import type { Check } from '../check.ts';
import { boundKeys, narrowed } from './conditions.ts';
import { CONFUSED_DEPUTY_SERVICES } from './confused-deputy-services.ts';
import { denialsOf, policyText, ratedByPower, statementInWords, trustedRoles } from './trusted-roles.ts';
import { identityInWords } from '../identity-in-words.ts';
import { policyText as documentText } from '../example-text.ts';
import { trustStatement } from './trust-text.ts';

const SOURCE = ['aws:SourceArn', 'aws:SourceAccount', 'aws:SourceOrgID', 'aws:SourceOrgPaths'];

/** Roles trusted to services that act for many customers, without a test of whose resource it is. */
export const trustConfusedDeputy: Check = {
  id: 'aws.trust-confused-deputy',
  title: 'Role is trusted to a service without a test of the source',
  why:
    'The service acts under the role for whatever resource names it. Without a test of the source account, a resource ' +
    'of another customer may name it too.',
  remediation:
    'Add the condition aws:SourceAccount with your account, and aws:SourceArn with the resource where it is known.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI6:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: { usual: 'info', raisedBy: ['the role is or can become an administrator'], loweredBy: [] },
  example: {
    before: documentText(trustStatement({ Service: 'scheduler.amazonaws.com' }, 'sts:AssumeRole')),
    after: documentText(
      trustStatement({ Service: 'scheduler.amazonaws.com' }, 'sts:AssumeRole', {
        StringEquals: { 'aws:SourceAccount': '111122223333' },
      }),
    ),
  },
  run(graph) {
    const trusted = trustedRoles(graph, ['service']).filter(({ trust }) => CONFUSED_DEPUTY_SERVICES.has(trust.trusted));
    const findings = trusted.flatMap((one) => {
      const { role, trust } = one;
      const { tests, denied } = narrowed(trust, denialsOf(graph, one));
      if (denied !== undefined || boundKeys(tests, SOURCE).length > 0) return [];
      return {
        title: `${identityInWords(role)} is trusted to ${trust.trusted} for anyone’s resources`,
        ...ratedByPower(graph, role, 'info'),
        confidence: 'low' as const,
        subjects: [role.id, trust.id],
        places: [trust.place],
        evidence: [
          {
            what: `${statementInWords(trust)} allows ${trust.trusted} and tests neither aws:SourceArn nor aws:SourceAccount; AWS asks for it: ${CONFUSED_DEPUTY_SERVICES.get(trust.trusted)}`,
            place: trust.place,
          },
        ],
        remediation:
          'Test whose resource it is:' +
          policyText({ Condition: { StringEquals: { 'aws:SourceAccount': role.account ?? '111122223333' } } }) +
          'and `aws:SourceArn` with the resource where it is known.',
      };
    });
    return { examined: trusted.length, findings };
  },
};
