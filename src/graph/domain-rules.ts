import { matchesGlob } from 'node:path';

import { IN_MEMORY } from '../model/collection.ts';
import type { Collection, CollectionBuilder, Collections } from '../model/collection.ts';
import type { Config, DomainConfig, DomainRule } from '../model/config.ts';
import type { Undecided } from '../model/domain.ts';
import { TextIndex } from '../model/text-index.ts';

/** What rules can look at. Absent fields never match a rule that asks for them. */
export interface Traits {
  readonly repository?: string | undefined;
  readonly path?: string | undefined;
  readonly branch?: string | undefined;
  readonly account?: string | undefined;
  /** Id and name of an identity; one of them must match. */
  readonly identity?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  readonly environment?: string | undefined;
  readonly subjects?: readonly string[];
}

export interface Assignment {
  readonly domain: string;
  /** Why, in words: the rule's own reason or its conditions. */
  readonly because: string;
}

interface Claim extends Assignment {
  /** Conditions that held, then literal characters in their globs: the narrower rule wins. */
  readonly weight: readonly [conditions: number, literals: number];
}

/** What the rules say of some traits: a domain, several with equal right, or nothing. */
export interface Decision {
  readonly assignment?: Assignment;
  readonly tie?: Omit<Undecided, 'what'>;
}

/** Assigns things to the declared domains and remembers what it could not decide. */
export class DomainRules {
  /** Whether some rule looks at paths: if none does, all files of a source go the same way. */
  readonly looksAtPaths: boolean;
  readonly #domains: readonly DomainConfig[];
  readonly #undecided: CollectionBuilder<Undecided>;
  readonly #told = new TextIndex();
  #finished = false;

  constructor(config: Config, collections: Collections = IN_MEMORY) {
    this.#domains = config.domains;
    this.looksAtPaths = config.domains.some(({ rules }) => rules.some(({ paths }) => paths !== undefined));
    this.#undecided = collections.list();
  }

  /**
   * The domain whose narrowest matching rule is narrower than every other domain's; undefined when none matches. A
   * tie is recorded under `what` and left undecided.
   */
  assign(traits: Traits, what: string): Assignment | undefined {
    return this.settle(this.decide(traits), what);
  }

  decide(traits: Traits): Decision {
    const claims = this.#domains
      .map((domain) => bestClaim(domain, traits))
      .filter((claim) => claim !== undefined)
      .sort((a, b) => compareWeight(b.weight, a.weight));
    const [first, second] = claims;
    if (first === undefined) return {};
    if (second === undefined || compareWeight(first.weight, second.weight) > 0) return { assignment: first };
    const tied = claims.filter((claim) => compareWeight(claim.weight, first.weight) === 0);
    return {
      tie: { candidates: tied.map((claim) => claim.domain), because: tied.map((claim) => claim.because) },
    };
  }

  /** The domain that was decided on; a tie is recorded under `what`, once. */
  settle({ assignment, tie }: Decision, what: string): Assignment | undefined {
    if (tie === undefined || this.#finished) return assignment;
    const known = this.#told.size;
    if (this.#told.add(what) === known) this.#undecided.push({ what, ...tie });
    return undefined;
  }

  /** All ties so far; later ones are not recorded. */
  undecided(): Collection<Undecided> {
    this.#finished = true;
    return this.#undecided.finish();
  }
}

function bestClaim(domain: DomainConfig, traits: Traits): Claim | undefined {
  let best: Claim | undefined;
  for (const rule of domain.rules) {
    const weight = ruleWeight(rule, traits);
    if (weight === undefined) continue;
    if (best === undefined || compareWeight(weight, best.weight) > 0) {
      best = { domain: domain.id, because: rule.because ?? describeRule(rule), weight };
    }
  }
  return best;
}

function compareWeight(a: Claim['weight'], b: Claim['weight']): number {
  return a[0] - b[0] || a[1] - b[1];
}

/** Number of conditions that held and literal characters in them; undefined when one did not hold. */
function ruleWeight(rule: DomainRule, traits: Traits): Claim['weight'] | undefined {
  let conditions = 0;
  let literals = 0;
  const lists: readonly [readonly string[] | undefined, readonly (string | undefined)[]][] = [
    [rule.repositories, [traits.repository]],
    [rule.paths, [traits.path]],
    [rule.branches, [traits.branch]],
    [rule.accounts, [traits.account]],
    [rule.identities, traits.identity ?? []],
    [rule.environments, [traits.environment]],
    [rule.subjects, traits.subjects ?? []],
    ...Object.entries(rule.tags ?? {}).map(
      ([name, glob]) => [[glob], [traits.tags?.[name]]] as [readonly string[], readonly (string | undefined)[]],
    ),
  ];
  for (const [globs, values] of lists) {
    if (globs === undefined) continue;
    const length = longestMatch(globs, values);
    if (length === undefined) return undefined;
    conditions += 1;
    literals += length;
  }
  return conditions === 0 ? undefined : [conditions, literals];
}

function longestMatch(globs: readonly string[], values: readonly (string | undefined)[]): number | undefined {
  let best: number | undefined;
  for (const glob of globs) {
    if (!values.some((value) => value !== undefined && globMatches(glob, value))) continue;
    best = Math.max(best ?? 0, glob.replaceAll(/[*?[\]{}]/g, '').length);
  }
  return best;
}

/** Glob match in which `*` does not cross `/` and `**` does; a glob without `/` also matches the last part alone. */
function globMatches(glob: string, value: string): boolean {
  return value === glob || matchesGlob(value, glob);
}

function describeRule(rule: DomainRule): string {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(rule)) {
    if (name === 'because' || value === undefined) continue;
    if (Array.isArray(value)) parts.push(`${name} ${value.join(' or ')}`);
    else for (const [tag, glob] of Object.entries(value)) parts.push(`tag ${tag} ${String(glob)}`);
  }
  return parts.join(', ');
}
