import type { Check, FindingDraft } from '../check.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Severity } from '../../model/credential.ts';
import type { Factor } from '../../model/finding.ts';
import { conditionKeys, listed } from '../privilege/statements.ts';
import { ownAccounts } from './accounts.ts';
import type { Test } from './conditions.ts';
import { boundKeys, boundNetwork, isBound, narrowed, testsFor } from './conditions.ts';
import type { TrustedRole } from './trusted-roles.ts';
import { denialsOf, letsTake, policyText, ratedByPower, statementInWords, trustedRoles } from './trusted-roles.ts';
import { identityInWords } from '../identity-in-words.ts';
import { policyText as documentText } from '../example-text.ts';
import { awsStatement } from './trust-text.ts';

/** Keys that say who the caller is, so that a wildcard beside them is not everyone. */
const WHO = ['aws:PrincipalOrgID', 'aws:PrincipalOrgPaths', 'aws:PrincipalAccount', 'aws:PrincipalArn', 'aws:userid'];
/** Keys that say something else and still keep most callers out. */
const HOW = ['sts:ExternalId', 'aws:SourceAccount', 'aws:SourceArn', 'aws:SourceOrgID', 'aws:SourceOrgPaths'];

/** Roles whose trust policy names everyone. */
export const trustAnyone: Check = {
  id: 'aws.trust-anyone',
  title: 'Role can be assumed by anyone',
  why:
    'The trust policy names a wildcard principal, or everyone but a few: any AWS account in the world may assume the ' +
    'role and use its rights, unless a condition keeps it out.',
  remediation:
    'Name the accounts or roles that need it as principals; keep conditions as a second line, not the first.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'owasp-nhi-2025', id: 'NHI6:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'critical',
    raisedBy: [
      'the role is or can become an administrator, under conditions',
      'conditions name a foreign account and no external id',
    ],
    loweredBy: ['conditions that name an organisation, an account or a principal', 'an external id', 'networks'],
  },
  example: {
    before: documentText(awsStatement('*')),
    after: documentText(awsStatement('arn:aws:iam::111122223333:role/deploy')),
  },
  run(graph, context) {
    const trusted = trustedRoles(graph, ['account', 'principal', 'service', 'oidc', 'saml', 'anyone']);
    const findings = trusted
      .filter(({ trust }) => trust.kind === 'anyone' && letsTake(trust))
      .flatMap((one) => judge(graph, one, ownAccounts(graph, context)));
    return { examined: trusted.length, findings };
  },
};

/** Whether the caller must be of an organisation or know an id, which a vendor’s other customers cannot. */
function isTied(tests: readonly Test[]): boolean {
  return (
    isBound(tests, 'sts:ExternalId') || boundKeys(tests, ['aws:PrincipalOrgID', 'aws:PrincipalOrgPaths']).length > 0
  );
}

/** Accounts that tests of the caller name, and that are not one’s own. */
function foreignAccounts(tests: readonly Test[], own: ReadonlySet<string>): readonly string[] {
  const named = [
    ...testsFor(tests, 'aws:PrincipalAccount').flatMap(({ values }) => values),
    ...testsFor(tests, 'aws:PrincipalArn').flatMap(({ values }) => values.map((arn) => arn.split(':')[4] ?? '')),
  ];
  return [...new Set(named)].filter((account) => /^\d{12}$/.test(account) && !own.has(account)).sort();
}

function judge(graph: Graph, one: TrustedRole, own: ReadonlySet<string>): readonly FindingDraft[] {
  const { role, trust } = one;
  const denials = denialsOf(graph, one);
  const { tests, denied, used } = narrowed(trust, denials);
  if (denied !== undefined) return [];
  const keys = conditionKeys(trust.conditions);
  const who = boundKeys(tests, WHO);
  const how = [...boundKeys(tests, HOW), ...boundNetwork(tests)];
  const conditional = keys.length > 0 || denials.length > 0;
  const foreign =
    who.length > 0 && !isTied(tests) ? foreignAccounts(tests, own).filter((account) => account !== role.account) : [];
  const base: Severity =
    foreign.length > 0
      ? 'medium'
      : who.length > 0
        ? 'info'
        : how.length > 0
          ? 'medium'
          : conditional
            ? 'high'
            : 'critical';
  const known = who.length > 0 && foreign.length === 0;
  const rating = known ? { severity: base, factors: [] } : ratedByPower(graph, role, base);
  const factors: Factor[] = [...rating.factors];
  if (who.length > 0) factors.push({ what: `only principals that ${listed(who)} names`, effect: 'lowers' });
  if (foreign.length > 0) {
    const what = `account ${listed(foreign)} is foreign, and no external id is asked for`;
    factors.push({ what, effect: 'raises' });
  }
  if (who.length === 0 && how.length > 0) {
    factors.push({ what: `only requests that satisfy ${listed(how)}`, effect: 'lowers' });
  } else if (who.length === 0 && keys.length > 0) {
    factors.push({ what: `conditions on ${listed(keys)}, which leave it open to other accounts`, effect: 'lowers' });
  }
  if (denials.length > used.length) factors.push({ what: 'a statement denies some requests', effect: 'lowers' });
  const but = trust.except === undefined ? '' : ` but ${listed(trust.except)}`;
  return [
    {
      title: `${identityInWords(role)} can be assumed by ${but === '' ? 'anyone' : 'everyone'}${but}${conditional ? ' who meets its conditions' : ''}`,
      severity: rating.severity,
      confidence: conditional ? 'medium' : 'high',
      subjects: [role.id, trust.id],
      places: [trust.place],
      evidence: [
        {
          what: `${statementInWords(trust)} allows the principal ${trust.trusted}${but === '' ? '' : `, everyone${but}: accounts that exist or come to exist`}${keys.length > 0 ? ` under conditions on ${listed(keys)}` : ''}.`,
          place: trust.place,
        },
        ...denials.map((denial) => ({
          what: `${statementInWords(denial)} denies requests by ${listed(conditionKeys(denial.conditions))}.`,
          place: denial.place,
        })),
      ],
      factors,
      remediation:
        'Name the accounts or roles that need it as principals:' +
        policyText({
          Principal: { AWS: [`arn:aws:iam::${role.account ?? '111122223333'}:role/<role that needs it>`] },
        }) +
        'Where whole organisations are meant, keep the wildcard and test `aws:PrincipalOrgID` with `StringEquals`.',
    },
  ];
}
