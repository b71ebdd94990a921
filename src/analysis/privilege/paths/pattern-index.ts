/** A list that whoever goes through it may thin, and what it was before. */
export class Thinned<T> {
  readonly #all: T[] = [];
  left: T[] = [];

  add(item: T): void {
    if (this.#all.at(-1) === item) return;
    this.#all.push(item);
    this.left.push(item);
  }

  restore(): void {
    if (this.left.length < this.#all.length) this.left = [...this.#all];
  }
}

/** Lists of nodes by resource pattern, to find those whose pattern matches an ARN without going through all of them. */
export class PatternIndex<T = number> {
  readonly #exact = new Map<string, Thinned<T>>();
  /** Patterns with a wildcard, by the text before it. */
  readonly #byPrefix = new Map<string, Map<string, Thinned<T>>>();
  readonly #lengths = new Set<number>();
  readonly #matches: (pattern: string, arn: string) => boolean;

  constructor(matches: (pattern: string, arn: string) => boolean) {
    this.#matches = matches;
  }

  add(pattern: string, node: T): void {
    const wild = pattern.search(/[*?]/);
    if (wild === -1) return push(this.#exact, pattern, node);
    const prefix = pattern.slice(0, wild);
    this.#lengths.add(prefix.length);
    const under = this.#byPrefix.get(prefix) ?? new Map<string, Thinned<T>>();
    this.#byPrefix.set(prefix, under);
    push(under, pattern, node);
  }

  /**
   * The lists under every pattern that matches. Whoever goes through one may take out of it what is done with, until all
   * are restored.
   */
  *matching(arn: string): Iterable<T[]> {
    const exact = this.#exact.get(arn);
    if (exact !== undefined) yield exact.left;
    for (const length of this.#lengths) {
      const under = length > arn.length ? undefined : this.#byPrefix.get(arn.slice(0, length));
      if (under === undefined) continue;
      for (const [pattern, nodes] of under) if (nodes.left.length > 0 && this.#matches(pattern, arn)) yield nodes.left;
    }
  }

  /** Puts back what was taken out of the lists. */
  restore(): void {
    for (const nodes of this.#exact.values()) nodes.restore();
    for (const under of this.#byPrefix.values()) for (const nodes of under.values()) nodes.restore();
  }
}

function push<T>(lists: Map<string, Thinned<T>>, key: string, node: T): void {
  let known = lists.get(key);
  if (known === undefined) {
    known = new Thinned();
    lists.set(key, known);
  }
  known.add(node);
}
