import type { Check } from '../check.ts';
import { allowancesOf, allowsEverything } from '../privilege/statements.ts';
import { boundKeys } from './conditions.ts';
import { CONFUSED_DEPUTY_SERVICES } from './confused-deputy-services.ts';
import { trustedRoles } from './trusted-roles.ts';
import { identityInWords } from '../identity-in-words.ts';

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
  run(graph) {
    const trusted = trustedRoles(graph, ['service']).filter(({ trust }) => CONFUSED_DEPUTY_SERVICES.has(trust.trusted));
    const findings = trusted
      .filter(({ trust }) => boundKeys(trust.conditions, SOURCE).length === 0)
      .map(({ role, trust }) => {
        const admin = allowancesOf(graph, role.id).some(allowsEverything);
        return {
          title: `${identityInWords(role)} is trusted to ${trust.trusted} for anyone’s resources`,
          severity: admin ? ('low' as const) : ('info' as const),
          confidence: 'low' as const,
          subjects: [role.id, trust.id],
          places: [trust.place],
          evidence: [
            {
              what: `The trust policy allows ${trust.trusted} and tests neither aws:SourceArn nor aws:SourceAccount; AWS asks for it: ${CONFUSED_DEPUTY_SERVICES.get(trust.trusted)}`,
              place: trust.place,
            },
          ],
          factors: admin ? [{ what: 'the role has administrator access', effect: 'raises' as const }] : [],
          remediation: trustConfusedDeputy.remediation,
        };
      });
    return { examined: trusted.length, findings };
  },
};
