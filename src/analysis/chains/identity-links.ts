import type { ChainLink } from '../../model/chain.ts';
import type { Credential } from '../../model/credential.ts';
import type { Evidence } from '../../model/finding.ts';
import type { Grant } from '../../model/grant.ts';
import type { Identity } from '../../model/identity.ts';
import { identityInWords } from '../identity-in-words.ts';
import { wayOf } from '../privilege/statements.ts';
import { counted } from '../secrets/place-in-words.ts';
import { inWords } from '../sharing/uses.ts';
import type { ChainFacts } from './chain-facts.ts';

/** More policies or attributes would not be read. */
const SHOWN = 20;
const SHOWN_ATTRIBUTES = 8;
const SHOWN_NAMES = 5;

/** Whom it lets its holder act as, and how that was told. */
export function identityLink(credential: Credential, identity: Identity | undefined, facts: ChainFacts): ChainLink {
  if (identity === undefined) {
    return { kind: 'identity', known: false, ids: [], says: whyUnknown(credential, facts), details: [] };
  }
  const { id, account, places, attributes, created, lastUsed } = identity;
  const by = credential.identityBy ?? 'the provider’s own list of keys';
  const of = account === undefined || id.includes(account) ? '' : ` of ${account}`;
  const told = [
    ...(created === undefined ? [] : [`created ${created.slice(0, 10)}`]),
    ...(lastUsed === undefined ? [] : [`last used ${lastUsed.slice(0, 10)}`]),
    ...Object.entries(attributes)
      .slice(0, SHOWN_ATTRIBUTES)
      .map(([name, value]) => `${name}: ${value}`),
  ];
  const place = places.find(({ kind }) => kind === 'resource') ?? places[0];
  return {
    kind: 'identity',
    known: true,
    ids: [id],
    says: `Whoever holds it acts as ${identityInWords(identity)}${of} (${id}), known by ${by}.`,
    details: told.length === 0 ? [] : [{ what: `${told.join('; ')}.`, ...(place !== undefined && { place }) }],
  };
}

function whyUnknown({ facts, provider, account, keyId }: Credential, { accounts }: ChainFacts): string {
  if (facts['identity'] !== undefined) return `Whose it is cannot be told: ${facts['identity']}.`;
  if (provider === 'AWS' && account !== undefined) {
    return accounts.has(account)
      ? `By its id it belongs to AWS account ${account}, but no list of that account’s keys that was read has it: it was deleted since, or the lists are older or lack the keys of its user.`
      : `By its id it belongs to AWS account ${account}. No export of that account was read, so whose key it is and what it can do is not known.`;
  }
  if (provider === 'Azure' && keyId !== undefined) {
    const tenant = facts['tenant'] === undefined ? '' : ` of tenant ${facts['tenant']}`;
    return `It belongs to the client ${keyId}${tenant}. No export of the directory that was read names that client, so what it can do is not known.`;
  }
  if (facts['pairing'] !== undefined) return `Whose it is cannot be told: the id beside it is ${facts['pairing']}.`;
  return 'Whose it is cannot be told: neither its text nor an export that was read names an identity.';
}

/** Groups and policies through which the identity has its rights. */
export function policiesLink(identity: Identity, { grants, identities, reach }: ChainFacts): ChainLink {
  const own = grants.get(identity.id) ?? [];
  const memberships = (identity.memberOf ?? []).map((id) => identities.get(id)?.name ?? id);
  const groups = [...new Set([...memberships, ...own.flatMap(({ group }) => group ?? [])])].sort();
  const policies = own.filter(({ through }) => through !== 'boundary');
  const boundaries = own.filter(({ through }) => through === 'boundary');
  if (own.length + groups.length === 0) {
    const byRole = (reach.get(identity.id)?.privileges.length ?? 0) > 0;
    const says = byRole
      ? 'It is in no group that was read, and has its rights through roles that are assigned to it.'
      : 'No group or policy of it stands in what was read.';
    return { kind: 'policies', known: byRole, ids: [], says, details: [] };
  }
  const parts = [
    ...(groups.length === 0
      ? []
      : [`is in ${groups.length === 1 ? 'the group' : 'the groups'} ${inWords(few(groups))}`]),
    policies.length === 0
      ? 'has no policy'
      : `has the ${policies.length === 1 ? 'policy' : 'policies'} ${inWords(few(policies.map(({ policy }) => policy)))}`,
    ...(boundaries.length === 0
      ? []
      : [`is limited by the boundary ${inWords(few(boundaries.map(({ policy }) => policy)))}`]),
  ];
  const left = own.length - SHOWN;
  return {
    kind: 'policies',
    known: true,
    ids: [...(identity.memberOf ?? [])],
    says: `It ${inWords(parts)}.`,
    details: [
      ...own.slice(0, SHOWN).map((grant) => policyInWords(grant)),
      ...(left > 0 ? [{ what: `And ${left} more.` }] : []),
    ],
  };
}

/** The first names, and how many more there are. */
function few(names: readonly string[]): readonly string[] {
  const distinct = [...new Set(names)];
  const left = distinct.length - SHOWN_NAMES;
  return left > 0 ? [...distinct.slice(0, SHOWN_NAMES), `${left} more`] : distinct;
}

function policyInWords(grant: Grant): Evidence {
  const { statements, through, place } = grant;
  const verb = through === 'boundary' ? 'Limited' : 'Has rights';
  return { what: `${verb} ${wayOf(grant)}: ${counted(statements.length, 'statement')}.`, place };
}

/** What it may do, the worst first. */
export function privilegesLink(identity: Identity, { reach }: ChainFacts): ChainLink {
  const known = reach.get(identity.id);
  const sentences = known?.privileges ?? [];
  const [first] = sentences;
  if (first === undefined) {
    const says = 'What it may do is not known: no policy or role of it was read.';
    return { kind: 'privileges', known: false, ids: [identity.id], says, details: [] };
  }
  return {
    kind: 'privileges',
    known: true,
    ids: [identity.id],
    says: known?.power === undefined ? `The worst of what it may do: ${first}` : `It ${known.power}.`,
    details: sentences.slice(known?.power === undefined ? 1 : 0).map((what) => ({ what })),
  };
}
