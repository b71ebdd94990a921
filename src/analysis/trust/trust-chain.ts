import type { Check, FindingDraft } from '../check.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Evidence } from '../../model/finding.ts';
import type { Identity } from '../../model/identity.ts';
import { ownPowerOf } from '../privilege/power.ts';
import { isServiceLinked } from '../privilege/statements.ts';
import { identityInWords } from '../identity-in-words.ts';
import { isForeign, ownAccounts } from './accounts.ts';
import type { Assumer } from './assumers.ts';
import { roleHopsOf } from './role-hops.ts';
import type { RoleHop, RoleHops } from './role-hops.ts';
import { letsTake, statementInWords, trustedRoles } from './trusted-roles.ts';
import type { TrustedRole } from './trusted-roles.ts';
import { trustedTokens } from './trusted-tokens.ts';
import { awsStatement, rolesText } from './trust-text.ts';

/** Roles taken one after another; a session of a chain lasts an hour, its length is not limited by AWS. */
const LONGEST = 5;
const MOST = 20;

const VENDORS_ROLE = {
  name: 'build',
  trust: awsStatement('arn:aws:iam::999988887777:role/collector', {
    StringEquals: { 'sts:ExternalId': '<id that the vendor gave you>' },
  }),
};
const EVERYTHING = { Effect: 'Allow', Action: '*', Resource: '*' };

/** Ways from outside to an administrator that lead over a harmless role. */
export const trustChain: Check = {
  id: 'aws.trust-chain-from-outside',
  title: 'An outsider’s role leads on to an administrator',
  why:
    'Somebody outside may take a role that looks harmless. That role may take another one, and at the end of the chain ' +
    'stands an administrator: whoever reviews the first trust alone does not see it.',
  remediation:
    'Cut the chain at its last step: take the role out of the administrator’s trust policy, or give what is needed to ' +
    'the first role itself.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'owasp-nhi-2025', id: 'NHI3:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'high',
    raisedBy: ['the first role is open to everyone'],
    loweredBy: ['a step has conditions', 'the first role is bound to one project'],
  },
  example: {
    before: rolesText(VENDORS_ROLE, {
      name: 'admin',
      trust: awsStatement('arn:aws:iam::111122223333:role/build'),
      policy: EVERYTHING,
    }),
    after: rolesText(VENDORS_ROLE, {
      name: 'admin',
      trust: awsStatement('arn:aws:iam::111122223333:role/break-glass'),
      policy: EVERYTHING,
    }),
  },
  run(graph, context) {
    const entries = entriesOf(graph, ownAccounts(graph, context));
    if (entries.size === 0) return { examined: 0, findings: [] };
    const hops = roleHopsOf(graph);
    const targets = graph.identities.filter(
      (identity) =>
        identity.provider === 'aws' &&
        identity.kind === 'role' &&
        !isServiceLinked(identity) &&
        ownPowerOf(graph, identity.id) !== undefined,
    );
    const findings = targets.flatMap((target) => chainsTo(graph, hops, entries, target));
    return { examined: entries.size, findings };
  },
};

interface Entry extends TrustedRole {
  readonly who: string;
  readonly open: boolean;
  readonly strict: boolean;
}

/** Roles that somebody outside may take, each with its widest trust of that kind. */
function entriesOf(graph: Graph, own: ReadonlySet<string>): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  const add = (entry: Entry): void => {
    if (!entries.has(entry.role.id) || entry.open) entries.set(entry.role.id, entry);
  };
  for (const one of trustedRoles(graph, ['account', 'principal'])) {
    if (isForeign(one, own) && letsTake(one.trust)) {
      const who = one.trust.kind === 'account' ? `account ${one.trust.trusted}` : one.trust.trusted;
      add({ ...one, who, open: false, strict: false });
    }
  }
  for (const one of trustedRoles(graph, ['anyone'])) {
    if (letsTake(one.trust))
      add({ ...one, who: 'anyone', open: Object.keys(one.trust.conditions).length === 0, strict: false });
  }
  for (const { role, trust, verdict } of trustedTokens(graph)) {
    if (verdict.grade === 'unusable') continue;
    const who = `${verdict.grade === 'open' ? 'any' : 'a'} ${verdict.issuer.member} at ${verdict.issuer.title}`;
    add({ role, trust, who, open: verdict.grade === 'open', strict: verdict.grade === 'strict' });
  }
  return entries;
}

