import type { DomainConfig } from '../../model/config.ts';
import type { OverlapUse } from '../../model/finding.ts';
import { isPast } from '../../model/place.ts';
import type { Place } from '../../model/place.ts';
import type { Graph } from '../../graph/graph.ts';

/**
 * Uses of one thing by domain, with the domain's owner: one for each file or resource. A file that stands in the work
 * tree is shown as it is there; the versions of it in history are the same use.
 */
export function usesOf(
  places: readonly Place[],
  graph: Graph,
  domains: readonly DomainConfig[],
): readonly OverlapUse[] {
  const owners = new Map(domains.map((domain) => [domain.id, domain.owner]));
  return onePerFile(places).flatMap((place): OverlapUse[] => {
    const domain = graph.domainOf(place);
    if (domain === undefined) return [];
    const owner = owners.get(domain);
    return [{ domain, ...(owner !== undefined && { owner }), place }];
  });
}

export function domainsOfUses(uses: readonly OverlapUse[]): readonly string[] {
  return [...new Set(uses.map((use) => use.domain))].sort();
}

/** `customer and workforce`, `customer, partner and workforce`. */
export function inWords(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

function onePerFile(places: readonly Place[]): readonly Place[] {
  const byFile = new Map<string, Place>();
  for (const place of places) {
    const key = `${place.source}\0${place.kind === 'file' ? place.path : place.resource}`;
    const known = byFile.get(key);
    if (known === undefined || (known.kind === 'file' && isPast(known) && place.kind === 'file' && !isPast(place))) {
      byFile.set(key, place);
    }
  }
  return [...byFile.values()];
}
