import type { CredentialChain } from '../../model/chain.ts';
import type { Collection } from '../../model/collection.ts';
import type { Credential } from '../../model/credential.ts';
import { isPublicName } from '../public-name.ts';
import type { ChainFacts } from './chain-facts.ts';
import { chainOf } from './chain-of.ts';
import { compareRanks, rankOf } from './rank.ts';
import type { Rank } from './rank.ts';

/** Chains that a report tells in full. */
const SHOWN = 10;

/**
 * The chains of the worst credentials, the worst first: one for each identity or, where that is not known, for each key,
 * so that ten copies of one trouble do not hide nine others. Goes once through the credentials.
 */
export function worstChains(
  credentials: Collection<Credential>,
  facts: ChainFacts,
  now: Date,
): readonly CredentialChain[] {
  const worst: { readonly key: string; readonly credential: Credential; readonly rank: Rank }[] = [];
  for (const credential of credentials) {
    if (credential.state !== 'unmanaged' || isPublicName(credential)) continue;
    const rank = rankOf(credential, facts, now);
    const key = credential.identity ?? credential.keyId ?? credential.id;
    const same = worst.findIndex((other) => other.key === key);
    const rival = same < 0 ? undefined : worst[same];
    if (rival !== undefined) {
      if (compare({ rank, credential }, rival) < 0) worst.splice(same, 1);
      else continue;
    }
    const at = worst.findIndex((other) => compare({ rank, credential }, other) < 0);
    if (at < 0 && worst.length >= SHOWN) continue;
    worst.splice(at < 0 ? worst.length : at, 0, { key, credential, rank });
    if (worst.length > SHOWN) worst.pop();
  }
  return worst.map(({ credential, rank }) => chainOf(credential, facts, now, rank));
}

function isId({ severity }: Credential): number {
  return severity === 'info' ? 1 : 0;
}

/** A secret comes before a public id, and what is left is told apart by id, so that two runs agree. */
function compare(
  a: { readonly rank: Rank; readonly credential: Credential },
  b: { readonly rank: Rank; readonly credential: Credential },
): number {
  return (
    isId(a.credential) - isId(b.credential) ||
    compareRanks(a.rank, b.rank) ||
    (a.credential.id < b.credential.id ? -1 : 1)
  );
}
