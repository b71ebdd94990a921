import {
  ATOM,
  LOOK_AROUND,
  OPENING,
  QUANTIFIER,
  ZERO_WIDTH,
  alternativesOf,
  endOfGroup,
  maskOf,
} from './pattern-source.ts';

/** A repeat whose number of rounds is not fixed, as its pattern writes it. */
interface Loop {
  readonly text: string;
  readonly places: readonly number[];
}

/** An assertion that looks at text beside the match. */
export interface LookAround {
  readonly behind: boolean;
  /** The whole of it, such as `(?<!\w)`. */
  readonly text: string;
  /** What is in it. */
  readonly source: string;
}

/**
 * The automaton of Glushkov of a pattern, whose states are the places where a character stands. A fixed count is one
 * round; a repeat is a loop where {@link automatonOf} was told so.
 */
export interface PatternAutomaton {
  /** For each place, for each byte, 1 where it takes that. */
  readonly masks: readonly Uint8Array[];
  /** For each place those that may come next, once for each way that the pattern has to go there. */
  readonly next: readonly (readonly number[])[];
  readonly loops: readonly Loop[];
  readonly lookArounds: readonly LookAround[];
  /** Fewest and most characters of a match. */
  readonly shortest: number;
  readonly longest: number;
  /** Parts that are none of what these patterns are made of, such as references to groups. */
  readonly foreign: readonly string[];
}

interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly shortest: number;
  readonly longest: number;
}

const NOTHING: Part = { first: [], last: [], shortest: 0, longest: 0 };

/**
 * Reads the automaton off the source of a RegExp. Assertions take no text and are told apart from the rest.
 *
 * @param flags `i` and `s` at most.
 * @param isLoop Whether a repeat of between `least` and `most` rounds, most of which may be infinite, is a loop.
 */
export function automatonOf(
  source: string,
  flags: string,
  isLoop: (least: number, most: number) => boolean,
): PatternAutomaton {
  const reader = new Reader(flags, isLoop);
  const { shortest, longest } = reader.alternatives(source);
  const { masks, next, loops, lookArounds, foreign } = reader;
  return { masks, next, loops, lookArounds, foreign, shortest, longest };
}

class Reader {
  readonly masks: Uint8Array[] = [];
  readonly next: number[][] = [];
  readonly loops: Loop[] = [];
  readonly lookArounds: LookAround[] = [];
  readonly foreign: string[] = [];
  readonly #flags: string;
  readonly #isLoop: (least: number, most: number) => boolean;

  constructor(flags: string, isLoop: (least: number, most: number) => boolean) {
    this.#flags = flags;
    this.#isLoop = isLoop;
  }

  alternatives(source: string): Part {
    const parts = alternativesOf(source).map((each) => this.#sequence(each));
    return {
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(({ last }) => last),
      shortest: Math.min(...parts.map(({ shortest }) => shortest)),
      longest: Math.max(...parts.map(({ longest }) => longest)),
    };
  }

  #sequence(source: string): Part {
    let all = NOTHING;
    for (let rest = source; rest !== '';) {
      const { part, length } = this.#term(rest);
      all = this.#join(all, part);
      rest = rest.slice(length);
    }
    return all;
  }

  /** The first term of a source with its quantifier, and the characters of the source that it takes. */
  #term(source: string): { readonly part: Part; readonly length: number } {
    if (LOOK_AROUND.test(source)) return { part: NOTHING, length: this.#lookAround(source) };
    const zeroWidth = ZERO_WIDTH.exec(source)?.[0];
    if (zeroWidth !== undefined) return { part: NOTHING, length: zeroWidth.length };
    const opening = OPENING.exec(source)?.[0];
    const atom = opening === undefined ? ATOM.exec(source)?.[0] : undefined;
    if (opening === undefined && atom === undefined) {
      const foreign = /^(?:\\k<[^>]*>|\\p\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\c[A-Za-z]|\\\d+|\\.|\(\?[^:)]*:?|.)/s.exec(
        source,
      );
      const length = foreign?.[0].length ?? 1;
      this.foreign.push(source.slice(0, length));
      return { part: NOTHING, length };
    }
    if (opening === '(?i:') this.foreign.push(opening);
    const from = this.masks.length;
    const bare = opening === undefined ? atom!.length : endOfGroup(source);
    const once = opening === undefined ? this.#place(atom!) : this.alternatives(source.slice(opening.length, bare - 1));
    const quantifier = QUANTIFIER.exec(source.slice(bare))?.[0] ?? '';
    const length = bare + quantifier.length;
    return { part: this.#repeated(once, quantifier, { text: source.slice(0, length), from }), length };
  }

  #lookAround(source: string): number {
    const length = endOfGroup(source);
    const behind = source[2] === '<';
    const inner = source.slice(behind ? 4 : 3, length - 1);
    this.lookArounds.push({ behind, text: source.slice(0, length), source: inner });
    return length;
  }

  #place(atom: string): Part {
    const place = this.masks.length;
    this.masks.push(maskOf(atom, this.#flags));
    this.next.push([]);
    return { first: [place], last: [place], shortest: 1, longest: 1 };
  }

  #repeated(once: Part, quantifier: string, { text, from }: { readonly text: string; readonly from: number }): Part {
    const [least, most] = roundsOf(quantifier);
    if (this.#isLoop(least, most)) {
      this.#follow(once.last, once.first);
      const places = Array.from({ length: this.masks.length - from }, (_, index) => from + index);
      this.loops.push({ text, places });
    }
    return {
      ...once,
      shortest: once.shortest * least,
      // Nothing repeated for ever is nothing.
      longest: once.longest === 0 ? 0 : once.longest * most,
    };
  }

  #join(before: Part, behind: Part): Part {
    this.#follow(before.last, behind.first);
    return {
      first: before.shortest === 0 ? [...before.first, ...behind.first] : before.first,
      last: behind.shortest === 0 ? [...before.last, ...behind.last] : behind.last,
      shortest: before.shortest + behind.shortest,
      longest: before.longest + behind.longest,
    };
  }

  #follow(places: readonly number[], first: readonly number[]): void {
    for (const place of places) for (const follower of first) this.next[place]!.push(follower);
  }
}

function roundsOf(quantifier: string): readonly [least: number, most: number] {
  if (quantifier === '') return [1, 1];
  if (quantifier.startsWith('?')) return [0, 1];
  if (quantifier.startsWith('*')) return [0, Infinity];
  if (quantifier.startsWith('+')) return [1, Infinity];
  const [, least = '', rest, most = ''] = /^\{(\d+)(,(\d*))?\}/.exec(quantifier) ?? [];
  return [Number(least), rest === undefined ? Number(least) : most === '' ? Infinity : Number(most)];
}
