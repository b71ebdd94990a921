import type { Place } from '../model/place.ts';
import type { Source } from '../model/source.ts';
import type { Decision, DomainRules, Traits } from './domain-rules.ts';

/** Decisions remembered at a time. */
const MAX_REMEMBERED = 50_000;

/**
 * Domains of places. What the rules say is remembered by source, and by path where a rule looks at that: a report asks
 * for the same few again and again.
 */
export class PlaceDomains {
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #rules: DomainRules;
  readonly #remembered = new Map<string, Decision>();
  #sawTie = false;

  constructor(sources: readonly Source[], rules: DomainRules) {
    this.#sources = new Map(sources.map((source) => [source.id, source]));
    this.#rules = rules;
  }

  /** Whether {@link peek} met a place that two domains claim with equal right. */
  get sawTie(): boolean {
    return this.#sawTie;
  }

  /** The domain of a place; a tie is recorded as undecided. */
  of(place: Place): string | undefined {
    const decision = this.#decide(place);
    if (decision.tie === undefined) return decision.assignment?.domain;
    const name = this.#sources.get(place.source)?.name ?? '';
    return this.#rules.settle(decision, place.kind === 'file' ? `${name}/${place.path}` : place.resource)?.domain;
  }

  /** The same without a record. */
  peek(place: Place): string | undefined {
    const { tie, assignment } = this.#decide(place);
    if (tie !== undefined) this.#sawTie = true;
    return assignment?.domain;
  }

  #decide(place: Place): Decision {
    const where = place.kind === 'file' ? place.path : place.resource;
    const key = place.kind === 'file' && !this.#rules.looksAtPaths ? place.source : `${place.source}\0${where}`;
    const known = this.#remembered.get(key);
    if (known !== undefined) return known;
    if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered.clear();
    const decision = this.#rules.decide(traitsOf(place, this.#sources.get(place.source)));
    this.#remembered.set(key, decision);
    return decision;
  }
}

function traitsOf(place: Place, source: Source | undefined): Traits {
  if (place.kind === 'file') {
    return { repository: source?.name, path: place.path, branch: source?.repository?.branch };
  }
  return {
    // A GitHub resource is named after its repository, which rules know by name.
    ...(place.provider === 'github' && { repository: place.resource }),
    account: place.account,
    identity: [place.resource],
  };
}

/** Domains of places, each once, sorted. */
export function domainsOfPlaces(
  places: readonly Place[],
  domainOf: (place: Place) => string | undefined,
): readonly string[] {
  const domains = new Set<string>();
  for (const place of places) {
    const domain = domainOf(place);
    if (domain !== undefined) domains.add(domain);
  }
  return [...domains].sort();
}
