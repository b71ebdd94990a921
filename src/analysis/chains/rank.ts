import type { ReachClass } from '../../model/chain.ts';
import type { Credential, Proof } from '../../model/credential.ts';
import { isPast } from '../../model/place.ts';
import { counted } from '../secrets/place-in-words.ts';
import { SEVERITY_ORDER } from '../severity.ts';
import type { ChainFacts } from './chain-facts.ts';

const REACHES: readonly ReachClass[] = [
  'administrator',
  'perhaps administrator',
  'critical',
  'stores',
  'rights',
  'identity',
  'unknown',
];

const REACH_IN_WORDS: Readonly<Record<ReachClass, string>> = {
  administrator: 'its identity is an administrator or certainly can become one',
  'perhaps administrator':
    'its identity can become an administrator where something exists or a condition holds that was not seen',
  critical: 'its identity comes to something that the configuration calls critical',
  stores: 'its identity reads secret stores',
  rights: 'what its identity may do is known',
  identity: 'its identity is known, what that may do is not',
  unknown: 'its identity is not known',
};

const PROOFS: readonly Proof[] = ['checksum', 'structure', 'format', 'context'];
const PROOF_IN_WORDS: Readonly<Record<Proof, string>> = {
  checksum: 'its checksum is right',
  structure: 'it parses as its format',
  format: 'its format is distinctive',
  context: 'the words beside it and its shape say what it is',
};

/** Where a credential stands among others: compared number by number, the smallest first. */
export interface Rank {
  readonly reaches: ReachClass;
  readonly order: readonly number[];
}

/**
 * Ranks by use, reach, proof and exposure: those that certainly no longer work come last. Then what the identity comes
 * to, the worst first; whether the provider's record says that the key is active; what a credential of its type opens;
 * how well it is proven; whether it stands in a work tree; and in how many domains and sources.
 */
export function rankOf(credential: Credential, facts: ChainFacts, now: Date): Rank {
  const reaches = reachClass(credential, facts);
  const { proof, severity, domains, status } = credential;
  return {
    reaches,
    order: [
      isSpent(credential, now) ? 1 : 0,
      REACHES.indexOf(reaches),
      status === 'active' ? 0 : 1,
      SEVERITY_ORDER[severity],
      PROOFS.indexOf(proof),
      isInWorkTree(credential) ? 0 : 1,
      -domains.length,
      -sourcesOf(credential),
    ],
  };
}

export function compareRanks(a: Rank, b: Rank): number {
  for (const [index, left] of a.order.entries()) {
    const right = b.order[index] ?? 0;
    if (left !== right) return left - right;
  }
  return 0;
}

/** Why it ranks where it does, what weighs most first. */
export function reasonsOf(credential: Credential, { reaches }: Rank, now: Date): readonly string[] {
  const { status, proof, domains } = credential;
  const sources = sourcesOf(credential);
  return [
    ...(isSpent(credential, now) ? ['it no longer works: inactive, expired, or known to everybody'] : []),
    REACH_IN_WORDS[reaches],
    ...(status === 'active' ? ['the provider’s record says that it is active'] : []),
    `what a credential of its type opens is rated ${credential.severity}`,
    PROOF_IN_WORDS[proof],
    `it stands in ${isInWorkTree(credential) ? 'the work tree' : 'history alone'} of ${counted(sources, 'source')}` +
      (domains.length > 1 ? ` and ${domains.length} domains` : ''),
  ];
}

/** True where it certainly opens nothing any more, or never opened anything of worth. */
function isSpent({ status, expires, facts }: Credential, now: Date): boolean {
  return (
    status === 'inactive' || (expires !== undefined && new Date(expires) < now) || facts['published'] !== undefined
  );
}

function isInWorkTree({ places }: Credential): boolean {
  return places.some((place) => place.kind === 'file' && !isPast(place));
}

function sourcesOf({ places }: Credential): number {
  return new Set(places.map(({ source }) => source)).size;
}

/** Other power is that of policies read one by one: a way, worked out step by step, tells whether it leads there. */
export function isAdministrator(power: string | undefined): boolean {
  return power?.startsWith('is an administrator') === true;
}

function reachClass({ identity: id }: Credential, { identities, paths, reach }: ChainFacts): ReachClass {
  if (id === undefined || !identities.has(id)) return 'unknown';
  const known = reach.get(id);
  const own = paths?.get(id) ?? [];
  const toAdministrator = own.filter(({ target }) => target === 'administrator');
  if (isAdministrator(known?.power) || toAdministrator.some(({ certainty }) => certainty === 'certain')) {
    return 'administrator';
  }
  if (toAdministrator.length > 0 || known?.power !== undefined) return 'perhaps administrator';
  if (own.length > 0) return 'critical';
  if (known === undefined) return 'identity';
  return known.stores.length > 0 ? 'stores' : known.privileges.length > 0 ? 'rights' : 'identity';
}
