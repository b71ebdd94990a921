import type { NodePayloads } from '../../../../src/git/pack/build-unit.ts';
import type { ObjectTable } from '../../../../src/git/pack/object-table.ts';
import type { TreeEdgesPart } from '../../../../src/git/trees/parts.ts';
import { TreeReader } from '../../../../src/git/trees/tree-reader.ts';
import { readTreeUnit } from '../../../../src/git/trees/tree-unit.ts';
import type { TreeLimits, UnitNodes } from '../../../../src/git/trees/tree-unit.ts';
import { Kernel } from '../../../../src/kernel/kernel.ts';
import { loadKernel } from '../../../../src/kernel/load-kernel.ts';

export type ReadTrees = (
  unit: UnitNodes,
  payloads: NodePayloads,
  table: ObjectTable,
  limits?: Partial<TreeLimits>,
) => TreeEdgesPart;

let shared: Kernel | undefined;

/** One for all units: rooms come back with whatever an earlier one left in them. */
export function kernelWithTrees(): Kernel {
  if (shared === undefined) {
    const calls = loadKernel();
    if (calls === undefined) throw new Error('dist/kernel.wasm is missing: node tools/build-kernel.ts makes it.');
    shared = new Kernel(calls);
  }
  return shared;
}

function readInKernel(...[unit, payloads, table, limits]: Parameters<ReadTrees>): TreeEdgesPart {
  const reader = new TreeReader(kernelWithTrees(), table, limits);
  try {
    return reader.read(unit, payloads);
  } finally {
    reader.close();
  }
}

/** All that read trees, by what does it. */
export const TREE_READERS: readonly (readonly [name: string, read: ReadTrees])[] = [
  ['WebAssembly', readInKernel],
  ['plain TypeScript', readTreeUnit],
];
