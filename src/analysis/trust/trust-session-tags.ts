import type { Check } from '../check.ts';
import type { Graph } from '../../graph/graph.ts';
import { allowancesOf, listed } from '../privilege/statements.ts';
import { matchesPattern } from '../privilege/wildcard.ts';
import { isForeign, ownAccounts } from './accounts.ts';
import { testsOf } from './conditions.ts';
import { ratedByPower, statementInWords, trustedRoles } from './trusted-roles.ts';
import type { TrustedRole } from './trusted-roles.ts';
import { identityInWords } from '../identity-in-words.ts';
import { rolesText, trustStatement } from './trust-text.ts';

const FILES_OF_TENANT = {
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::tenants/${aws:PrincipalTag/tenant}/*',
};

/** Roles whose rights follow tags that a stranger chooses for his own session. */
export const trustSessionTags: Check = {
  id: 'aws.trust-session-tags-open',
  title: 'A stranger chooses the tags that a role’s rights follow',
  why:
    'The role’s policies look at tags of the session (aws:PrincipalTag), and who takes the role from another account may ' +
    'set them as he likes: he decides himself which resources are his.',
  remediation:
    'Test aws:RequestTag for the values that the other account may set, and aws:TagKeys for the tags; or take sts:TagSession out.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: { usual: 'medium', raisedBy: ['the role is or can become an administrator'], loweredBy: [] },
  example: {
    before: rolesText({
      name: 'tenant-files',
      trust: trustStatement({ AWS: 'arn:aws:iam::999988887777:role/collector' }, ['sts:AssumeRole', 'sts:TagSession']),
      policy: FILES_OF_TENANT,
    }),
    after: rolesText({
      name: 'tenant-files',
      trust: trustStatement({ AWS: 'arn:aws:iam::999988887777:role/collector' }, ['sts:AssumeRole', 'sts:TagSession'], {
        StringEquals: { 'aws:RequestTag/tenant': 'acme' },
      }),
      policy: FILES_OF_TENANT,
    }),
  },
  run(graph, context) {
    const own = ownAccounts(graph, context);
    const trusted = trustedRoles(graph, ['account', 'principal', 'anyone']).filter(
      (one) => one.trust.kind === 'anyone' || isForeign(one, own),
    );
    const findings = trusted.flatMap((one) => {
      const { role, trust } = one;
      const tags = tagsAsked(graph, role.id);
      if (tags.length === 0 || !mayTag(one) || limitsTags(one)) return [];
      const { severity, factors } = ratedByPower(graph, role, 'medium');
      return {
        title: `${trust.kind === 'anyone' ? 'Anyone' : trust.trusted} chooses the session tags that ${identityInWords(role)} is judged by`,
        severity,
        confidence: 'medium' as const,
        subjects: [role.id, trust.id],
        places: [trust.place],
        evidence: [
          { what: `${statementInWords(trust)} allows sts:TagSession and limits no tag.`, place: trust.place },
          { what: `The role’s policies look at ${listed(tags, 5)}.` },
        ],
        factors: [
          ...factors,
          { what: 'the rights of the role depend on tags of the session', effect: 'sets' as const },
        ],
        remediation: trustSessionTags.remediation,
      };
    });
    return { examined: trusted.length, findings };
  },
};

function mayTag({ trust }: TrustedRole): boolean {
  return trust.actions?.some((pattern) => matchesPattern(pattern, 'sts:TagSession')) === true;
}

function limitsTags({ trust }: TrustedRole): boolean {
  return testsOf(trust.conditions).some(
    ({ key, mode }) => mode === 'is' && (/^aws:RequestTag\//i.test(key) || key.toLowerCase() === 'aws:tagkeys'),
  );
}

/** Tags of the principal that what is allowed depends on. */
function tagsAsked(graph: Graph, role: string): readonly string[] {
  const found = allowancesOf(graph, role).flatMap(({ statement }) => [
    ...Object.values(statement.conditions).flatMap((keys) => [
      ...Object.keys(keys).filter((key) => /^aws:PrincipalTag\//i.test(key)),
      ...Object.values(keys).flat().flatMap(variables),
    ]),
    ...statement.resources.flatMap(variables),
  ]);
  return [...new Set(found)];
}

function variables(text: string): readonly string[] {
  return [...text.matchAll(/\$\{(aws:PrincipalTag\/[^}]{1,128})\}/gi)].map((match) => match[1] ?? '');
}
