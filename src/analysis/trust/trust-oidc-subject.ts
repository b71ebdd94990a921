import type { Check, FindingDraft } from '../check.ts';
import type { Severity } from '../../model/credential.ts';
import type { Factor } from '../../model/finding.ts';
import { conditionKeys, listed } from '../privilege/statements.ts';
import { isBound, testsOf } from './conditions.ts';
import type { OidcIssuer } from './oidc-issuers.ts';
import { issuerOf } from './oidc-issuers.ts';
import type { Reach } from './oidc-subject.ts';
import type { TrustedRole } from './trusted-roles.ts';
import { trustedRoles } from './trusted-roles.ts';
import { identityInWords } from '../identity-in-words.ts';

/** Roles that tokens of an OIDC issuer may assume without saying whose tokens. */
export const trustOidcNoSubject: Check = {
  id: 'aws.trust-oidc-no-subject',
  title: 'Role trusts an OIDC issuer without binding the subject',
  why:
    'An issuer such as GitHub signs tokens for everybody who uses it. Only the subject, or another claim that names the ' +
    'project, tells whose token it is: without a firm test of it, any workflow of anyone may assume the role.',
  remediation:
    'Test the subject with StringEquals, or with StringLike and a pattern that names owner, repository and branch or ' +
    'environment, such as repo:owner/name:environment:production; for GitHub also in its immutable form ' +
    'repo:owner@id/name@id:…, or test repository_id. Do not use ForAllValues.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI6:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-04' },
  ],
  run(graph) {
    const trusted = trustedRoles(graph, ['oidc']);
    return { examined: trusted.length, findings: trusted.flatMap(judge) };
  },
};

interface Verdict {
  readonly severity: Severity;
  /** Completes "the role trusts …". */
  readonly what: string;
  readonly factors: readonly Factor[];
}

function judge({ role, trust }: TrustedRole): FindingDraft[] {
  const issuer = issuerOf(trust.trusted);
  const verdict = weakness(trust.trusted, issuer, trust.conditions);
  if (verdict === undefined) return [];
  const keys = conditionKeys(trust.conditions);
  return [
    {
      title: `${identityInWords(role)} trusts ${verdict.what}`,
      severity: verdict.severity,
      confidence: issuer.tenancy === 'shared' ? 'high' : 'medium',
      subjects: [role.id, trust.id],
      places: [trust.place],
      evidence: [
        {
          what:
            trust.subjects.length > 0
              ? `Subjects accepted: ${listed(trust.subjects, 5)}.`
              : `The subject is not firmly tested; conditions: ${keys.length > 0 ? listed(keys, 5) : 'none'}.`,
          place: trust.place,
        },
      ],
      factors: verdict.factors,
      remediation: trustOidcNoSubject.remediation,
    },
  ];
}

const WIDEST_FIRST: readonly Reach[] = ['anyone', 'organisation', 'several-projects', 'one-project'];

/**
 * What is weak about the conditions; undefined when they bind the trust to a project, or to one owner's projects where
 * the issuer has no finer notion. All conditions of a statement must hold, so the narrowest test decides; the values of
 * one test are alternatives, so the widest of them does.
 */
function weakness(
  address: string,
  issuer: OidcIssuer,
  conditions: TrustedRole['trust']['conditions'],
): Verdict | undefined {
  const tests = testsOf(conditions, `${address}:sub`).filter(({ values }) => values.length > 0);
  const firm = tests.filter(({ strength }) => strength === 'firm');
  const reaches = firm.map(({ values, wildcards }) => widest(values.map((value) => reachOf(issuer, value, wildcards))));
  for (const [claim, reach] of Object.entries(issuer.claims)) {
    if (isBound(conditions, `${address}:${claim}`)) reaches.push(reach);
  }
  if (reaches.length > 0) return wide(issuer, narrowest(reaches), firm.length > 0);
  const shared = issuer.tenancy === 'shared';
  const factors: Factor[] = shared
    ? [{ what: `everybody can get tokens of ${issuer.title}`, effect: 'raises' }]
    : [{ what: `only tokens of one customer’s ${issuer.title} are trusted`, effect: 'lowers' }];
  if (tests.length > 0) {
    const what = `${tests[0]?.operator} on the subject is true for a token without it, so it keeps nobody out by itself`;
    return {
      severity: shared ? 'high' : 'medium',
      what: `${issuer.title} with a test of the subject that may be empty`,
      factors: [...factors, { what, effect: 'raises' }],
    };
  }
  return { severity: shared ? 'critical' : 'medium', what: `every token of ${issuer.title}`, factors };
}

function reachOf(issuer: OidcIssuer, value: string, wildcards: boolean): Reach {
  // Compared literally, a value with a star in it is a subject that no token has.
  if (!wildcards && /[*?]/.test(value)) return 'one-project';
  if (/^[*?]*$/.test(value)) return 'anyone';
  return issuer.reach?.(value) ?? 'one-project';
}

function wide(issuer: OidcIssuer, reach: Reach, bySubject: boolean): Verdict | undefined {
  const member = issuer.member ?? 'project';
  switch (reach) {
    case 'one-project':
      return undefined;
    case 'several-projects':
      return bySubject
        ? {
            severity: 'low',
            what: `several ${member}s of one owner at ${issuer.title}`,
            factors: [{ what: `the pattern takes in every ${member} whose name matches`, effect: 'sets' }],
          }
        : {
            severity: 'medium',
            what: `a reusable workflow of ${issuer.title} whoever calls it`,
            factors: [{ what: 'only job_workflow_ref is tested, which names the called workflow', effect: 'sets' }],
          };
    case 'organisation':
      // Only where projects can be told apart is a whole organisation too much.
      return issuer.reach === undefined
        ? undefined
        : {
            severity: 'medium',
            what: `every ${member} of one owner at ${issuer.title}`,
            factors: [
              { what: `whoever may create or change any ${member} of the owner may assume the role`, effect: 'sets' },
            ],
          };
    case 'anyone':
      return {
        severity: issuer.tenancy === 'shared' ? 'critical' : 'medium',
        what: `any ${member} at ${issuer.title}`,
        factors: [{ what: 'the pattern does not fix the owner', effect: 'sets' }],
      };
  }
}

function widest(reaches: readonly Reach[]): Reach {
  return WIDEST_FIRST.find((reach) => reaches.includes(reach)) ?? 'anyone';
}

function narrowest(reaches: readonly Reach[]): Reach {
  return WIDEST_FIRST.findLast((reach) => reaches.includes(reach)) ?? 'anyone';
}
