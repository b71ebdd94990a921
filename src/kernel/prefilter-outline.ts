import { LAYOUT } from './prefilter-layout.ts';
import { writeU32 } from './reference/words.ts';

/** Places that an outline holds at most. The bit behind the last tells that all of the outline is met. */
export const OUTLINE_PLACES = 63;

/**
 * A pattern made coarse: which bytes may stand one after another in the text of a match, from its first on, as an
 * automaton whose states are places in the pattern. A set of places is the bits of two words, the low one first.
 */
export interface Outline {
  /** By byte, two words each: the places where it may stand. */
  readonly places: Int32Array;
  /** By place, two words each: what may come next. */
  readonly next: Int32Array;
  /** The places that a match may begin with, two words. */
  readonly first: readonly [number, number];
  /** The place of a newline, behind which all is met: only the anchor's line decides. Without it a newline meets nothing. */
  readonly newline?: number;
}

const BYTES = 256;
const NEWLINE = 0x0a;
/** Sets of places that are gone through to see whether an outline tells anything; more are taken for a yes. */
const SETS = 64;

/** An outline as {@link LAYOUT.outline} says. */
export function encodeOutline({ places, next, first, newline }: Outline): Uint8Array {
  const numbers = new Map<string, number>();
  const classes = Array.from({ length: BYTES }, (_, byte) => {
    const [low, high] = byte === NEWLINE ? placeOf(newline) : [places[byte * 2]!, places[byte * 2 + 1]!];
    const key = `${low} ${high}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
  const sets = [...numbers.keys()].flatMap((key) => key.split(' ').map(Number));
  let used = OUTLINE_PLACES;
  while (used > 0 && next[used * 2 - 2] === 0 && next[used * 2 - 1] === 0) used--;
  const words = [...sets, ...next.subarray(0, used * 2)];
  const encoded = new Uint8Array(LAYOUT.outline.sets + words.length * 4);
  writeU32(encoded, LAYOUT.outline.first, first[0]);
  writeU32(encoded, LAYOUT.outline.first + 4, first[1]);
  writeU32(encoded, LAYOUT.outline.next, LAYOUT.outline.sets + sets.length * 4);
  encoded.set(classes, LAYOUT.outline.classes);
  for (const [index, word] of words.entries()) writeU32(encoded, LAYOUT.outline.sets + index * 4, word);
  return encoded;
}

/**
 * Answers whether every text that begins with the prefix meets the outline, which then need not be asked. May answer no
 * where it is so.
 *
 * @param prefix For each byte 256 flags.
 */
export function isImplied(outline: Outline, prefix: readonly Uint8Array[], maxLength: number): boolean {
  if (!canEndWithin(outline, prefix.length)) return false;
  let reached: readonly State[] = [outline.first];
  for (const [position, allowed] of prefix.entries()) {
    reached = reached.filter(([, high]) => high >= 0);
    if (reached.length === 0 || position >= maxLength) break;
    const following = new Map<string, State>();
    for (const state of reached) {
      for (let byte = 0; byte < BYTES; byte++) {
        if (allowed[byte] === 0) continue;
        const next = byte === NEWLINE ? NOWHERE : step(outline, state, byte);
        if (next[0] === 0 && next[1] === 0) return false;
        following.set(next.join(' '), next);
      }
    }
    if (following.size > SETS) return false;
    reached = [...following.values()];
  }
  return reached.every(([, high]) => high < 0);
}

/** Whether any text of so many bytes meets the outline: most are longer than that, and need not be looked at closely. */
function canEndWithin({ next, first }: Outline, length: number): boolean {
  let [low, high] = first;
  for (let at = 0; at < length && high >= 0; at++) {
    const [from, to] = [low, high];
    [low, high] = NOWHERE;
    for (let place = 0; place < OUTLINE_PLACES; place++) {
      if ((((place < 32 ? from : to) >>> (place % 32)) & 1) === 0) continue;
      low |= next[place * 2]!;
      high |= next[place * 2 + 1]!;
    }
  }
  return high < 0;
}

/** Where a newline stands: at its own place or at none, for a match is looked for within a line. */
function placeOf(newline: number | undefined): State {
  if (newline === undefined) return NOWHERE;
  return newline < 32 ? [1 << newline, 0] : [0, 1 << (newline - 32)];
}

type State = readonly [low: number, high: number];

const NOWHERE: State = [0, 0];

function step({ places, next }: Outline, [low, high]: State, byte: number): State {
  const following: [number, number] = [0, 0];
  for (let place = 0; place < OUTLINE_PLACES; place++) {
    const [state, at] = place < 32 ? [low, places[byte * 2]!] : [high, places[byte * 2 + 1]!];
    if (((state & at) >>> (place % 32)) % 2 === 0) continue;
    following[0] |= next[place * 2]!;
    following[1] |= next[place * 2 + 1]!;
  }
  return following;
}
