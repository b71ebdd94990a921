// Searches for all literals of the detectors at once. src/kernel/prefilter-layout.ts says what stands in the tables.
//
// A literal is looked for by a window of four bytes, its rarest. The three bytes at each position are hashed into two
// tables, which tell in which groups of literals they are the beginning and the end of a window. Only where a window may
// stand are the literals of its chain compared, and what must follow them looked at, for each of their users.

import { meets } from './outlines';

// Offsets in the tables.
const KINDS: usize = 12;
const IDENTITY: usize = 16;
const GRAMS: usize = 32;
const GRAM_BYTES: usize = 1 << 18;
const WINDOWS: usize = GRAMS + GRAM_BYTES;
const CHAINS: usize = WINDOWS + (1 << 14);
/** Groups of literals of three bytes. */
const SHORT_GROUPS: u32 = 0b11;
/** Length of the longest literal there may be. */
const LONGEST: usize = 255;
const NO_LIMIT: u32 = 0xffffffff;

// The tables of grams last used, first grams and then second ones. At an address that is known when this is compiled
// every look-up is one addition shorter, which is an eighth of the search.
const firstGrams = memory.data(1 << 18, 64);
const secondGrams = firstGrams + (1 << 17);
let gramsOf: usize = 0;
let gramsIdentity: u64 = 0;

// An entry of a chain.
const TESTS: usize = 0;
const LENGTH: usize = 4;
const WINDOW: usize = 6;
const TEXT: usize = 16;
const PIECE: usize = 16;

// A test of a user.
const NEEDED: usize = 0;
const GENERIC: usize = 1;
const RANGES: usize = 2;
const USER: usize = 4;
const OUTLINE: usize = 8;
const MAX_LENGTH: usize = 12;
const LOOK_BEHIND: usize = 16;
const HEAD: usize = 20;

const NAME: u32 = 1;
const BLANK: u32 = 2;
const CLOSING: u32 = 4;
const ASSIGNS: u32 = 8;
/** How far a name may go on from the start of the word, such as `PASSWORD_PRODUCTION` in `DB_PASSWORD_PRODUCTION`. */
const NAME_REST: usize = 80;
/** Closing quotes, brackets and blanks between a name and what assigns to it. */
const BETWEEN: usize = 24;
/** Fewest characters that must follow an assignment for it to be worth a look. */
const VALUE: usize = 4;
const DASH: u32 = 0x2d;
const LOWER_S: u32 = 0x73;
const LOWER_T: u32 = 0x74;
const LOWER_V: u32 = 0x76;
const DOT: u32 = 0x2e;
const EQUALS: u32 = 0x3d;

// The search under way, as addresses where nothing else is said.
let tables: usize = 0;
let kinds: usize = 0;
let textStart: usize = 0;
let searchFrom: usize = 0;
let searchEnd: usize = 0;
let textEnd: usize = 0;
let hits: usize = 0;
let capacity: u32 = 0;
let count: u32 = 0;
/** Offset of the first hit that found no room. */
let limit: u32 = NO_LIMIT;

// @ts-ignore: decorator
@inline
function slotOf(gram: u32): usize {
  return (gram * 0x3779b100) >>> 15;
}

/**
 * Finds for all users all occurrences of their literals that lie wholly in [from, to) of a text and at which the user
 * may match. What follows is looked at up to the text's end. The tables and the text must have 64 readable bytes behind them.
 *
 * Written as pairs of u32, user and offset in the text, by offset and then by user.
 *
 * @param end Length of the text.
 * @param room How many pairs there is room for, at least as many as the tables ask for.
 * @returns The number of pairs; its complement when there are more: the search goes on from {@link nextHitFrom}.
 */
