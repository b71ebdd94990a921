import type { ChainLink, CredentialChain } from '../../model/chain.ts';
import type { Credential } from '../../model/credential.ts';
import { ofIdentity } from '../identity-in-words.ts';
import type { ChainFacts } from './chain-facts.ts';
import { credentialLink, placesLink } from './key-links.ts';
import { identityLink, policiesLink, privilegesLink } from './identity-links.ts';
import { domainsLink, ownersLink } from './owner-links.ts';
import { rankOf, reasonsOf } from './rank.ts';
import { pathLink, storesLink } from './reach-links.ts';

/** The chain of a credential: every link, also where what was read does not tell it. */
export function chainOf(
  credential: Credential,
  facts: ChainFacts,
  now: Date,
  rank = rankOf(credential, facts, now),
): CredentialChain {
  const { id, title, identity: holder } = credential;
  const identity = holder === undefined ? undefined : facts.identities.get(holder);
  const links: readonly ChainLink[] = [
    placesLink(credential, facts),
    credentialLink(credential),
    identityLink(credential, identity, facts),
    ...(identity === undefined
      ? []
      : [
          policiesLink(identity, facts),
          privilegesLink(identity, facts),
          pathLink(identity, facts),
          storesLink(identity, facts),
        ]),
    domainsLink(credential, identity),
    ownersLink(credential, identity, facts),
  ];
  return {
    credential: id,
    title: identity === undefined ? `${title}${named(credential)}` : `${title}${ofIdentity(identity, title)}`,
    reaches: rank.reaches,
    because: reasonsOf(credential, rank, now),
    links,
  };
}

function named({ keyId, preview }: Credential): string {
  if (keyId !== undefined) return ` ${keyId}`;
  return /^[^\s-]\S{4,40}$/.test(preview) ? ` ${preview}` : '';
}
