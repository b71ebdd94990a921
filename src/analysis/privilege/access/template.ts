import type { Context } from './known.ts';
import { ABSENT, PRESENT } from './known.ts';
import type { Matcher, PatternText, Syntax } from './pattern.ts';
import { ANY_TEXT, readPattern } from './pattern.ts';
import type { Ternary } from './ternary.ts';
import { DEPENDS, NO, YES } from './ternary.ts';

/** Filled-in patterns kept for the next question; more are made anew. */
const MOST_KEPT = 256;

/** A pattern that may hold variables: it becomes a matcher with the values of a request. */
export interface Template {
  /** Adds to `depends` the names of variables that are not known and could make the difference. */
  match(text: string, context: Context, depends: string[]): Ternary;
}

/** A template of a pattern's text; without variables it is one matcher for all requests. */
export function template(raw: string, syntax: Syntax, matcher: (pattern: string) => Matcher): Template {
  const text = readPattern(raw, syntax);
  if (typeof text !== 'string') return new Filled(text, matcher);
  const matches = matcher(text);
  return { match: (given) => (matches(given) ? YES : NO) };
}

class Filled implements Template {
  readonly #text: Exclude<PatternText, string>;
  readonly #matcher: (pattern: string) => Matcher;
  readonly #kept = new Map<string, Matcher>();

  constructor(text: Exclude<PatternText, string>, matcher: (pattern: string) => Matcher) {
    this.#text = text;
    this.#matcher = matcher;
  }

  match(given: string, context: Context, depends: string[]): Ternary {
    let pattern = '';
    let unknown: string[] | undefined;
    for (const part of this.#text) {
      if (typeof part === 'string') {
        pattern += part;
        continue;
      }
      const values = context.get(part.key);
      if (values === undefined || values === PRESENT || values[0]?.endsWith(ANY_TEXT) === true) {
        (unknown ??= []).push(part.name);
        pattern += values?.[0] === undefined || values === PRESENT ? ANY_TEXT : values[0];
      } else if (values === ABSENT || values.length !== 1) {
        // Without a single value there is nothing to put in, and the pattern matches nothing.
        if (values.length > 1 || part.fallback === undefined) return NO;
        pattern += part.fallback;
      } else {
        pattern += values[0];
      }
    }
    if (!this.#matching(pattern)(given)) return NO;
    if (unknown === undefined) return YES;
    depends.push(...unknown);
    return DEPENDS;
  }

  #matching(pattern: string): Matcher {
    let matches = this.#kept.get(pattern);
    if (matches === undefined) {
      matches = this.#matcher(pattern);
      if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
      this.#kept.set(pattern, matches);
    }
    return matches;
  }
}
