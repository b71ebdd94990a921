import { LAYOUT } from './prefilter-layout.ts';
import { writeU32 } from './reference/words.ts';

/** Places that an outline holds at most. */
export const OUTLINE_PLACES = 255;
/** The place that stands for all of an outline being met; those of a pattern begin behind it. */
export const MET = 0;

/**
 * A pattern made coarse: which bytes may stand one after another in the text of a match, from its first on, as an
 * automaton whose states are places in the pattern. A set of places is the bits of some words, the lowest first.
 */
export interface Outline {
  /** Words of a set: 2, 4, 6 or 8. */
  readonly words: number;
  /** By byte the number of its class; those are numbered as they first occur. */
  readonly classes: Uint8Array;
  /** By class a set each: the places where its bytes may stand. A newline stands where a line may end, too. */
  readonly places: Uint32Array;
  /** By place a set each: what may come next. */
  readonly next: Uint32Array;
  /** The places that a match may begin with. */
  readonly first: Uint32Array;
}

const WORD_BITS = 32;
/** Words that the kernel reads at once. */
const PIECE_WORDS = 2;
/** Sets of places that are gone through to see whether an outline tells anything; more are taken for a yes. */
const SETS = 64;

/** An outline as {@link LAYOUT.outline} says. */
export function encodeOutline({ words, classes, places, next, first }: Outline): Uint8Array {
  const chains = new Uint32Array(words);
  const ranks = new Uint8Array(words / PIECE_WORDS);
  const rows: Uint32Array[] = [];
  for (let place = 0; place * words < next.length; place++) {
    if (place % (PIECE_WORDS * WORD_BITS) === 0) ranks[place / (PIECE_WORDS * WORD_BITS)] = rows.length;
    const following = next.subarray(place * words, (place + 1) * words);
    if (isOnly(following, place + 1)) setPlace(chains, place);
    else rows.push(following);
  }
  const { stride, rows: rowsAt, ranks: ranksAt, classCount, classes: classesAt, sets: setsAt } = LAYOUT.outline;
  const sets = [first, chains, places];
  const rowsStart = setsAt + sets.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const encoded = new Uint8Array(rowsStart + rows.reduce((sum, { byteLength }) => sum + byteLength, 0));
  writeU32(encoded, stride, words * 4);
  writeU32(encoded, rowsAt, rowsStart);
  encoded.set(ranks, ranksAt);
  writeU32(encoded, classCount, places.length / words);
  encoded.set(classes, classesAt);
  let at: number = setsAt;
  for (const numbers of [...sets, ...rows]) {
    for (const word of numbers) {
      writeU32(encoded, at, word);
      at += 4;
    }
  }
  return encoded;
}

/** Puts a place into a set. */
export function setPlace(set: Uint32Array, place: number): void {
  set[Math.floor(place / WORD_BITS)]! |= 1 << (place % WORD_BITS);
}

/** The places of a set. */
export function placesOf(set: Uint32Array): readonly number[] {
  const places: number[] = [];
  for (const [index, word] of set.entries()) {
    for (let left = word; left !== 0; left &= left - 1)
      places.push(index * WORD_BITS + (WORD_BITS - 1 - Math.clz32(left & -left)));
  }
  return places;
}

function isOnly(set: Uint32Array, place: number): boolean {
  const at = Math.floor(place / WORD_BITS);
  return set.every((word, index) => word >>> 0 === (index === at ? (1 << (place % WORD_BITS)) >>> 0 : 0));
}

/**
 * Answers whether every text that begins with the prefix meets the outline, which then need not be asked. May answer no
 * where it is so.
 *
 * @param prefix For each byte 256 flags.
 */
export function isImplied(outline: Outline, prefix: readonly Uint8Array[], maxLength: number): boolean {
  if (!canEndWithin(outline, prefix.length)) return false;
  let reached: readonly Uint32Array[] = [outline.first];
  for (const [position, allowed] of prefix.entries()) {
    const classes = new Set(outline.classes.filter((_, byte) => allowed[byte] !== 0));
    reached = reached.filter((state) => !isMet(state));
    if (reached.length === 0 || position >= maxLength) break;
    const following = new Map<string, Uint32Array>();
    for (const state of reached) {
      for (const number of classes) {
        const next = step(outline, state, number);
        if (next.every((word) => word === 0)) return false;
        following.set(next.join(' '), next);
      }
    }
    if (following.size > SETS) return false;
    reached = [...following.values()];
  }
  return reached.every(isMet);
}

/** Whether any text of so many bytes meets the outline: most are longer than that, and need not be looked at closely. */
function canEndWithin({ words, next, first }: Outline, length: number): boolean {
  let state = first;
  for (let at = 0; at < length && !isMet(state); at++) state = followers(next, words, placesOf(state));
  return isMet(state);
}

function isMet(state: Uint32Array): boolean {
  return (state[0]! & (1 << MET)) !== 0;
}

function step({ words, places, next }: Outline, state: Uint32Array, byteClass: number): Uint32Array {
  return followers(next, words, placesOf(state.map((word, index) => word & places[byteClass * words + index]!)));
}

/** All that may come next behind any of the places. */
function followers(next: Uint32Array, words: number, places: readonly number[]): Uint32Array {
  const all = new Uint32Array(words);
  for (const place of places) {
    for (let index = 0; index < words; index++) all[index]! |= next[place * words + index]!;
  }
  return all;
}
