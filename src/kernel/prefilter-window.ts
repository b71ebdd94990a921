import { chanceAfter, chanceOf as chanceOfByte } from './byte-pairs.ts';
import { chanceOfWindow } from './common-windows.ts';
import { KINDS, SEPARATOR } from './prefilter-layout.ts';
import type { PrefilterLiteral } from './prefilter-tables.ts';

/** Bytes by which a literal is looked for: two grams of three that overlap by two. */
const WINDOW = 4;
/** What is not among the most common windows is rarer than each of them, whatever its pairs say. */
const RARER_THAN_COMMON = 2 ** -18;
const ALL: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte);
/** What may stand right behind a word for an assignment to follow. */
const AFTER = ALL.filter((byte) => KINDS[byte] !== 0);
/** All of it is a word, in the sense of {@link KINDS}. */
const IS_WORD = /^[\w.\u0100-]+$/;

/** The bytes a literal is looked for by: where they begin in it, and what each of the four may be. */
export interface SearchWindow {
  readonly offset: number;
  readonly bytes: readonly (readonly number[])[];
}

/**
 * Chooses the rarest window of a literal, by how often its bytes stand together in source text. The window of a literal
 * of three bytes takes in one more, which is whatever the users allow there.
 *
 * @throws RangeError when {@link hasWindow} says that there is none.
 */
export function chooseWindow(literal: PrefilterLiteral): SearchWindow {
  let best: SearchWindow | undefined;
  let least = Infinity;
  for (let offset = 0; offset === 0 || offset + WINDOW <= literal.literal.length; offset++) {
    if (literal.literal.slice(offset, offset + WINDOW).includes(SEPARATOR)) continue;
    const bytes = Array.from({ length: WINDOW }, (_, index) => possibleBytes(literal, offset + index));
    const common = chanceOfWindow(literal.literal.slice(offset, offset + WINDOW));
    const chance = common ?? Math.min(chanceOf(bytes), RARER_THAN_COMMON);
    if (best === undefined || chance < least) {
      best = { offset, bytes };
      least = chance;
    }
  }
  if (best === undefined) throw new RangeError('A literal has a separator in every window.');
  return best;
}

/** Whether a literal can be searched for: by four bytes that are known, or by all of its three. */
export function hasWindow(literal: string): boolean {
  return literal.split(SEPARATOR).some(({ length }) => length >= Math.min(WINDOW, literal.length));
}

/** What may stand at a position of a literal, or right behind it. */
export function possibleBytes({ literal, ignoreCase, users }: PrefilterLiteral, position: number): readonly number[] {
  if (position < literal.length) {
    const byte = literal.charCodeAt(position);
    const isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
    return ignoreCase && isLetter ? [byte | 0x20, byte & ~0x20] : [byte];
  }
  const possible = new Set<number>();
  for (const { prefix, generic } of users) {
    const mask = prefix[position];
    const candidates = generic && position === literal.length && IS_WORD.test(literal) ? AFTER : ALL;
    for (const byte of candidates) if (mask === undefined || mask[byte] !== 0) possible.add(byte);
  }
  return [...possible];
}

/** Whether a literal can be searched for by four bytes that seldom stand together. */
export function hasRareWindow(literal: string): boolean {
  return literal.split(SEPARATOR).some((part) => {
    for (let at = 0; at + WINDOW <= part.length; at++) {
      if (chanceOfWindow(part.slice(at, at + WINDOW)) === undefined) return true;
    }
    return false;
  });
}

/** About how probable it is that these bytes stand at a place of source text, as a Markov chain has it. */
function chanceOf(window: readonly (readonly number[])[]): number {
  const [first = [], ...others] = window;
  let chances = new Map(first.map((byte) => [byte, chanceOfByte(byte)]));
  for (const bytes of others) {
    const next = new Map<number, number>();
    for (const byte of bytes) {
      let chance = 0;
      for (const [before, so] of chances) chance += so * chanceAfter(before, byte);
      next.set(byte, chance);
    }
    chances = next;
  }
  return [...chances.values()].reduce((sum, chance) => sum + chance, 0);
}