export function findHits(table: usize, bytes: usize, from: u32, to: u32, end: u32, out: usize, room: u32): i32 {
  tables = table;
  kinds = table + load<u32>(table, KINDS);
  textStart = bytes;
  searchFrom = bytes + from;
  searchEnd = bytes + to;
  textEnd = bytes + end;
  hits = out;
  capacity = room;
  count = 0;
  limit = NO_LIMIT;
  if (to < from || to - from < 3) return 0;
  if (table != gramsOf || load<u64>(table, IDENTITY) != gramsIdentity) {
    memory.copy(firstGrams, table + GRAMS, GRAM_BYTES);
    gramsOf = table;
    gramsIdentity = load<u64>(table, IDENTITY);
  }

  const last = searchEnd - 2;
  let first0: u32 = 0;
  for (let at = searchFrom; at <= last; at += 8) {
    const slot1 = slotOf(load<u32>(at));
    const slot2 = slotOf(load<u32>(at, 1));
    const slot3 = slotOf(load<u32>(at, 2));
    const slot4 = slotOf(load<u32>(at, 3));
    const slot5 = slotOf(load<u32>(at, 4));
    const slot6 = slotOf(load<u32>(at, 5));
    const slot7 = slotOf(load<u32>(at, 6));
    const slot8 = slotOf(load<u32>(at, 7));
    const at0 = first0 & load<u8>(slot1, secondGrams);
    const at1 = load<u8>(slot1, firstGrams) & load<u8>(slot2, secondGrams);
    const at2 = load<u8>(slot2, firstGrams) & load<u8>(slot3, secondGrams);
    const at3 = load<u8>(slot3, firstGrams) & load<u8>(slot4, secondGrams);
    const at4 = load<u8>(slot4, firstGrams) & load<u8>(slot5, secondGrams);
    const at5 = load<u8>(slot5, firstGrams) & load<u8>(slot6, secondGrams);
    const at6 = load<u8>(slot6, firstGrams) & load<u8>(slot7, secondGrams);
    const at7 = load<u8>(slot7, firstGrams) & load<u8>(slot8, secondGrams);
    first0 = load<u8>(slot8, firstGrams);
    if (at0 | at1 | at2 | at3 | at4 | at5 | at6 | at7) {
      let found =
        <u32>(at0 != 0) |
        (<u32>(at1 != 0) << 1) |
        (<u32>(at2 != 0) << 2) |
        (<u32>(at3 != 0) << 3) |
        (<u32>(at4 != 0) << 4) |
        (<u32>(at5 != 0) << 5) |
        (<u32>(at6 != 0) << 6) |
        (<u32>(at7 != 0) << 7);
      for (; found != 0; found &= found - 1) lookAt(at - 1 + ctz(found));
      // Without room for more, what begins further on than the longest literal reaches need not be looked at.
      if (limit != NO_LIMIT && at > bytes + limit + LONGEST + 8) break;
    }
  }
  if (limit == NO_LIMIT) return count;
  // Hits at the byte where the search goes on are all found again.
  while (count > 0 && load<u32>(out + ((count - 1) << 3), 4) == limit) count--;
  return ~count;
}

/** Where the last search goes on when it ran out of room: to be given as `from`. */
export function nextHitFrom(): u32 {
  return limit;
}

/** Compares the literals of which the window at this place may be. */
function lookAt(window: usize): void {
  const bytes = load<u32>(window);
  const groups = load<u8>(slotOf(bytes), firstGrams) & load<u8>(slotOf(load<u32>(window, 1)), secondGrams);
  if ((groups & SHORT_GROUPS) == 0) {
    // The two grams may be of different windows.
    const slot = ((bytes & 0xdfdfdfdf) * 0x9e3779b1) >>> 15;
    if (((load<u8>(tables + (slot >> 3), WINDOWS) >> <u8>(slot & 7)) & 1) == 0) return;
  }
  const chain = tables + ((((bytes & 0xdfdfdf) * 0x2d51e500) >>> 18) << 2);
  let entry = tables + load<u32>(chain, CHAINS);
  const end = tables + load<u32>(chain, CHAINS + 4);
  while (entry < end) {
    const length = <usize>load<u16>(entry, LENGTH);
    const offset = <usize>load<u16>(entry, WINDOW);
    const start = window - offset;
    if (window - searchFrom >= offset && start + length <= searchEnd && isEqual(entry, start, length)) {
      askUsers(tables + load<u32>(entry, TESTS), start);
    }
    entry += TEXT + ((length + 7) >> 3) * PIECE;
  }
}

