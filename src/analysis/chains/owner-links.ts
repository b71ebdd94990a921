import type { ChainLink } from '../../model/chain.ts';
import type { Credential } from '../../model/credential.ts';
import type { Identity } from '../../model/identity.ts';
import { inWords } from '../sharing/uses.ts';
import type { ChainFacts } from './chain-facts.ts';

/** Domains that use the credential, and those that its identity is one of. */
export function domainsLink(credential: Credential, identity: Identity | undefined): ChainLink {
  const using = credential.domains;
  const holding = identity?.domains ?? [];
  const ids = [...new Set([...using, ...holding])].sort();
  const sentences = [
    ...(using.length === 0 ? [] : [`It stands in the paths of ${inWords(using)}.`]),
    ...(holding.length === 0 ? [] : [`Its identity belongs to ${inWords(holding)}.`]),
  ];
  return {
    kind: 'domains',
    known: ids.length > 0,
    ids,
    says: ids.length === 0 ? 'No rule of the configuration puts it into a domain.' : sentences.join(' '),
    details:
      ids.length > 1 ? [{ what: `${ids.length} domains meet in it: none of them can rotate or close it alone.` }] : [],
  };
}

/** Who answers for it: the owners of those domains, and of the identity. */
export function ownersLink(credential: Credential, identity: Identity | undefined, facts: ChainFacts): ChainLink {
  const ids = [...new Set([...credential.domains, ...(identity?.domains ?? [])])].sort();
  const rows = ids.map((id) => facts.domains.find((domain) => domain.id === id) ?? { id });
  const named = rows.flatMap(({ id, owner }) => (owner === undefined ? [] : [`${owner} for ${id}`]));
  const nobody = rows.flatMap(({ id, owner }) => (owner === undefined ? [id] : []));
  const own = identity?.owner === undefined ? [] : [`${identity.owner} for its identity`];
  const answering = [...own, ...named];
  return {
    kind: 'owners',
    known: answering.length > 0,
    ids,
    says: [
      answering.length === 0
        ? 'Nobody is named who answers for it.'
        : `${answering.length === 1 ? 'Who answers' : 'Those who answer'}: ${inWords(answering)}.`,
      ...(nobody.length > 0 && answering.length > 0 ? [`Nobody is named for ${inWords(nobody)}.`] : []),
    ].join(' '),
    details: rows.flatMap((domain) => [
      ...('sponsor' in domain && domain.sponsor !== undefined
        ? [{ what: `${domain.sponsor} sponsors ${domain.id}.` }]
        : []),
      ...('riskOwner' in domain && domain.riskOwner !== undefined
        ? [{ what: `${domain.riskOwner} bears the risk of ${domain.id}.` }]
        : []),
    ]),
  };
}
