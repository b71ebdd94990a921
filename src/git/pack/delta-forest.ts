import { LEFT_OUT } from './delta-unit.ts';
import type { UnitPlan } from './delta-unit.ts';
import { NO_BASE } from './object-table.ts';
import type { ObjectColumns, ObjectType } from './object-table.ts';

/** Objects of one type with the deltas on them. Arrays have one element a row of the table unless told otherwise. */
export interface DeltaForest {
  /** Rows of whole objects, ascending. */
  readonly roots: Uint32Array;
  /** The deltas on row r stand in `children` from `starts[r]` to `starts[r + 1]`, that with the most on it last. */
  readonly starts: Uint32Array;
  readonly children: Uint32Array;
  /** Objects to be built in a row's subtree, itself included; 0 for what is not asked for nor leads to such. */
  readonly weights: Uint32Array;
  readonly fallback: UnitPlan['fallback'];
}

/**
 * Finds the deltas on every object of a type. Takes time in proportion to the rows. Since types are resolved, every
 * chain ends at a whole object of the same type.
 */
export function deltaForest(
  columns: ObjectColumns,
  type: ObjectType,
  maxEntryBytes: number,
  wanted: Uint8Array | undefined,
): DeltaForest {
  const { roots, starts, children, order } = link(columns, type);
  const { bases, length } = columns;
  const leftOut = leaveOutLarge(columns, order, maxEntryBytes);
  const weights = new Uint32Array(length);
  for (let place = order.length - 1; place >= 0; place--) {
    const row = order[place] ?? 0;
    // What stands on it is weighed already.
    const above = weights[row] ?? 0;
    const asked = wanted === undefined || wanted[row] !== 0;
    const weight = leftOut[row] === 0 && (asked || above > 0) ? above + 1 : 0;
    weights[row] = weight;
    const base = bases[row] ?? NO_BASE;
    if (base !== NO_BASE) weights[base] = (weights[base] ?? 0) + weight;
  }
  for (const row of order) heaviestLast(children, starts[row] ?? 0, starts[row + 1] ?? 0, weights);
  return { roots, starts, children, weights, fallback: fallbackOf(leftOut, wanted) };
}

/** Links bases to their deltas. `order` has all rows of the type, every base before what builds on it. */
function link({ length, types, bases }: ObjectColumns, type: ObjectType) {
  const starts = new Uint32Array(length + 1);
  let count = 0;
  let rootCount = 0;
  for (let row = 0; row < length; row++) {
    if (types[row] !== type) continue;
    count++;
    const base = bases[row] ?? NO_BASE;
    if (base === NO_BASE) rootCount++;
    else starts[base] = (starts[base] ?? 0) + 1;
  }
  for (let row = 0, sum = 0; row <= length; row++) {
    sum += starts[row] ?? 0;
    starts[row] = sum;
  }
  const children = new Uint32Array(count - rootCount);
  const order = new Uint32Array(count);
  // From the end on, so that deltas come to stand in the order of their rows and `starts` at the first of them.
  for (let row = length - 1, root = rootCount; row >= 0; row--) {
    if (types[row] !== type) continue;
    const base = bases[row] ?? NO_BASE;
    if (base === NO_BASE) {
      order[--root] = row;
    } else {
      const place = (starts[base] ?? 0) - 1;
      starts[base] = place;
      children[place] = row;
    }
  }
  let end = rootCount;
  for (let place = 0; place < end; place++) {
    const row = order[place] ?? 0;
    for (let child = starts[row] ?? 0; child < (starts[row + 1] ?? 0); child++) order[end++] = children[child] ?? 0;
  }
  return { roots: order.subarray(0, rootCount), starts, children, order };
}

/** For each row why it is left out, or 0. */
function leaveOutLarge(
  { length, sizes, lengths, bases }: ObjectColumns,
  order: Uint32Array,
  maxEntryBytes: number,
): Uint8Array {
  const leftOut = new Uint8Array(length);
  for (const row of order) {
    const base = bases[row] ?? NO_BASE;
    // A pack with holes can claim any length for what is compressed, too.
    if (Math.max(sizes[row] ?? 0, lengths[row] ?? 0) > maxEntryBytes) leftOut[row] = LEFT_OUT.large;
    else if (base !== NO_BASE && leftOut[base] !== 0) leftOut[row] = LEFT_OUT.base;
  }
  return leftOut;
}

/** Brings the heaviest of some rows to their end and leaves the others in order. */
function heaviestLast(rows: Uint32Array, start: number, end: number, weights: Uint32Array): void {
  let heaviest = start;
  for (let place = start + 1; place < end; place++) {
    if ((weights[rows[place] ?? 0] ?? 0) >= (weights[rows[heaviest] ?? 0] ?? 0)) heaviest = place;
  }
  const row = rows[heaviest] ?? 0;
  if (heaviest >= end - 1) return;
  rows.copyWithin(heaviest, heaviest + 1, end);
  rows[end - 1] = row;
}

function fallbackOf(leftOut: Uint8Array, wanted: Uint8Array | undefined): UnitPlan['fallback'] {
  const isAsked = (row: number): boolean => leftOut[row] !== 0 && (wanted === undefined || wanted[row] !== 0);
  let count = 0;
  for (let row = 0; row < leftOut.length; row++) if (isAsked(row)) count++;
  const rows = new Uint32Array(count);
  const reasons = new Uint8Array(count);
  for (let row = 0, next = 0; next < count; row++) {
    if (!isAsked(row)) continue;
    rows[next] = row;
    reasons[next++] = leftOut[row] ?? 0;
  }
  return { rows, reasons };
}