// @ts-ignore: decorator
@inline
function isEqual(entry: usize, start: usize, length: usize): bool {
  if ((load<u64>(start) | load<u64>(entry, TEXT)) != load<u64>(entry, TEXT + 8)) return false;
  for (let at: usize = 8; at < length; at += 8) {
    const piece = entry + at * 2;
    if ((load<u64>(start + at) | load<u64>(piece, TEXT)) != load<u64>(piece, TEXT + 8)) return false;
  }
  return true;
}

/** Reports a hit for each of the literal's users that may match here. */
function askUsers(tests: usize, start: usize): void {
  const planes = kinds + 256;
  let test = tests + 4;
  for (let left = load<u32>(tests); left > 0; left--) {
    const next = test + HEAD + <usize>load<u8>(test, RANGES) * 4;
    if (start + load<u8>(test, NEEDED) <= textEnd) {
      let range = test + HEAD;
      while (range < next && isWithin(planes + (<usize>load<u8>(range) << 8), load<u8>(range, 1), start + load<u8>(range, 2), start + load<u8>(range, 3))) range += 4;
      if (range == next && (load<u8>(test, GENERIC) == 0 || mayBeAssignment(start))) {
        const outline = load<u32>(test, OUTLINE);
        if (outline == 0 || mayMatch(outline, start, test)) {
          report(load<u32>(test, USER), <u32>(start - textStart));
        }
      }
    }
    test = next;
  }
}

// @ts-ignore: decorator
@inline
function mayMatch(outline: u32, start: usize, test: usize): bool {
  const lookBehind = load<u32>(test, LOOK_BEHIND);
  const maxLength = load<u32>(test, MAX_LENGTH);
  return meets(tables, gramsIdentity, outline, textStart, start, textEnd, lookBehind, maxLength);
}

// @ts-ignore: decorator
@inline
function isWithin(plane: usize, bit: u32, from: usize, to: usize): bool {
  while (from < to) if ((load<u8>(plane + load<u8>(from++)) & bit) == 0) return false;
  return true;
}

/**
 * Answers whether an assignment and a value may follow the word that begins here: the rest of the name, closing quotes
 * or brackets, then one of `= : , ( > | ? { ! ; &`, `.=`, `value=` or the type `string`; or, where the word is an option of a
 * command line, a blank.
 */
function mayBeAssignment(start: usize): bool {
  let at = start;
  for (const end = min(textEnd, start + NAME_REST); at < end && load<u8>(kinds + load<u8>(at)) == NAME; ) at++;
  let blanks = false;
  for (const end = min(textEnd, at + BETWEEN); at < end; at++) {
    const kind = <u32>load<u8>(kinds + load<u8>(at));
    if (kind == BLANK) blanks = true;
    else if (kind != CLOSING) break;
  }
  if (textEnd - at <= VALUE) return false;
  const next = <u32>load<u8>(at);
  if (load<u8>(kinds + next) == ASSIGNS) return true;
  if (!blanks) return false;
  const following = <u32>load<u8>(at, 1);
  return (
    load<u8>(start) == DASH ||
    (next | 0x20) == LOWER_V ||
    ((next | 0x20) == LOWER_S && (following | 0x20) == LOWER_T) ||
    (next == DOT && following == EQUALS)
  );
}

/** Writes a hit where it belongs: windows come in order, the literals round them nearly so. */
function report(user: u32, start: u32): void {
  if (start >= limit) return;
  if (count == capacity) {
    // The last in order makes room, and is found again when the search goes on.
    if (count == 0) {
      limit = min(limit, start);
      return;
    }
    const last = hits + ((count - 1) << 3);
    const lastStart = load<u32>(last, 4);
    if (start > lastStart || (start == lastStart && user > load<u32>(last))) {
      limit = start;
      return;
    }
    limit = lastStart;
    count--;
  }
  let at = hits + (count << 3);
  for (; at > hits; at -= 8) {
    const before = load<u32>(at - 8, 4);
    if (before < start || (before == start && load<u32>(at - 8) < user)) break;
    store<u64>(at, load<u64>(at - 8));
  }
  store<u32>(at, user);
  store<u32>(at, start, 4);
  count++;
}
