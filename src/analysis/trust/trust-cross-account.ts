import type { Check, CheckContext, FindingDraft } from '../check.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Factor } from '../../model/finding.ts';
import { listed } from '../privilege/statements.ts';
import { shiftSeverity } from '../severity.ts';
import { isForeign, ownAccounts } from './accounts.ts';
import { boundKeys, boundNetwork, isBound, narrowed } from './conditions.ts';
import type { Test } from './conditions.ts';
import type { TrustedRole } from './trusted-roles.ts';
import { denialsOf, letsTake, policyText, ratedByPower, statementInWords, trustedRoles } from './trusted-roles.ts';
import { identityInWords } from '../identity-in-words.ts';
import { policyText as documentText } from '../example-text.ts';
import { awsStatement } from './trust-text.ts';

/** Keys that tie the caller to an organisation, which a stranger cannot satisfy. */
const ORGANISATION = ['aws:PrincipalOrgID', 'aws:PrincipalOrgPaths'];

/** Roles that a third party's account may assume without an external id. */
export const trustCrossAccountNoExternalId: Check = {
  id: 'aws.trust-cross-account-no-external-id',
  title: 'Role can be assumed from a foreign account without an external id',
  why:
    'A vendor that serves many customers assumes a role in each. Without an external id that only this customer and the ' +
    'vendor know, another customer can name this role to the vendor and act through it: the confused deputy.',
  remediation:
    'Require the external id that the vendor gives you (condition StringEquals on sts:ExternalId), and name the vendor’s ' +
    'role instead of its whole account. If the account is your own, list it under ownAccounts in bitting.yaml.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI3:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-04' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: ['the role is or can become an administrator'],
    loweredBy: ['requests are kept to networks'],
  },
  example: {
    before: documentText(awsStatement('arn:aws:iam::999988887777:root')),
    after: documentText(
      awsStatement('arn:aws:iam::999988887777:role/collector', {
        StringEquals: { 'sts:ExternalId': '<id that the vendor gave you>' },
      }),
    ),
  },
  run(graph, context) {
    const own = ownAccounts(graph, context);
    const foreign = trustedRoles(graph, ['account', 'principal']).filter(
      (one) => isForeign(one, own) && letsTake(one.trust),
    );
    return { examined: foreign.length, findings: foreign.flatMap((one) => judge(graph, one, context)) };
  },
};

/** People who show a second factor are no deputy that another customer could send. */
function asksForSecondFactor(tests: readonly Test[]): boolean {
  return tests.some(
    ({ key, mode, whenAbsent, values }) =>
      (key.toLowerCase() === 'aws:multifactorauthpresent' &&
        mode === 'is' &&
        whenAbsent === 'fails' &&
        values.every((value) => value.toLowerCase() === 'true')) ||
      (key.toLowerCase() === 'aws:multifactorauthage' && whenAbsent === 'fails'),
  );
}

function judge(graph: Graph, one: TrustedRole, { config }: CheckContext): FindingDraft[] {
  const { role, trust } = one;
  const { tests, denied } = narrowed(trust, denialsOf(graph, one));
  if (denied !== undefined || isBound(tests, 'sts:ExternalId') || boundKeys(tests, ORGANISATION).length > 0) return [];
  if (asksForSecondFactor(tests)) return [];
  const whole = trust.kind === 'account';
  const rating = ratedByPower(graph, role, 'medium');
  const networks = boundNetwork(tests);
  const factors: Factor[] = [...rating.factors];
  if (whole) factors.push({ what: 'every identity of the foreign account is trusted, not one role', effect: 'raises' });
  if (networks.length > 0) factors.push({ what: `only requests that satisfy ${listed(networks)}`, effect: 'lowers' });
  const undeclared = config.ownAccounts.length === 0 && graph.organizationAccounts.length === 0;
  if (undeclared)
    factors.push({
      what: 'neither configuration nor organisation names own accounts, so this may be one',
      effect: 'lowers',
    });
  const who = whole ? `account ${trust.trusted}` : trust.trusted;
  const tested = tests.some(({ key }) => key.toLowerCase() === 'sts:externalid');
  return [
    {
      title: `${identityInWords(role)} can be assumed by ${who} without an external id`,
      severity: networks.length > 0 ? shiftSeverity(rating.severity, -1) : rating.severity,
      confidence: undeclared ? 'low' : 'medium',
      subjects: [role.id, trust.id],
      places: [trust.place],
      evidence: [
        {
          what: tested
            ? `${statementInWords(trust)} allows ${who} and tests sts:ExternalId in a way that a request without it, or with any, passes.`
            : `${statementInWords(trust)} allows ${who} and does not test sts:ExternalId.`,
          place: trust.place,
        },
      ],
      factors,
      remediation:
        'Require the external id that the vendor gives you, and name the vendor’s role instead of its whole account:' +
        policyText({
          Principal: { AWS: whole ? `arn:aws:iam::${trust.trusted}:role/<role of the vendor>` : trust.trusted },
          Condition: { StringEquals: { 'sts:ExternalId': '<id that the vendor gave you>' } },
        }) +
        'If the account is your own, list it under `ownAccounts` in bitting.yaml.',
    },
  ];
}
