import { chanceAfter, chanceOf as chanceOfByte } from './byte-pairs.ts';
import { KINDS } from './prefilter-layout.ts';
import type { PrefilterLiteral } from './prefilter-tables.ts';

/** Bytes by which a literal is looked for: two grams of three that overlap by two. */
const WINDOW = 4;
const ALL: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte);
/** What may stand right behind a word for an assignment to follow. */
const AFTER = ALL.filter((byte) => KINDS[byte] !== 0);
/** All of it is a word, in the sense of {@link KINDS}. */
const IS_WORD = /^[\w.-]+$/;

/** The bytes a literal is looked for by: where they begin in it, and what each of the four may be. */
export interface SearchWindow {
  readonly offset: number;
  readonly bytes: readonly (readonly number[])[];
}

/**
 * Chooses the rarest window of a literal, by how often its bytes stand together in source text. The window of a literal
 * of three bytes takes in one more, which is whatever the users allow there.
 */
export function chooseWindow(literal: PrefilterLiteral): SearchWindow {
  let best: SearchWindow | undefined;
  let least = Infinity;
  for (let offset = 0; offset === 0 || offset + WINDOW <= literal.literal.length; offset++) {
    const bytes = Array.from({ length: WINDOW }, (_, index) => possibleBytes(literal, offset + index));
    const chance = chanceOf(bytes);
    if (best === undefined || chance < least) {
      best = { offset, bytes };
      least = chance;
    }
  }
  return best!;
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
