import { NODE } from './delta-unit.ts';
import type { DeltaUnit } from './delta-unit.ts';
import type { ObjectColumns } from './object-table.ts';

const ROOM = 1024;

/** Gathers the nodes of a unit, in depth-first preorder, and makes the unit of them. */
export class UnitWriter {
  readonly #columns: ObjectColumns;
  #rows = new Uint32Array(ROOM);
  #parents = new Int32Array(ROOM);
  #context = new Uint8Array(ROOM);
  #length = 0;

  constructor(columns: ObjectColumns) {
    this.#columns = columns;
  }

  /** Nodes since the last unit. */
  get length(): number {
    return this.#length;
  }

  /** Adds an object with the index of its base's node, or -1; gives the index of its own. */
  add(row: number, parent: number, isContext: boolean): number {
    const node = this.#length++;
    if (node === this.#rows.length) {
      this.#rows = doubled(this.#rows, new Uint32Array(node * 2));
      this.#parents = doubled(this.#parents, new Int32Array(node * 2));
      this.#context = doubled(this.#context, new Uint8Array(node * 2));
    }
    this.#rows[node] = row;
    this.#parents[node] = parent;
    this.#context[node] = isContext ? NODE.context : 0;
    return node;
  }

  /** The unit of all nodes added since the last one. */
  take(): DeltaUnit {
    const length = this.#length;
    this.#length = 0;
    const buffer = new ArrayBuffer(length * 27);
    // Ordered by width, so that each stands at a multiple of it.
    const offsets = new Float64Array(buffer, 0, length);
    const rows = new Uint32Array(buffer, length * 8, length);
    const parents = new Int32Array(buffer, length * 12, length);
    const lengths = new Uint32Array(buffer, length * 16, length);
    const sizes = new Uint32Array(buffer, length * 20, length);
    const packs = new Uint16Array(buffer, length * 24, length);
    const flags = new Uint8Array(buffer, length * 26, length);
    rows.set(this.#rows.subarray(0, length));
    parents.set(this.#parents.subarray(0, length));
    const columns = this.#columns;
    const hasChild = new Uint8Array(length);
    let bytes = 0;
    for (let node = length - 1; node >= 0; node--) {
      const row = rows[node] ?? 0;
      const own = columns.lengths[row] ?? 0;
      offsets[node] = columns.offsets[row] ?? 0;
      lengths[node] = own;
      sizes[node] = columns.sizes[row] ?? 0;
      packs[node] = columns.packOf[row] ?? 0;
      bytes += own;
      // Children stand behind their parents, so the first one met from the end is the last.
      const parent = parents[node] ?? -1;
      const isLast = parent >= 0 && hasChild[parent] === 0;
      if (isLast) hasChild[parent] = 1;
      const isLeaf = hasChild[node] === 0;
      flags[node] = (this.#context[node] ?? 0) | (isLast ? NODE.last : 0) | (isLeaf ? NODE.leaf : 0);
    }
    return { length, bytes, buffer, rows, parents, packs, offsets, lengths, sizes, flags };
  }
}

function doubled<Column extends { set(from: Column): void }>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
