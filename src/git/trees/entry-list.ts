import { Growing32 } from '../../kernel/growing.ts';

/** Copies of fewer numbers are made one by one: a view costs more than they do. */
const FEW = 256;

/** A tree as the entries it has, by number, and where each ends, in bytes of the tree. */
export interface EntryList {
  readonly ids: Growing32;
  readonly ends: Growing32;
}

export function newEntryList(): EntryList {
  return { ids: new Growing32(), ends: new Growing32() };
}

/** Bytes of the tree. */
export function listBytes({ ends }: EntryList): number {
  return ends.length === 0 ? 0 : ends.array[ends.length - 1]!;
}

/**
 * Index of the entry that holds the byte at `position`; the length when it is behind all. `from` is an index that is
 * not behind it: the search doubles its steps from there, and then halves.
 */
export function entryAt({ ends }: EntryList, position: number, from: number): number {
  const { array, length } = ends;
  let low = from;
  let step = 1;
  while (low + step <= length && array[low + step - 1]! <= position) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step - 1, length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (array[middle]! > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Appends entries `from` to `to` of another list; `end` is where the list has ended so far. Gives the new end. */
export function appendEntries(target: EntryList, source: EntryList, from: number, to: number, end: number): number {
  const count = to - from;
  const at = target.ids.length;
  target.ids.reserve(count);
  target.ends.reserve(count);
  const ids = target.ids.array;
  const ends = target.ends.array;
  const oldIds = source.ids.array;
  const oldEnds = source.ends.array;
  const shift = end - (from === 0 ? 0 : oldEnds[from - 1]!);
  if (count > FEW) ids.set(oldIds.subarray(from, to), at);
  else for (let index = 0; index < count; index++) ids[at + index] = oldIds[from + index]!;
  if (count > FEW && shift === 0) ends.set(oldEnds.subarray(from, to), at);
  else for (let index = 0; index < count; index++) ends[at + index] = oldEnds[from + index]! + shift;
  target.ids.length = at + count;
  target.ends.length = at + count;
  return oldEnds[to - 1]! + shift;
}
