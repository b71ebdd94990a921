import { LOOSE, NO_BASE, OBJECT_PROBLEM, OBJECT_TYPE, SATURATED } from './object-table.ts';
import type { ObjectColumns, ObjectProblem, ObjectTable } from './object-table.ts';

const NONE = -1;

/**
 * Fills the rows of a table with the first good copy of each object, and keeps further copies for the case that the
 * first one cannot be resolved. Types of deltas are left open.
 */
export class TableBuilder {
  readonly table: ObjectTable;
  readonly #columns: ObjectColumns;
  /** Copies beyond the first, in parallel arrays of the size they can have at most. */
  readonly #spare;
  #spares = 0;
  /** First spare copy of each row; further ones by `next`. Empty where every object stands in one place only. */
  readonly #firstSpare: Int32Array;

  /** `entries` are the copies there may be in all. */
  constructor(table: ObjectTable, entries: number) {
    this.table = table;
    this.#columns = table.columns;
    const room = entries - table.length;
    this.#spare = {
      packs: new Uint16Array(room),
      offsets: new Float64Array(room),
      lengths: new Uint32Array(room),
      sizes: new Uint32Array(room),
      types: new Uint8Array(room),
      bases: new Int32Array(room),
      next: new Int32Array(room),
    };
    this.#firstSpare = new Int32Array(room === 0 ? 0 : table.length).fill(NONE);
  }

  /** True for a row that no copy was given for, or only bad ones. */
  isOpen(row: number): boolean {
    return this.#columns.types[row] === OBJECT_TYPE.unknown && this.#columns.bases[row] === NO_BASE;
  }

  /** Notes a copy that cannot be used. */
  addBad(row: number, pack: number, offset: number, problem: ObjectProblem): void {
    if (!this.isOpen(row)) return;
    const columns = this.#columns;
    columns.packOf[row] = pack;
    columns.offsets[row] = offset;
    columns.problems[row] = problem;
  }

  /** Notes a copy: a whole object with its type, or a delta with its base and no type. See {@link ObjectColumns}. */
  add(row: number, pack: number, offset: number, length: number, size: number, type: number, base: number): void {
    if (this.isOpen(row)) {
      const columns = this.#columns;
      columns.packOf[row] = pack;
      columns.offsets[row] = offset;
      columns.lengths[row] = Math.min(length, SATURATED);
      columns.sizes[row] = Math.min(size, SATURATED);
      columns.types[row] = type;
      columns.bases[row] = base;
      columns.problems[row] = OBJECT_PROBLEM.none;
      return;
    }
    const spare = this.#spare;
    const index = this.#spares++;
    spare.packs[index] = pack;
    spare.offsets[index] = offset;
    spare.lengths[index] = Math.min(length, SATURATED);
    spare.sizes[index] = Math.min(size, SATURATED);
    spare.types[index] = type;
    spare.bases[index] = base;
    spare.next[index] = this.#firstSpare[row] ?? NONE;
    this.#firstSpare[row] = index;
  }

  /**
   * Puts another copy of the object in its row: a whole one, or a delta on an object whose type is known, so that the
   * row ends there for sure. False when there is none.
   */
  useSpare(row: number): boolean {
    const spare = this.#spare;
    const columns = this.#columns;
    for (let index = this.#firstSpare[row] ?? NONE; index !== NONE; index = spare.next[index] ?? NONE) {
      const base = spare.bases[index] ?? NO_BASE;
      const type = base === NO_BASE ? spare.types[index] : columns.types[base];
      if (type === undefined || type === OBJECT_TYPE.unknown) continue;
      columns.packOf[row] = spare.packs[index] ?? LOOSE;
      columns.offsets[row] = spare.offsets[index] ?? 0;
      columns.lengths[row] = spare.lengths[index] ?? 0;
      columns.sizes[row] = spare.sizes[index] ?? 0;
      columns.types[row] = type;
      columns.bases[row] = base;
      columns.problems[row] = OBJECT_PROBLEM.none;
      return true;
    }
    return false;
  }
}
