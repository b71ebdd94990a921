/** An exception that follows from another tool's file alone. */
export interface PlaceRule {
  readonly pathPatterns?: readonly string[];
  readonly commits?: readonly string[];
  /** Where in the file it comes from, such as `allowlists[0].paths`. */
  readonly from: string;
}

/** Values to be looked for among those found here: the other file names them by a digest, a pattern or a position. */
export interface ValueRule {
  readonly from: string;
  readonly match: ValueMatch;
}

type ValueMatch =
  | { readonly by: 'sha1'; readonly path: string; readonly digest: string }
  | { readonly by: 'position'; readonly path: string; readonly line: number; readonly commit?: string }
  | { readonly by: 'pattern'; readonly pattern: RegExp; readonly of: 'value' | 'line' }
  | { readonly by: 'word'; readonly word: string };

/** What another tool's file comes to. */
export interface Imported {
  readonly places: readonly PlaceRule[];
  readonly values: readonly ValueRule[];
  /**
   * Sentences on what was not taken, each with where it stands and why. They repeat nothing of what a value might be:
   * people put secrets into lists of what to ignore.
   */
  readonly left: readonly string[];
}

/** Takes what is found in a file, rule by rule. */
export class ImportBuilder implements Imported {
  readonly places: PlaceRule[] = [];
  readonly values: ValueRule[] = [];
  readonly left: string[] = [];
  readonly #patternOf: PatternCheck;

  /** @param patternOf - The pattern, or a word on why it is refused */
  constructor(patternOf: PatternCheck) {
    this.#patternOf = patternOf;
  }

  leave(from: string, why: string): void {
    this.left.push(`${from}: ${why}`);
  }

  addPath(source: string, from: string): void {
    const checked = this.#patternOf(source);
    if (typeof checked === 'string') this.leave(from, checked);
    else this.places.push({ pathPatterns: [checked.source], from });
  }

  addPattern(source: string, of: 'value' | 'line', from: string): void {
    const checked = this.#patternOf(source);
    if (typeof checked === 'string') this.leave(from, checked);
    else this.values.push({ from, match: { by: 'pattern', pattern: checked, of } });
  }
}

export type PatternCheck = (source: string) => RegExp | string;
