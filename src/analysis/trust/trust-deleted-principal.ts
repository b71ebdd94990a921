import type { Check } from '../check.ts';
import { statementInWords, trustedRoles } from './trusted-roles.ts';
import { identityInWords } from '../identity-in-words.ts';
import { policyText } from '../example-text.ts';
import { awsStatement } from './trust-text.ts';

/** Unique ids of users, roles and groups: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
const UNIQUE_ID = /^(?<kind>AIDA|AROA|AGPA|ASCA)[A-Z0-9]{12,}$/;
const KINDS: Readonly<Record<string, string>> = {
  AIDA: 'a user',
  AROA: 'a role',
  AGPA: 'a group',
  ASCA: 'a certificate',
};

/** Trusts whose principal was deleted: IAM shows its id in place of its ARN. */
export const trustDeletedPrincipal: Check = {
  id: 'aws.trust-deleted-principal',
  title: 'Role still trusts a principal that was deleted',
  why:
    'IAM keeps the id of a deleted user or role in the trust policy. Ids are never given out again, so nobody comes in ' +
    'by it; but what was to be let in no longer is, and the offboarding is not finished.',
  remediation: 'Take the id out of the trust policy; name the new principal if there is one.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI1:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-01' },
  ],
  severity: { usual: 'info', raisedBy: [], loweredBy: [] },
  example: {
    before: policyText(awsStatement(['AROAEXAMPLEDELETED000', 'arn:aws:iam::111122223333:role/deploy'])),
    after: policyText(awsStatement('arn:aws:iam::111122223333:role/deploy')),
  },
  run(graph) {
    const trusted = trustedRoles(graph, ['principal']);
    const findings = trusted.flatMap(({ role, trust }) => {
      const kind = UNIQUE_ID.exec(trust.trusted)?.groups?.['kind'];
      if (kind === undefined) return [];
      return {
        title: `${identityInWords(role)} still trusts ${KINDS[kind] ?? 'a principal'} that was deleted`,
        severity: 'info' as const,
        confidence: 'high' as const,
        subjects: [role.id, trust.id],
        places: [trust.place],
        evidence: [
          {
            what: `${statementInWords(trust)} names ${trust.trusted}: the id that IAM shows when no ARN belongs to it any more.`,
            place: trust.place,
          },
        ],
        factors: [
          { what: 'ids are never given out again, so nobody can take the role by it', effect: 'sets' as const },
        ],
        remediation: trustDeletedPrincipal.remediation,
      };
    });
    return { examined: trusted.length, findings };
  },
};
