import { deltaForest } from './delta-forest.ts';
import type { DeltaForest } from './delta-forest.ts';
import type { DeltaUnit, UnitOptions, UnitPlan } from './delta-unit.ts';
import type { ObjectColumns, ObjectTable, ObjectType } from './object-table.ts';
import { UnitWriter } from './unit-writer.ts';

const UNIT_BYTES = 2 * 1024 * 1024;
const MAX_ENTRY_BYTES = 64 * 1024 * 1024;

/** What any object costs besides its bytes, in compressed bytes that take as long to inflate. */
const OBJECT_COST = 64;
/** Bytes of a built object that take as long to copy as one compressed byte takes to inflate. */
const COPIES_A_BYTE = 64;
/** Ancestors that a unit builds anew may cost this part of the unit before. */
const CONTEXT_PART = 8;

/**
 * Cuts all objects of a type into units of work for workers, each to be dealt with on its own. A tree of deltas that is
 * larger than a unit is cut where building the bases anew costs little beside what the units save by being shared.
 */
export function planUnits(table: ObjectTable, type: ObjectType, options: UnitOptions = {}): UnitPlan {
  const { wanted, unitBytes = UNIT_BYTES, maxEntryBytes = MAX_ENTRY_BYTES } = options;
  const { columns } = table;
  const forest = deltaForest(columns, type, maxEntryBytes, wanted);
  return { units: cutForest(columns, forest, unitBytes, wanted), fallback: forest.fallback };
}

function* cutForest(
  columns: ObjectColumns,
  { roots, starts, children, weights }: DeltaForest,
  unitBytes: number,
  wanted: Uint8Array | undefined,
): Generator<DeltaUnit> {
  const writer = new UnitWriter(columns);
  const path = new Path();
  let cost = 0;

  const isFull = (): boolean => cost >= unitBytes && path.cost * CONTEXT_PART <= cost;
  const take = (): DeltaUnit => {
    const unit = writer.take();
    cost = 0;
    path.moveTo(writer);
    return unit;
  };
  const visit = (row: number): void => {
    const own = costOf(columns, row, path.depth === 0 ? row : path.row(0));
    cost += own;
    const node = writer.add(row, path.depth === 0 ? -1 : path.node, wanted !== undefined && wanted[row] === 0);
    path.push(row, node, own, starts[row] ?? 0);
  };
  for (const root of roots) {
    if (weights[root] === 0) continue;
    if (isFull()) yield take();
    visit(root);
    while (path.depth > 0) {
      const child = path.takeChild(starts);
      if (child < 0) path.pop();
      else if (weights[children[child] ?? 0] !== 0) {
        if (isFull()) yield take();
        visit(children[child] ?? 0);
      }
    }
  }
  if (writer.length > 0) yield writer.take();
}

/** The work of an object, told in compressed bytes. Of a delta's result it is known only how large its root is. */
function costOf({ lengths, sizes }: ObjectColumns, row: number, root: number): number {
  return (lengths[row] ?? 0) + OBJECT_COST + (sizes[root] ?? 0) / COPIES_A_BYTE;
}

/** The objects from a root down to the one that is visited. Its own stack, since chains can be of any length. */
class Path {
  depth = 0;
  /** Sum of the costs of all of them. */
  cost = 0;
  #rows = new Uint32Array(64);
  #nodes = new Uint32Array(64);
  #nextChildren = new Uint32Array(64);
  #costs = new Float64Array(64);

  row(level: number): number {
    return this.#rows[level] ?? 0;
  }

  /** Node of the innermost one within the unit. */
  get node(): number {
    return this.#nodes[this.depth - 1] ?? 0;
  }

  push(row: number, node: number, cost: number, firstChild: number): void {
    const level = this.depth++;
    if (level === this.#rows.length) this.#grow();
    this.#rows[level] = row;
    this.#nodes[level] = node;
    this.#nextChildren[level] = firstChild;
    this.#costs[level] = cost;
    this.cost += cost;
  }

  pop(): void {
    this.depth--;
    this.cost = this.depth === 0 ? 0 : this.cost - (this.#costs[this.depth] ?? 0);
  }

  /** Index of the next child of the innermost one, or -1 when there is none left. */
  takeChild(starts: Uint32Array): number {
    const level = this.depth - 1;
    const next = this.#nextChildren[level] ?? 0;
    if (next >= (starts[this.row(level) + 1] ?? 0)) return -1;
    this.#nextChildren[level] = next + 1;
    return next;
  }

  /** Adds all of them to a unit that begins, as what must be built but is dealt with elsewhere. */
  moveTo(writer: UnitWriter): void {
    for (let level = 0; level < this.depth; level++) {
      this.#nodes[level] = writer.add(this.row(level), level === 0 ? -1 : (this.#nodes[level - 1] ?? 0), true);
    }
  }

  #grow(): void {
    const room = this.#rows.length * 2;
    const rows = new Uint32Array(room);
    const nodes = new Uint32Array(room);
    const nextChildren = new Uint32Array(room);
    const costs = new Float64Array(room);
    rows.set(this.#rows);
    nodes.set(this.#nodes);
    nextChildren.set(this.#nextChildren);
    costs.set(this.#costs);
    this.#rows = rows;
    this.#nodes = nodes;
    this.#nextChildren = nextChildren;
    this.#costs = costs;
  }
}