function chainsTo(
  graph: Graph,
  hops: RoleHops,
  entries: ReadonlyMap<string, Entry>,
  target: Identity,
): readonly FindingDraft[] {
  const findings: FindingDraft[] = [];
  const seen = new Set([target.id]);
  const given = new Set<readonly Assumer[]>();
  let reached: readonly { readonly at: Identity; readonly way: readonly RoleHop[] }[] = [{ at: target, way: [] }];
  for (let length = 1; length <= LONGEST && reached.length > 0; length++) {
    const next: { at: Identity; way: readonly RoleHop[] }[] = [];
    for (const { at, way } of reached) {
      for (const hop of hops.into(at, given)) {
        if (seen.has(hop.from.id)) continue;
        seen.add(hop.from.id);
        // What is an administrator itself is told by itself.
        if (ownPowerOf(graph, hop.from.id) !== undefined) continue;
        const whole = [hop, ...way];
        next.push({ at: hop.from, way: whole });
        const entry = entries.get(hop.from.id);
        if (entry !== undefined) findings.push(draft(graph, entry, whole, target));
        if (findings.length === MOST) return findings;
      }
    }
    reached = next;
  }
  return findings;
}

function draft(graph: Graph, entry: Entry, way: readonly RoleHop[], target: Identity): FindingDraft {
  const conditional = way.some((hop) => hop.conditional);
  const evidence: readonly Evidence[] = [
    {
      what: `${entry.who} may take ${identityInWords(entry.role)}. ${statementInWords(entry.trust)} allows it.`,
      place: entry.trust.place,
    },
    ...way.map(({ from, to, trust, conditional: depends }) => ({
      what: `${identityInWords(from)} may take ${identityInWords(to)}${depends ? ', under conditions' : ''}: ${statementInWords(trust).toLowerCase()} of the latter names ${trust.kind === 'account' ? `account ${trust.trusted}, and its own policies allow it` : 'it'}.`,
      place: trust.place,
    })),
    {
      what: `${identityInWords(target)} ${ownPowerOf(graph, target.id) ?? ''}.`,
      ...(target.places[0] === undefined ? {} : { place: target.places[0] }),
    },
  ];
  const last = way.at(-1);
  return {
    title: `${entry.who.slice(0, 1).toUpperCase()}${entry.who.slice(1)} reaches ${identityInWords(target)} by way of ${identityInWords(entry.role)}`,
    severity: entry.open ? 'critical' : conditional || entry.strict ? 'medium' : 'high',
    confidence: conditional ? 'medium' : 'high',
    subjects: [entry.role.id, target.id],
    places: [entry.trust.place, ...way.map(({ trust }) => trust.place)],
    evidence,
    factors: [
      ...(entry.open ? [{ what: 'the first role is open to everyone', effect: 'raises' as const }] : []),
      ...(entry.strict ? [{ what: 'the first role is bound to one project', effect: 'lowers' as const }] : []),
      ...(conditional ? [{ what: 'a step has conditions', effect: 'lowers' as const }] : []),
      {
        what: `${way.length === 1 ? 'one step leads' : `${way.length} steps lead`} to ${identityInWords(target)}`,
        effect: 'sets',
      },
    ],
    remediation:
      `Take ${identityInWords(last?.from ?? entry.role)} out of the trust policy of ${identityInWords(target)}` +
      (last?.trust.kind === 'account' ? ', which trusts its whole account: name the roles that need it.' : '.'),
  };
}
