import { MET, OUTLINE_PLACES, setPlace } from '../kernel/prefilter-outline.ts';
import type { Outline } from '../kernel/prefilter-outline.ts';
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

/** Places of which a set takes two words. */
const PLACES_IN_PIECE = 64;
/** Rounds beyond the fewest that are told apart; of more any number is taken. */
const MOST_OPTIONAL = 3;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const NEWLINE_ALONE = Uint8Array.from({ length: 256 }, (_, byte) => (byte === NEWLINE ? 1 : 0));
/** Masks of places by those of their atoms; of the places where a line may end instead, too. */
const IN_LINE = new WeakMap<Uint8Array, Uint8Array>();
const OR_AT_END = new WeakMap<Uint8Array, Uint8Array>();
const AHEAD = '(?=';
const NOT_AHEAD = '(?!';

/**
 * Reads the outline off a pattern: it is met wherever the pattern matches, and elsewhere too, for most assertions are
 * forgotten and so is how often something may come at most. What is not understood ends it, as if everything might
 * follow, and so does what has more places than there is room for.
 *
 * It is the automaton of Glushkov (The abstract theory of automata, Russian Mathematical Surveys 16(5), 1961), whose
 * states are the places in a pattern where a character stands.
 *
 * @param pattern Over a latin1 view of the bytes, flags `i` and `s` at most.
 * @param lines What is asked: a match within a line; of one that may go on behind a newline what stands in its first
 *   line; or all of it.
 */
export function outlineOf({ source, ignoreCase, dotAll }: RegExp, lines: OutlinedLines = 'one'): Outline {
  const reader = new Reader(lines);
  const all = reader.join(reader.alternatives(source, (ignoreCase ? 'i' : '') + (dotAll ? 's' : ''), true), REST);
  return reader.outline(all.first);
}

/** Lines of a match that its outline is of. */
export type OutlinedLines = 'one' | 'first' | 'all';

/** Places by number, from 1 on; {@link MET} stands for whatever is left of a pattern. */
type Places = readonly number[];

/** A part of a pattern: places that it may begin and end with, and whether it may be empty. */
interface Part {
  readonly first: Places;
  readonly last: Places;
  readonly empty: boolean;
}

const NOTHING: Part = { first: [], last: [], empty: true };
/** Whatever is left of a pattern. */
const REST: Part = { first: [MET], last: [], empty: false };

/** A place where a character stands. */
interface Place {
  /** For each byte, 1 where it may stand there. */
  readonly mask: Uint8Array;
  /** A line may end there instead. */
  readonly atEnd: boolean;
  readonly next: Set<number>;
}

class Reader {
  /** By number; none has the number of {@link MET}. */
  readonly #places: Place[] = [{ mask: new Uint8Array(256), atEnd: false, next: new Set() }];
  readonly #lines: OutlinedLines;
  readonly #most: number;

  constructor(lines: OutlinedLines) {
    this.#lines = lines;
    // One is for the newline.
    this.#most = lines === 'first' ? OUTLINE_PLACES - 1 : OUTLINE_PLACES;
  }

