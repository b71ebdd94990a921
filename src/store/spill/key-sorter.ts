import { compareKeys, pick } from '../../model/collection.ts';
import type { Collection } from '../../model/collection.ts';
import { SpilledList } from './spilled-list.ts';
import type { TemporaryFile } from './temporary-file.ts';

/** UTF-16 units of keys that are sorted at once. */
const RUN_UNITS = 8 * 2 ** 20;

/** A key, and the position of its element. */
type Entry = readonly [key: string, position: number];

/**
 * Finds the order of more keys than memory holds: sorts runs of them, keeps each run in a file, and merges them. Only
 * positions are moved, four bytes each; the elements stay where they are.
 */
export class KeySorter {
  readonly #openFile: () => TemporaryFile;
  readonly #runs: SpilledList<Entry>[] = [];
  #run: Entry[] = [];
  #units = 0;
  #length = 0;

  constructor(openFile: () => TemporaryFile) {
    this.#openFile = openFile;
  }

  /** Takes the key of the next element. */
  add(key: string): void {
    this.#run.push([key, this.#length]);
    this.#length += 1;
    this.#units += key.length;
    if (this.#units > RUN_UNITS) this.#endRun();
  }

  /** The elements in the order of their keys; equal ones in the order they came. */
  arrange<T>(elements: Collection<T>): Collection<T> {
    this.#endRun();
    const positions = new Uint32Array(this.#length);
    let index = 0;
    for (const [, position] of merged(this.#runs)) positions[index++] = position;
    return pick(elements, positions);
  }

  #endRun(): void {
    const run = new SpilledList<Entry>(this.#openFile());
    for (const entry of this.#run.sort(compareEntries)) run.append(JSON.stringify(entry));
    this.#runs.push(run);
    this.#run = [];
    this.#units = 0;
  }
}

function compareEntries(a: Entry, b: Entry): number {
  return compareKeys(a[0], b[0]) || a[1] - b[1];
}

interface Head {
  readonly entry: Entry;
  readonly rest: Iterator<Entry>;
}

/** Merges sorted runs, of which there are few, by looking at the head of each. */
function* merged(runs: readonly Iterable<Entry>[]): Generator<Entry> {
  const heads = runs.flatMap((run) => headOf(run[Symbol.iterator]()));
  while (heads.length > 0) {
    let least = 0;
    for (let index = 1; index < heads.length; index++) {
      if (isBefore(heads[index], heads[least])) least = index;
    }
    const head = heads[least];
    if (head === undefined) return;
    yield head.entry;
    heads.splice(least, 1, ...headOf(head.rest));
  }
}

function headOf(rest: Iterator<Entry>): readonly Head[] {
  const next = rest.next();
  return next.done === true ? [] : [{ entry: next.value, rest }];
}

function isBefore(a: Head | undefined, b: Head | undefined): boolean {
  return a !== undefined && b !== undefined && compareEntries(a.entry, b.entry) < 0;
}
