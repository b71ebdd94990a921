import { NO_BASE, OBJECT_PROBLEM, OBJECT_TYPE } from './object-table.ts';
import type { TableBuilder } from './table-builder.ts';

/**
 * Gives every delta the type of the object that it builds on in the end. A delta that builds on nothing usable, or on
 * itself, is replaced by another copy of the object where there is one, else marked with the problem. Takes time in
 * proportion to the rows, whatever the lengths of the chains. May be called again when rows were filled since.
 */
export function resolveTypes(builder: TableBuilder): void {
  const { types, bases, problems, length } = builder.table.columns;
  for (let row = 0; row < length; row++) {
    // Deltas with a base in the table have no other problem than this function gave them.
    if ((bases[row] ?? NO_BASE) !== NO_BASE) problems[row] = OBJECT_PROBLEM.none;
  }
  const onPath = new Uint8Array(length);
  let path = new Uint32Array(1024);
  const isPending = (row: number): boolean =>
    types[row] === OBJECT_TYPE.unknown && problems[row] === OBJECT_PROBLEM.none && (bases[row] ?? NO_BASE) !== NO_BASE;

  for (let first = 0; first < length; first++) {
    let depth = 0;
    let row = first;
    while (isPending(row) && onPath[row] === 0) {
      onPath[row] = 1;
      if (depth === path.length) {
        const longer = new Uint32Array(depth * 2);
        longer.set(path);
        path = longer;
      }
      path[depth++] = row;
      row = bases[row] ?? NO_BASE;
    }
    if (depth === 0) continue;
    // Where the path met itself every row from there on is of the cycle.
    const cycle = isPending(row) ? row : -1;
    let inCycle = cycle !== -1;
    let type = types[row] ?? OBJECT_TYPE.unknown;
    for (let step = depth - 1; step >= 0; step--) {
      const own = path[step] ?? 0;
      if (type !== OBJECT_TYPE.unknown) {
        types[own] = type;
      } else if (builder.useSpare(own)) {
        type = types[own] ?? OBJECT_TYPE.unknown;
        // A cycle that is open in one place is a chain: those already given up end here too.
        for (const above of inCycle ? path.subarray(step + 1, depth) : []) {
          types[above] = type;
          problems[above] = OBJECT_PROBLEM.none;
        }
      } else {
        problems[own] = inCycle ? OBJECT_PROBLEM.cycle : OBJECT_PROBLEM.base;
      }
      if (own === cycle) inCycle = false;
      onPath[own] = 0;
    }
  }
}
