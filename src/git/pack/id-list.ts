import { compareIds, wordAt } from './object-table.ts';

/** Object ids in ascending order; an id may stand in it more than once. */
export interface IdList {
  readonly length: number;
  /** 20 or 32 bytes each. On a shared buffer, so that it can become a part of the object table. */
  readonly oids: Uint8Array;
}

/** A list with room for so many ids. */
export function emptyIds(length: number, idBytes: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(length * idBytes));
}

/**
 * Says whether ids ascend and their first bytes are distributed as an index' fanout table has it; see gitformat-pack(5).
 * `fanout` has 256 numbers.
 */
export function agreesWithFanout(
  oids: Uint8Array,
  length: number,
  idBytes: number,
  fanout: readonly number[],
): boolean {
  let previous = 0;
  let bucket = 0;
  for (let index = 0; index < length; index++) {
    const at = index * idBytes;
    const word = wordAt(oids, at);
    if (word < previous) return false;
    if (index > 0 && word === previous && compareIds(oids, at - idBytes, oids, at, idBytes) > 0) return false;
    previous = word;
    for (; bucket < word >>> 24; bucket++) if (fanout[bucket] !== index) return false;
  }
  for (; bucket < 256; bucket++) if (fanout[bucket] !== length) return false;
  return true;
}

/** Distinct ids of several lists, and for each list the position among them that each of its ids has. */
export interface MergedIds {
  readonly length: number;
  readonly oids: Uint8Array;
  /** Undefined where the positions are the same as in the list. */
  readonly positions: readonly (Uint32Array | undefined)[];
}

/** Merges lists into one without repetition, ascending. */
export function mergeIds(lists: readonly IdList[], idBytes: number): MergedIds {
  const filled = lists.filter((list) => list.length > 0);
  const [only] = filled;
  if (only !== undefined && filled.length === 1 && isDistinct(only, idBytes)) {
    return { length: only.length, oids: only.oids, positions: lists.map(() => undefined) };
  }
  const count = lists.reduce((sum, list) => sum + list.length, 0);
  const all = new Uint8Array(count * idBytes);
  let end = 0;
  for (const list of lists) {
    all.set(list.oids.subarray(0, list.length * idBytes), end);
    end += list.length * idBytes;
  }
  const words = new Uint32Array(count);
  for (let index = 0; index < count; index++) words[index] = wordAt(all, index * idBytes);
  const compare = (a: number, b: number): number =>
    (words[a] ?? 0) - (words[b] ?? 0) || compareIds(all, a * idBytes, all, b * idBytes, idBytes);
  const lengths = lists.map((list) => list.length);
  const order = mergeRuns(lengths, compare);

  const positions = new Uint32Array(count);
  const firsts = new Uint32Array(count);
  let distinct = 0;
  for (let index = 0; index < count; index++) {
    const entry = order[index] ?? 0;
    if (index === 0 || compare(order[index - 1] ?? 0, entry) !== 0) firsts[distinct++] = entry;
    positions[entry] = distinct - 1;
  }
  const oids = emptyIds(distinct, idBytes);
  for (let position = 0; position < distinct; position++) {
    const from = (firsts[position] ?? 0) * idBytes;
    for (let index = 0; index < idBytes; index++) oids[position * idBytes + index] = all[from + index] ?? 0;
  }
  let start = 0;
  return { length: distinct, oids, positions: lengths.map((length) => positions.subarray(start, (start += length))) };
}

function isDistinct(list: IdList, idBytes: number): boolean {
  for (let index = 1; index < list.length; index++) {
    const at = index * idBytes;
    if (compareIds(list.oids, at - idBytes, list.oids, at, idBytes) === 0) return false;
  }
  return true;
}

/** Merges runs of what is in ascending order, two neighbours at a time, until one is left: gives positions in order. */
function mergeRuns(lengths: readonly number[], compare: (a: number, b: number) => number): Uint32Array {
  let starts = [0];
  for (const length of lengths) starts.push((starts.at(-1) ?? 0) + length);
  const count = starts.at(-1) ?? 0;
  let from = new Uint32Array(count);
  for (let index = 0; index < count; index++) from[index] = index;
  let to = new Uint32Array(count);
  while (starts.length > 2) {
    const merged = [0];
    for (let run = 0; run + 1 < starts.length; run += 2) {
      const middle = starts[run + 1] ?? count;
      const end = starts[run + 2] ?? middle;
      let left = starts[run] ?? 0;
      let right = middle;
      for (let place = left; place < end; place++) {
        const takeLeft = left < middle && (right === end || compare(from[left] ?? 0, from[right] ?? 0) <= 0);
        to[place] = from[takeLeft ? left++ : right++] ?? 0;
      }
      merged.push(end);
    }
    [from, to] = [to, from];
    starts = merged;
  }
  return from;
}

/** For each value of the first bits of an id the first row with it or more: about four rows a value. */
export function fanoutOf(oids: Uint8Array, length: number, idBytes: number): Uint32Array {
  const bits = Math.min(22, Math.max(4, Math.ceil(Math.log2(length / 4 + 1))));
  const shift = 32 - bits;
  const fanout = new Uint32Array(new SharedArrayBuffer((2 ** bits + 1) * 4));
  let bucket = 0;
  for (let row = 0; row < length; row++) {
    const own = wordAt(oids, row * idBytes) >>> shift;
    while (bucket < own) fanout[++bucket] = row;
  }
  while (bucket < 2 ** bits) fanout[++bucket] = length;
  return fanout;
}