  /** @param isLast Nothing follows in the whole of the pattern. */
  alternatives(source: string, flags: string, isLast: boolean): Part {
    const parts = alternativesOf(source).map((each) => this.#sequence(each, flags, isLast));
    return {
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(({ last }) => last),
      empty: parts.some(({ empty }) => empty),
    };
  }

  /** All places as they are searched with. */
  outline(first: Places): Outline {
    const begins = this.#lines === 'first' ? this.#endAtNewline(first) : first;
    const words = 2 * Math.ceil(this.#places.length / PLACES_IN_PIECE);
    const next = new Uint32Array(this.#places.length * words);
    for (const [number, place] of this.#places.entries()) {
      const followers = next.subarray(number * words, (number + 1) * words);
      for (const follower of place.next) setPlace(followers, follower);
    }
    const starts = new Uint32Array(words);
    for (const place of begins) setPlace(starts, place);
    return { words, ...this.#byClass(words), next, first: starts };
  }

  /** Bytes that stand at the same places are of one class: its number for each byte, and a set of places for each class. */
  #byClass(words: number): { readonly classes: Uint8Array; readonly places: Uint32Array } {
    const standing = new Map<Uint8Array, Uint32Array>();
    for (const [number, { mask, atEnd }] of this.#places.entries()) {
      const bytes = this.#standing(mask, atEnd);
      const set = standing.get(bytes) ?? new Uint32Array(words);
      standing.set(bytes, set);
      setPlace(set, number);
    }
    const classes = new Uint8Array(256);
    for (const bytes of standing.keys()) splitClasses(classes, bytes);
    const places = new Uint32Array((Math.max(...classes) + 1) * words);
    for (let start = 0; start < places.length; start += words) {
      const byte = classes.indexOf(start / words);
      for (const [bytes, set] of standing) {
        if (bytes[byte] === 1) for (let index = 0; index < words; index++) places[start + index]! |= set[index]!;
      }
    }
    return { classes, places };
  }

  /** The mask of a place, but for line ends: no match within a line has one in it, nor the carriage return before one. */
  #standing(mask: Uint8Array, atEnd: boolean): Uint8Array {
    if (this.#lines === 'all') return mask;
    const known = atEnd ? OR_AT_END : IN_LINE;
    const made = known.get(mask) ?? mask.slice();
    if (known.has(mask)) return made;
    made[NEWLINE] = atEnd ? 1 : 0;
    if (atEnd) made[RETURN] = 1;
    known.set(mask, made);
    return made;
  }

  /** Where the pattern takes a newline, the rest is met: adds the place of that, and returns where a match may begin. */
  #endAtNewline(first: Places): Places {
    const newline = this.#places.length;
    const takes = (place: number): boolean => this.#places[place]!.mask[NEWLINE] === 1;
    for (const { next } of this.#places) if ([...next].some(takes)) next.add(newline);
    this.#places.push({ mask: NEWLINE_ALONE, atEnd: true, next: new Set([MET]) });
    return first.some(takes) ? [...first, newline] : first;
  }

  #sequence(source: string, flags: string, isLast: boolean): Part {
    let all = NOTHING;
    for (let rest = source; rest !== '';) {
      const { part, length } = this.#term(rest, flags, isLast);
      all = this.join(all, part);
      if (part === REST) break;
      rest = rest.slice(length);
    }
    return all;
  }

  /** The first term of a source with its quantifier, and the characters of the source that it takes. */
  #term(source: string, flags: string, isLast: boolean): { readonly part: Part; readonly length: number } {
    if (this.#lines === 'first' && source.startsWith('$')) return { part: this.#place(NEWLINE_ALONE), length: 1 };
    const zeroWidth = ZERO_WIDTH.exec(source)?.[0].length ?? (LOOK_AROUND.test(source) ? endOfGroup(source) : 0);
    if (zeroWidth > 0) {
      const part = isLast && zeroWidth === source.length ? this.#assertedLast(source, flags) : NOTHING;
      return { part, length: zeroWidth };
    }
    const opening = OPENING.exec(source)?.[0];
    const atom = ATOM.exec(source)?.[0];
    if (opening === undefined && atom === undefined) return { part: REST, length: source.length };
    const bare = opening === undefined ? atom!.length : endOfGroup(source);
    const [quantifier = '', exactly, orMore] = QUANTIFIER.exec(source.slice(bare)) ?? [];
    const length = bare + quantifier.length;
    const once = (): Part =>
      opening === undefined
        ? this.#place(maskOf(atom!, flags))
        : this.alternatives(
            source.slice(opening.length, bare - 1),
            opening === '(?i:' ? withoutCase(flags) : flags,
            isLast && length === source.length && quantifier === '',
          );
    const [least, most] = roundsOf(quantifier, exactly, orMore);
    return { part: this.#repeated(once, least, most), length };
  }

  /** What is asserted at the very end is what must come. */
  #assertedLast(source: string, flags: string): Part {
    const inner = source.slice(AHEAD.length, -1);
    if (source.startsWith(AHEAD)) return { ...this.join(this.alternatives(inner, flags, true), REST), last: [] };
    if (!source.startsWith(NOT_AHEAD) || ATOM.exec(inner)?.[0] !== inner) return NOTHING;
    const mask = maskOf(inner, flags).map((taken) => 1 - taken);
    return { ...this.join(this.#place(mask, true), REST), last: [] };
  }

  #place(mask: Uint8Array, atEnd = false): Part {
    const number = this.#places.length;
    if (number > this.#most) return REST;
    this.#places.push({ mask, atEnd, next: new Set() });
    return { first: [number], last: [number], empty: false };
  }

  /** As many rounds as there must be, then some that may be, or any number of the last. */
  #repeated(once: () => Part, least: number, most: number): Part {
    const isLoop = most - least > MOST_OPTIONAL;
    const rounds = isLoop ? Math.max(1, least) : most;
    let part = NOTHING;
    for (let round = 1; round <= rounds; round++) {
      const one = once();
      if (isLoop && round === rounds) this.#follow(one.last, one.first);
      part = this.join(part, round > least ? { ...one, empty: true } : one);
      // There is no room for what may come behind it.
      if (one.first.includes(MET) && one.last.length === 0) break;
    }
    return part;
  }

  join(before: Part, behind: Part): Part {
    this.#follow(before.last, behind.first);
    return {
      first: before.empty ? [...before.first, ...behind.first] : before.first,
      last: behind.empty ? [...before.last, ...behind.last] : behind.last,
      empty: before.empty && behind.empty,
    };
  }

  #follow(places: Places, first: Places): void {
    for (const place of places) for (const follower of first) this.#places[place]!.next.add(follower);
  }
}

/** Parts each class into those of its bytes that have a flag and the others; classes are numbered as they first occur. */
function splitClasses(classes: Uint8Array, flags: Uint8Array): void {
  const numbers = new Uint16Array(2 * classes.length);
  let count = 0;
  for (let byte = 0; byte < classes.length; byte++) {
    const key = 2 * classes[byte]! + flags[byte]!;
    numbers[key] ||= ++count;
    classes[byte] = numbers[key] - 1;
  }
}

/** Fewest and most rounds of a quantifier: its text, the number it begins with, and what says that there may be more. */
function roundsOf(text: string, exactly: string | undefined, orMore: string | undefined): readonly [number, number] {
  if (exactly !== undefined) {
    const most = orMore === undefined ? exactly : orMore.slice(1);
    return [Number(exactly), most === '' ? Infinity : Number(most)];
  }
  if (text === '') return [1, 1];
  return [text.startsWith('+') ? 1 : 0, text.startsWith('?') ? 1 : Infinity];
}

function withoutCase(flags: string): string {
  return flags.includes('i') ? flags : `${flags}i`;
}
