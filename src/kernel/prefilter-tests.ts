import { possibleBytes } from './prefilter-window.ts';
import type { PrefilterLiteral, PrefilterUser } from './prefilter-tables.ts';

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

/**
 * What is left to test at an occurrence of the literal, encoded as {@link LAYOUT.test} says.
 *
 * @param sets Grows by the sets of bytes that are new.
 * @returns `undefined` when there is nothing to test; `never` when nothing can match.
 * @throws RangeError when there are more than 2,040 sets of bytes or a prefix is longer than 255.
 */
export function encodeTests(literal: PrefilterLiteral, sets: ByteSets): Uint8Array | 'never' | undefined {
  const tests = new Map<string, readonly number[]>();
  for (const user of literal.users) {
    const ranges = rangesToTest(literal, user, sets);
    if (ranges === undefined) continue;
    if (ranges.length === 0 && !user.generic && user.prefix.length <= literal.literal.length) return undefined;
    const encoded = ranges.flatMap(({ key, from, to }) => {
      const number = sets.numbers.get(key) ?? sets.numbers.size;
      sets.numbers.set(key, number);
      if (number >= SETS) throw new RangeError('Too many distinct sets of bytes.');
      return [number >> 3, 1 << (number & 7), from, to];
    });
    const test = [user.prefix.length, Number(user.generic), ranges.length, 0, ...encoded];
    tests.set(test.join(' '), test);
  }
  if (tests.size === 0) return 'never';
  return Uint8Array.from([tests.size & 0xff, tests.size >> 8, 0, 0, ...[...tests.values()].flat()]);
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
