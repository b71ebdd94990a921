import { Growing32 } from '../../kernel/growing.ts';
import { NONE } from './parts.ts';
import { PairInterner } from './pair-interner.ts';

/** Paths kept for one blob; a file copied a thousand times tells no more in the thousand-and-first place. */
const MAX_PATHS = 1000;

/** The places, pairs of a blob and a path, that were found in the history. Paths are pairs of a folder and a name. */
export class Places {
  /** Row of the blob and number of the path of each place. */
  readonly pairs = new PairInterner();
  /** Commit that introduced each place, by number, and the last commit that has it, {@link NONE} until it is known. */
  readonly first = new Growing32();
  readonly last = new Growing32();
  /** Numbers of places. */
  readonly atHead = new Set<number>();
  /** Rows of blobs with more paths than are kept, and how often a path was not kept. */
  readonly crowded = new Set<number>();
  dropped = 0;
  /** Number of the folder's path and number of the name. */
  readonly #paths = new PairInterner();
  /** By row. */
  readonly #counts: Uint16Array;

  /** @param rows Rows of the object table. */
  constructor(rows: number) {
    this.#counts = new Uint16Array(rows);
  }

  /** Number of a path; the folder is {@link NONE} for the root. */
  path(folder: number, name: number): number {
    return this.#paths.intern(folder, name);
  }

  /** The same, or -1 when no place has been below it. */
  findPath(folder: number, name: number): number {
    return this.#paths.find(folder, name);
  }

  /** Adds a place unless it is there already or the blob has too many. */
  introduce(row: number, path: number, commit: number): void {
    if (this.#counts[row] === MAX_PATHS) {
      if (this.pairs.find(row, path) >= 0) return;
      this.crowded.add(row);
      this.dropped++;
    } else if (this.pairs.intern(row, path) === this.first.length) {
      this.#counts[row]!++;
      this.first.push(commit);
      this.last.push(NONE);
    }
  }

  /** Numbers of the names of a path, from the root. */
  names(path: number): readonly number[] {
    const names: number[] = [];
    for (let at = path; at !== NONE; at = this.#paths.first.array[at]!) names.push(this.#paths.second.array[at]!);
    return names.reverse();
  }
}
