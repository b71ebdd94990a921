import { OUTLINE_PLACES } from '../kernel/prefilter-outline.ts';
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

/** Bits of a word. */
const BITS = 32;
/** A character that must come so often has as many places, up to a limit. */
const FEWEST_COPIED = 6;
const MOST_COPIES = 12;
const NEWLINE = 0x0a;
const NEWLINE_ALONE = Uint8Array.from({ length: 256 }, (_, byte) => (byte === NEWLINE ? 1 : 0));
const AHEAD = '(?=';

/**
 * Reads the outline off a pattern: counts are forgotten but for none and some, and so are assertions, so it is met
 * wherever the pattern matches, and elsewhere too. What is not understood ends it, as if everything might follow.
 *
 * It is the automaton of Glushkov (The abstract theory of automata, Russian Mathematical Surveys 16(5), 1961), whose
 * states are the places in a pattern where a character stands.
 *
 * @param pattern Over a latin1 view of the bytes, flags `i` and `s` at most.
 * @param acrossLines The match may go on behind a newline: then what stands behind the first is not asked.
 */
export function outlineOf({ source, ignoreCase, dotAll }: RegExp, acrossLines = false): Outline {
  const reader = new Reader(acrossLines);
  const all = reader.alternatives(source, (ignoreCase ? 'i' : '') + (dotAll ? 's' : ''));
  const { first } = reader.join(all, REST);
  const words = new Int32Array(2);
  for (const place of first) setBit(words, 0, place);
  if (!acrossLines) return { places: reader.places, next: reader.next, first: [words[0]!, words[1]!] };
  // Where the pattern takes a newline, the rest is met.
  const newline = OUTLINE_PLACES - 1;
  for (let place = 0; place < newline; place++) {
    if (reader.mayBe(NEWLINE, reader.next, place)) setBit(reader.next, place, newline);
  }
  if (reader.mayBe(NEWLINE, words, 0)) setBit(words, 0, newline);
  setBit(reader.next, newline, OUTLINE_PLACES);
  return { places: reader.places, next: reader.next, first: [words[0]!, words[1]!], newline };
}

/** Places by number; the one behind the last stands for whatever is left of a pattern. */
type Places = readonly number[];

/** A part of a pattern: places that it may begin and end with, and whether it may be empty. */
interface Part {
  readonly first: Places;
  readonly last: Places;
  readonly empty: boolean;
}

const NOTHING: Part = { first: [], last: [], empty: true };
/** Whatever is left of a pattern. */
const REST: Part = { first: [OUTLINE_PLACES], last: [], empty: false };

class Reader {
  readonly places = new Int32Array(2 * 256);
  readonly next = new Int32Array(2 * OUTLINE_PLACES);
  readonly #acrossLines: boolean;
  readonly #most: number;
  #count = 0;

  constructor(acrossLines: boolean) {
    this.#acrossLines = acrossLines;
    this.#most = acrossLines ? OUTLINE_PLACES - 1 : OUTLINE_PLACES;
  }

  alternatives(source: string, flags: string): Part {
    const parts = alternativesOf(source).map((each) => this.#sequence(each, flags));
    return {
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(({ last }) => last),
      empty: parts.some(({ empty }) => empty),
    };
  }

  #sequence(source: string, flags: string): Part {
    let all = NOTHING;
    for (let rest = source; rest !== '';) {
      const { part, length } = this.#term(rest, flags);
      all = this.join(all, part);
      if (part === REST) break;
      rest = rest.slice(length);
    }
    return all;
  }

  /** Whether a byte may stand at one of a set of places. */
  mayBe(byte: number, sets: Int32Array, index: number): boolean {
    const [low, high] = [this.places[byte * 2]! & sets[index * 2]!, this.places[byte * 2 + 1]! & sets[index * 2 + 1]!];
    return (low | high) !== 0;
  }

  /** The first term of a source with its quantifier, and the characters of the source that it takes. */
  #term(source: string, flags: string): { readonly part: Part; readonly length: number } {
    if (this.#acrossLines && source.startsWith('$')) return { part: this.#place(NEWLINE_ALONE), length: 1 };
    const zeroWidth = ZERO_WIDTH.exec(source)?.[0].length ?? (LOOK_AROUND.test(source) ? endOfGroup(source) : 0);
    if (zeroWidth > 0) {
      // What is asserted last is what must come; whatever follows the group that it ends is not asked.
      const isLast = zeroWidth === source.length && source.startsWith(AHEAD);
      const part = isLast ? this.join(this.alternatives(source.slice(AHEAD.length, -1), flags), REST) : NOTHING;
      return { part: isLast ? { ...part, last: [] } : part, length: zeroWidth };
    }
    const opening = OPENING.exec(source)?.[0];
    const atom = ATOM.exec(source)?.[0];
    if (opening === undefined && atom === undefined) return { part: REST, length: source.length };
    const length = opening === undefined ? atom!.length : endOfGroup(source);
    const once =
      opening === undefined
        ? this.#place(maskOf(atom!, flags))
        : this.alternatives(source.slice(opening.length, length - 1), opening === '(?i:' ? withoutCase(flags) : flags);
    const [text = '', least] = QUANTIFIER.exec(source.slice(length)) ?? [];
    const repeated = this.#repeated(once, text, least);
    // What must come often is what tells a value from a word: here counts are not forgotten altogether.
    const copies = atom !== undefined && Number(least) >= FEWEST_COPIED ? Math.min(Number(least), MOST_COPIES) : 1;
    let part = repeated;
    for (let copy = 1; copy < copies && this.#count < this.#most; copy++)
      part = this.join(this.#place(maskOf(atom!, flags)), part);
    return { part, length: length + text.length };
  }

  #place(mask: Uint8Array): Part {
    if (this.#count === this.#most) return REST;
    const place = this.#count++;
    for (let byte = 0; byte < 256; byte++) if (mask[byte] === 1) setBit(this.places, byte, place);
    return { first: [place], last: [place], empty: false };
  }

  #repeated(once: Part, quantifier: string, least: string | undefined): Part {
    if (quantifier === '') return once;
    if (!quantifier.startsWith('?')) this.#follow(once.last, once.first);
    return { ...once, empty: once.empty || /^[*?]/.test(quantifier) || least === '0' };
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
    for (const place of places) for (const follower of first) setBit(this.next, place, follower);
  }
}

/** @param sets Two words each. */
function setBit(sets: Int32Array, index: number, place: number): void {
  sets[index * 2 + (place < BITS ? 0 : 1)]! |= 1 << (place % BITS);
}

function withoutCase(flags: string): string {
  return flags.includes('i') ? flags : `${flags}i`;
}
