/** Lists of nodes by resource pattern, to find those whose pattern matches an ARN without going through all of them. */
export class PatternIndex<T = number> {
  readonly #exact = new Map<string, T[]>();
  /** Patterns with a wildcard, by the text before it. */
  readonly #byPrefix = new Map<string, Map<string, T[]>>();
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
    const under = this.#byPrefix.get(prefix) ?? new Map<string, T[]>();
    this.#byPrefix.set(prefix, under);
    push(under, pattern, node);
  }

  /** The lists under every pattern that matches. Whoever goes through one may take out of it what is done with. */
  *matching(arn: string): Iterable<T[]> {
    const exact = this.#exact.get(arn);
    if (exact !== undefined) yield exact;
    for (const length of this.#lengths) {
      const under = length > arn.length ? undefined : this.#byPrefix.get(arn.slice(0, length));
      if (under === undefined) continue;
      for (const [pattern, nodes] of under) if (nodes.length > 0 && this.#matches(pattern, arn)) yield nodes;
    }
  }
}

function push<T>(lists: Map<string, T[]>, key: string, node: T): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [node]);
  else if (known.at(-1) !== node) known.push(node);
}
