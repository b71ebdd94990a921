import { AWS_ATTRIBUTE, AWS_NEVER_USED } from '../../model/aws.ts';
import type { Check } from '../check.ts';
import { daysSince, strictestLimit } from '../limits.ts';
import { powerOf } from './power.ts';
import { isIdentityCenterRole, isServiceLinked } from './statements.ts';
import { identityInWords } from '../identity-in-words.ts';

/** Roles that nobody has assumed for long. Roles that AWS makes are left out. */
export const roleUnused: Check = {
  id: 'aws.role-unused',
  title: 'Role is not used',
  why:
    'A role that nobody assumes still can be assumed. It outlived its purpose, its rights are reviewed by nobody, and a ' +
    'change of its trust would go unnoticed.',
  remediation: 'Ask the owner, deny all actions for a while to see that nothing breaks, then delete the role.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI1:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-01' },
  ],
  severity: {
    usual: 'low',
    raisedBy: ['the role is an administrator or can make itself one'],
    loweredBy: [],
  },
  run(graph, { now, config }) {
    const roles = graph.identities.filter(
      (identity) =>
        identity.provider === 'aws' &&
        identity.kind === 'role' &&
        !isServiceLinked(identity) &&
        !isIdentityCenterRole(identity) &&
        (identity.lastUsed !== undefined || identity.attributes[AWS_ATTRIBUTE.use] === AWS_NEVER_USED),
    );
    const findings = roles.flatMap((role) => {
      const limit = strictestLimit(config, role.domains, 'unusedMaxDays');
      const idle = daysSince(role.lastUsed ?? role.created, now);
      if (idle === undefined || idle <= limit.days) return [];
      const power = powerOf(graph, role.id);
      const since =
        role.lastUsed === undefined
          ? `No use in the 400 days that AWS tracks; created ${role.created?.slice(0, 10)}`
          : `Last used ${role.lastUsed.slice(0, 10)}`;
      return [
        {
          title: `${identityInWords(role)} ${role.lastUsed === undefined ? 'is not known to have been used' : `has not been used for ${idle} days`}`,
          severity: power !== undefined ? ('medium' as const) : ('low' as const),
          confidence: 'high' as const,
          subjects: [role.id],
          places: role.places,
          evidence: role.places
            .slice(0, 1)
            .map((place) => ({ what: `${since}; ${limit.from} allows ${limit.days} days without use.`, place })),
          factors: power === undefined ? [] : [{ what: `it ${power}`, effect: 'raises' as const }],
          remediation: roleUnused.remediation,
        },
      ];
    });
    return { examined: roles.length, findings };
  },
};
