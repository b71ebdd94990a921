import type { DomainConfig } from '../../model/config.ts';
import type { OverlapUse } from '../../model/finding.ts';
import { isPast } from '../../model/place.ts';
import type { Place } from '../../model/place.ts';
import type { Graph } from '../../graph/graph.ts';
import { MOST } from '../../graph/limits.ts';

/**
 * Uses of one thing by domain, with the domain's owner: one for each file or resource. A file that stands in the work
 * tree is shown as it is there; the versions of it in history are the same use.
 */
export class Uses {
  readonly #graph: Graph;
  readonly #owners: ReadonlyMap<string, string | undefined>;
  readonly #budget: { left: number };
  readonly #byFile = new Map<string, OverlapUse>();
  readonly #domains = new Set<string>();
  #left = 0;

  /** @param budget - How many more uses are listed, of this thing or of several together; of each domain one always is */
  constructor(graph: Graph, domains: readonly DomainConfig[], budget: { left: number } = { left: MOST.places }) {
    this.#graph = graph;
    this.#owners = new Map(domains.map((domain) => [domain.id, domain.owner]));
    this.#budget = budget;
  }

  addAll(places: Iterable<Place>): this {
    for (const place of places) this.add(place);
    return this;
  }

  add(place: Place): void {
    const key = `${place.source}\0${place.kind === 'file' ? place.path : place.resource}`;
    const known = this.#byFile.get(key);
    if (known !== undefined) {
      if (isNowhereElse(known.place) && !isNowhereElse(place)) this.#byFile.set(key, { ...known, place });
      return;
    }
    const domain = this.#graph.domainOf(place);
    if (domain === undefined) return;
    if (this.#budget.left <= 0 && this.#domains.has(domain)) {
      this.#left += 1;
      return;
    }
    this.#budget.left -= 1;
    this.#domains.add(domain);
    const owner = this.#owners.get(domain);
    this.#byFile.set(key, { domain, ...(owner !== undefined && { owner }), place });
  }

  list(): readonly OverlapUse[] {
    return [...this.#byFile.values()];
  }

  /** How many are not listed. */
  get left(): number {
    return this.#left;
  }

  /** Domains of the uses, sorted. */
  domains(): readonly string[] {
    return [...this.#domains].sort();
  }
}

/** Whether a file stands there in history alone. */
function isNowhereElse(place: Place): boolean {
  return place.kind === 'file' && isPast(place);
}

/** `customer and workforce`, `customer, partner and workforce`. */
export function inWords(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
