import { AFTER_WORD, chainSlot, gramSlot, LAYOUT } from '../prefilter-layout.ts';
import { meets } from './outlines.ts';
import { readU32, writeU32 } from './words.ts';

const HIT = 8;
const MIN_LITERAL = 3;
const LONGEST = 255;
/** How far a name may go on from the start of the word, such as `PASSWORD_PRODUCTION` in `DB_PASSWORD_PRODUCTION`. */
const NAME_REST = 80;
/** Closing quotes, brackets and blanks between a name and what assigns to it. */
const BETWEEN = 24;
/** Fewest characters that must follow an assignment for it to be worth a look. */
const VALUE = 4;
const DASH = 0x2d;
const LOWER_S = 0x73;
const LOWER_T = 0x74;
const LOWER_V = 0x76;
const DOT = 0x2e;
const EQUALS = 0x3d;

/** A search under way, positions as addresses. */
interface Search {
  readonly memory: Uint8Array;
  readonly tables: number;
  /** Where the text begins. */
  readonly bytes: number;
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/**
 * See assembly/prefilter.ts: the same over a byte array.
 *
 * @returns The number of hits, its complement when there are more, and then the offset at which to go on.
 */
export function findHits(
  memory: Uint8Array,
  tables: number,
  bytes: number,
  from: number,
  to: number,
  end: number,
  out: number,
  room: number,
): readonly [result: number, next: number] {
  const search = { memory, tables, bytes, from: bytes + from, to: bytes + to, end: bytes + end };
  const hits: [start: number, user: number][] = [];
  const first = tables + LAYOUT.firstGrams;
  const second = tables + LAYOUT.secondGrams;
  let before = 0;
  let gram = (memory[search.from]! << 8) | (memory[search.from + 1]! << 16);
  let last = search.to - MIN_LITERAL + 1;
  for (let at = search.from; at <= last; at++) {
    gram = (gram >>> 8) | (memory[at + 2]! << 16);
    const slot = gramSlot(gram);
    if ((before & memory[second + slot]!) !== 0)
      lookAt(search, at - 1, (user, start) => hits.push([start - bytes, user]));
    before = memory[first + slot]!;
    // Enough to fill the room: nothing that begins further on will be told.
    if (hits.length > room) last = Math.min(last, at + LONGEST);
  }
  hits.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  // Without room for all hits at one byte, none of them counts.
  let count = Math.min(hits.length, room);
  const next = hits[count]?.[0] ?? to;
  if (count < hits.length) while (count > 0 && hits[count - 1]?.[0] === next) count--;
  for (const [index, [start, user]] of hits.slice(0, count).entries()) {
    writeU32(memory, out + index * HIT, user);
    writeU32(memory, out + index * HIT + 4, start);
  }
  return [count < hits.length ? ~count : count, next];
}

/** Compares the literals of which the window at this place may be. */
function lookAt(search: Search, window: number, report: (user: number, start: number) => void): void {
  const { memory, tables } = search;
  const chain = chainSlot(memory[window]! | (memory[window + 1]! << 8) | (memory[window + 2]! << 16));
  const chainEnd = tables + readU32(memory, tables + LAYOUT.chains + 4 * (chain + 1));
  for (let entry = tables + readU32(memory, tables + LAYOUT.chains + 4 * chain); entry < chainEnd;) {
    const length = memory[entry + LAYOUT.entry.length]!;
    const start = window - memory[entry + LAYOUT.entry.window]!;
    const isInside = start >= search.from && start + length <= search.to;
    if (isInside && isEqual(memory, entry, start, length)) {
      for (const user of usersAt(search, entry, start)) report(user, start);
    }
    entry += LAYOUT.entry.text + Math.ceil(length / 8) * LAYOUT.entry.piece;
  }
}

function isEqual(memory: Uint8Array, entry: number, start: number, length: number): boolean {
  for (let index = 0; index < length; index++) {
    const at = entry + LAYOUT.entry.text + (index >> 3) * LAYOUT.entry.piece + (index & 7);
    if ((memory[start + index]! | memory[at]!) !== memory[at + 8]) return false;
  }
  return true;
}

/** The literal's users that may match here. */
function* usersAt(search: Search, entry: number, start: number): Generator<number> {
  const { memory, tables, end } = search;
  const { count, needed, generic, ranges, user, outline, maxLength, lookBehind, head, range } = LAYOUT.test;
  const kinds = tables + readU32(memory, tables + LAYOUT.header.kinds);
  const tests = tables + readU32(memory, entry + LAYOUT.entry.tests);
  let test = tests + count;
  for (let left = readU32(memory, tests); left > 0; left--) {
    const behind = test + head + memory[test + ranges]! * range;
    let at = test + head;
    if (start + memory[test + needed]! <= end) while (at < behind && isWithin(memory, kinds, at, start)) at += range;
    const begins = at === behind && start + memory[test + needed]! <= end;
    const outlineOffset = readU32(memory, test + outline);
    if (
      begins &&
      (memory[test + generic] === 0 || mayBeAssignment(search, kinds, start)) &&
      (outlineOffset === 0 ||
        meets(
          search,
          tables + outlineOffset,
          start,
          readU32(memory, test + lookBehind),
          readU32(memory, test + maxLength),
        ))
    ) {
      yield readU32(memory, test + user);
    }
    test = behind;
  }
}

function isWithin(memory: Uint8Array, kinds: number, range: number, start: number): boolean {
  const [plane = 0, bit = 0, from = 0, to = 0] = memory.subarray(range, range + LAYOUT.test.range);
  const set = kinds + 256 * (1 + plane);
  for (let position = from; position < to; position++) {
    if ((memory[set + memory[start + position]!]! & bit) === 0) return false;
  }
  return true;
}

/** See assembly/prefilter.ts. */
function mayBeAssignment({ memory, end }: Search, kinds: number, start: number): boolean {
  const kindAt = (at: number): number => memory[kinds + memory[at]!]!;
  let at = start;
  for (const limit = Math.min(end, start + NAME_REST); at < limit && kindAt(at) === AFTER_WORD.name;) at++;
  let blanks = 0;
  for (const limit = Math.min(end, at + BETWEEN); at < limit; at++) {
    const kind = kindAt(at);
    if (kind === AFTER_WORD.blank) blanks++;
    else if (kind !== AFTER_WORD.closing) break;
  }
  if (end - at <= VALUE) return false;
  if (kindAt(at) === AFTER_WORD.assigns) return true;
  if (blanks === 0) return false;
  const next = memory[at]!;
  const following = memory[at + 1]!;
  return (
    memory[start] === DASH ||
    (next | 0x20) === LOWER_V ||
    ((next | 0x20) === LOWER_S && (following | 0x20) === LOWER_T) ||
    (next === DOT && following === EQUALS)
  );
}
