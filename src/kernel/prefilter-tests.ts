import { LAYOUT } from './prefilter-layout.ts';
import { isImplied } from './prefilter-outline.ts';
import type { Outline } from './prefilter-outline.ts';
import { possibleBytes } from './prefilter-window.ts';
import type { PrefilterLiteral, PrefilterUser } from './prefilter-tables.ts';
import { writeU32 } from './reference/words.ts';

/** Planes of 256 bytes hold eight sets of bytes each; a plane's number must fit into a byte. */
const SETS = 255 * 8;
const MAX_PREFIX = 255;

/** The sets of bytes met so far. */
export interface ByteSets {
  /** Number of each set by its key, which is its 256 flags as a string of 0 and 1. */
  readonly numbers: Map<string, number>;
  /** Keys found already: the same few arrays come again and again. */
  readonly keys: Map<Uint8Array, string>;
}

/** A test of one user, but for what stands elsewhere in the tables. */
export interface UserTest {
  readonly user: number;
  /** Its ranges, encoded as {@link LAYOUT.test} says. */
  readonly ranges: readonly number[];
  readonly needed: number;
  readonly generic: boolean;
  readonly outline: Outline | undefined;
  readonly maxLength: number;
  readonly lookBehind: number;
}

const RANGE = 4;
const NO_LIMIT = 0xffffffff;

/**
 * What is left to test at an occurrence of the literal, for each user that may match there.
 *
 * @param sets Grows by the sets of bytes that are new.
 * @throws RangeError when there are more than 2,040 sets of bytes or a prefix is longer than 255.
 */
export function testsOf(literal: PrefilterLiteral, sets: ByteSets): readonly UserTest[] {
  return literal.users.flatMap((user): readonly UserTest[] => {
    const ranges = rangesToTest(literal, user, sets);
    if (ranges === undefined) return [];
    const encoded = ranges.flatMap(({ key, from, to }) => {
      const number = sets.numbers.get(key) ?? sets.numbers.size;
      sets.numbers.set(key, number);
      if (number >= SETS) throw new RangeError('Too many distinct sets of bytes.');
      return [number >> 3, 1 << (number & 7), from, to];
    });
    const { id, prefix, generic, outline, maxLength = NO_LIMIT, lookBehind = 0 } = user;
    const outlined = outline !== undefined && !isImplied(outline, prefix, maxLength);
    return [
      {
        user: id,
        ranges: encoded,
        needed: prefix.length,
        generic,
        outline: outlined ? outline : undefined,
        maxLength,
        lookBehind,
      },
    ];
  });
}

/** Bytes that tests take in the tables. */
export function testsSize(tests: readonly UserTest[]): number {
  return tests.reduce<number>((size, { ranges }) => size + LAYOUT.test.head + ranges.length, LAYOUT.test.count);
}

/** Writes tests where they belong. @param outlineAt Where an outline stands. */
export function writeTests(
  tables: Uint8Array,
  offset: number,
  tests: readonly UserTest[],
  outlineAt: (outline: Outline) => number,
): void {
  const { count, needed, generic, ranges, user, outline, maxLength, lookBehind, head } = LAYOUT.test;
  writeU32(tables, offset, tests.length);
  let at = offset + count;
  for (const test of tests) {
    tables[at + needed] = test.needed;
    tables[at + generic] = Number(test.generic);
    tables[at + ranges] = test.ranges.length / RANGE;
    writeU32(tables, at + user, test.user);
    writeU32(tables, at + outline, test.outline === undefined ? 0 : outlineAt(test.outline));
    writeU32(tables, at + maxLength, test.maxLength);
    writeU32(tables, at + lookBehind, test.lookBehind);
    tables.set(test.ranges, at + head);
    at += head + test.ranges.length;
  }
}

interface Range {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** Ranges of positions that share a set of bytes and that the literal does not already vouch for. */
function rangesToTest(
  literal: PrefilterLiteral,
  { prefix }: PrefilterUser,
  sets: ByteSets,
): readonly Range[] | undefined {
  if (prefix.length > MAX_PREFIX) throw new RangeError('A prefix is too long.');
  const ranges: Range[] = [];
  for (const [position, set] of prefix.entries()) {
    if (position < literal.literal.length) {
      const allowed = possibleBytes(literal, position).map((byte) => set[byte] !== 0);
      if (!allowed.includes(true)) return undefined;
      if (!allowed.includes(false)) continue;
    }
    const key = keyOf(set, sets);
    const last = ranges.at(-1);
    if (last?.key === key && last.to === position) ranges[ranges.length - 1] = { ...last, to: position + 1 };
    else ranges.push({ key, from: position, to: position + 1 });
  }
  return ranges;
}

function keyOf(set: Uint8Array, { keys }: ByteSets): string {
  const key = keys.get(set) ?? Array.from(set, (flag) => (flag === 0 ? '0' : '1')).join('');
  keys.set(set, key);
  return key;
}
