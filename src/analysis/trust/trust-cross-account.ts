import type { Check, CheckContext, FindingDraft } from '../check.ts';
import type { Graph } from '../../graph/graph.ts';
import { accountOfArn } from '../../model/aws.ts';
import type { Factor } from '../../model/finding.ts';
import { allowancesOf, allowsEverything } from '../privilege/statements.ts';
import { shiftSeverity } from '../severity.ts';
import { boundKeys, isBound } from './conditions.ts';
import type { TrustedRole } from './trusted-roles.ts';
import { trustedRoles } from './trusted-roles.ts';
import { identityInWords } from '../identity-in-words.ts';

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
  run(graph, context) {
    const own = ownAccounts(graph, context);
    const foreign = trustedRoles(graph, ['account', 'principal']).filter((one) => isForeign(one, own));
    return { examined: foreign.length, findings: foreign.flatMap((one) => judge(graph, one, context)) };
  },
};

/** Declared accounts, and those whose users and roles were read: nobody hands in a stranger's dump. */
function ownAccounts(graph: Graph, { config }: CheckContext): ReadonlySet<string> {
  const read = new Set(graph.sources.filter(({ kind }) => kind === 'aws-dump').map(({ id }) => id));
  const held = graph.identities.filter(
    ({ provider, places }) =>
      provider === 'aws' && places.some((place) => place.kind === 'resource' && read.has(place.source)),
  );
  return new Set([...config.ownAccounts, ...held.flatMap(({ account }) => account ?? [])]);
}

function isForeign({ role, trust }: TrustedRole, own: ReadonlySet<string>): boolean {
  const account = trust.kind === 'account' ? trust.trusted : accountOfArn(trust.trusted);
  return account !== undefined && account !== role.account && !own.has(account);
}

function judge(graph: Graph, { role, trust }: TrustedRole, { config }: CheckContext): FindingDraft[] {
  if (isBound(trust.conditions, 'sts:ExternalId') || boundKeys(trust.conditions, ORGANISATION).length > 0) return [];
  const whole = trust.kind === 'account';
  const admin = allowancesOf(graph, role.id).some(allowsEverything);
  const factors: Factor[] = [];
  if (whole) factors.push({ what: 'every identity of the foreign account is trusted, not one role', effect: 'raises' });
  if (admin) factors.push({ what: 'the role has administrator access', effect: 'raises' });
  const undeclared = config.ownAccounts.length === 0;
  if (undeclared)
    factors.push({ what: 'the configuration names no own accounts, so this may be one', effect: 'lowers' });
  const who = whole ? `account ${trust.trusted}` : trust.trusted;
  return [
    {
      title: `${identityInWords(role)} can be assumed by ${who} without an external id`,
      severity: shiftSeverity('medium', admin ? 1 : 0),
      confidence: undeclared ? 'low' : 'medium',
      subjects: [role.id, trust.id],
      places: [trust.place],
      evidence: [{ what: `The trust policy allows ${who} and does not test sts:ExternalId.`, place: trust.place }],
      factors,
      remediation: trustCrossAccountNoExternalId.remediation,
    },
  ];
}
