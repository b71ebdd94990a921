import { deepStrictEqual, strictEqual } from 'node:assert';
import { NODE } from '../../../src/git/pack/delta-unit.ts';
import { OBJECT_TYPE } from '../../../src/git/pack/object-table.ts';
import type { TreeEdgesPart } from '../../../src/git/trees/parts.ts';
import { applyDelta } from '../../../src/kernel/reference/delta.ts';
import { deltaBetween } from '../../git/trees/support/make-delta.ts';
import { memoryTable } from '../../git/trees/support/memory-repository.ts';
import { TREE_READERS } from '../../git/trees/support/tree-readers.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { mutate } from '../mutate.ts';
import type { Random } from '../random.ts';

const ID_BYTES = 20;
const MOST_TREE = 2 ** 16;
const LONGEST_NAME = 4096;
const GITLINK = 0o16;
const MODES = ['100644', '100755', '40000', '120000', '160000', '0100644', '7777777777160000'];
const NAMES = ['a', 'b', 'cc', 'a longer name', 'é', 'x'.repeat(300)];
const BLOBS = Array.from({ length: 12 }, (_, index) => `${index.toString(16)}b`.repeat(ID_BYTES));
const TREES = Array.from({ length: 6 }, (_, index) => `${index}c`.repeat(ID_BYTES));
const ABSENT = 'ee'.repeat(ID_BYTES);
const TABLE = memoryTable([
  ...TREES.map((oid) => [oid, OBJECT_TYPE.tree] as const),
  ...BLOBS.map((oid) => [oid, OBJECT_TYPE.blob] as const),
]);

/** What stands in a tree and how often, by name and row of the child. */
type Counts = ReadonlyMap<string, number>;

/** Chains of trees, each a delta of one before, with changed bytes. */
export const trees: FuzzTarget = {
  name: 'trees',
  promise: 'Both kernels put trees together as is done byte by byte, and tell of damage.',
  share: 170,
  open: () => ({
    make(random) {
      const { payloads, parents } = makeChain(random);
      return {
        input: { payloads, parents },
        run() {
          const expected = expectedTrees(payloads, parents);
          for (const [, read] of TREE_READERS) {
            const limits = { treeBytes: MOST_TREE };
            checkPart(read(unitOf(parents), { inflate: (node) => payloads[node] }, TABLE, limits), expected, parents);
          }
        },
      };
    },
  }),
};

function makeChain(random: Random): { readonly payloads: readonly Uint8Array[]; readonly parents: readonly number[] } {
  const count = 2 + random.below(TREES.length - 1);
  const parents = Array.from({ length: count }, (_, node) => (random.oneIn(5) ? -1 : random.below(node + 1) - 1));
  const whole: Buffer[] = [];
  const payloads = parents.map((parent, node) => {
    const base = parent < 0 ? undefined : whole[parent];
    let bytes = base === undefined || random.oneIn(4) ? randomTree(random) : editedTree(random, base);
    if (random.oneIn(6)) bytes = mutate(random, bytes, [], MOST_TREE);
    whole[node] = bytes;
    const style = {
      shortest: 1 + random.below(30),
      longest: 1 + random.below(200),
      choose: (n: number) => random.below(n),
    };
    const payload = base === undefined ? bytes : deltaBetween(base, bytes, style);
    return random.oneIn(6) ? mutate(random, payload, [], MOST_TREE) : payload;
  });
  return { payloads, parents };
}

function randomTree(random: Random): Buffer {
  return Buffer.concat(Array.from({ length: random.below(14) }, () => randomEntry(random)));
}

function randomEntry(random: Random): Buffer {
  const oid = random.oneIn(8) ? ABSENT : random.pick([...BLOBS, ...TREES]);
  return Buffer.concat([
    Buffer.from(`${random.pick(MODES)} ${random.pick(NAMES)}\0`),
    Buffer.from(oid, 'hex').subarray(0, ID_BYTES),
  ]);
}

/** The tree with entries added, cut out and repeated, wherever they stand. */
function editedTree(random: Random, tree: Buffer): Buffer {
  const at = random.below(tree.length + 1);
  const parts = [
    tree.subarray(0, at),
    randomEntry(random),
    tree.subarray(Math.min(tree.length, at + random.below(60))),
  ];
  return Buffer.concat(random.oneIn(4) ? [...parts, tree.subarray(at)] : parts).subarray(0, MOST_TREE);
}

/** The chain may branch: a node's children stand anywhere behind it. */
function unitOf(parents: readonly number[]) {
  const lastChild = new Map(parents.map((parent, node) => [parent, node]));
  return {
    length: parents.length,
    rows: Uint32Array.from(parents, (_, node) => TABLE.indexOfHex(TREES[node]!)),
    parents: Int32Array.from(parents),
    flags: Uint8Array.from(
      parents,
      (parent, node) =>
        (parent >= 0 && lastChild.get(parent) === node ? NODE.last : 0) + (lastChild.has(node) ? 0 : NODE.leaf),
    ),
  };
}

/** By node, what its bytes say; undefined where there are none, or they are no tree. */
function expectedTrees(payloads: readonly Uint8Array[], parents: readonly number[]): readonly (Counts | undefined)[] {
  const whole: (Uint8Array | undefined)[] = [];
  return payloads.map((payload, node) => {
    const parent = parents[node]!;
    const bytes = parent < 0 ? payload : whole[parent] && resultOf(whole[parent], payload);
    const counts = bytes === undefined || bytes.length > MOST_TREE ? undefined : countsOf(Buffer.from(bytes));
    whole[node] = counts === undefined ? undefined : bytes;
    return counts;
  });
}

function resultOf(base: Uint8Array, delta: Uint8Array): Uint8Array | undefined {
  const target = base.length + delta.length;
  const copies = target + MOST_TREE;
  const memory = new Uint8Array(copies + (delta.length + 1) * 12);
  memory.set(base);
  memory.set(delta, base.length);
  const [length] = applyDelta(memory, base.length, delta.length, 0, base.length, target, MOST_TREE, copies);
  return length < 0 ? undefined : memory.slice(target, target + length);
}

function countsOf(tree: Buffer): Counts | undefined {
  const counts = new Map<string, number>();
  for (let at = 0; at < tree.length;) {
    const zero = tree.indexOf(0, at);
    const head = /^([0-7]+) (.+)$/s.exec(zero < 0 ? '' : tree.toString('latin1', at, zero));
    if (head === null || zero + 1 + ID_BYTES > tree.length) return undefined;
    const [, mode = '', name = ''] = head;
    const row = TABLE.indexOf(tree, zero + 1);
    // Git keeps modes in 16 bits; more digits than that are looked at no further.
    const isGitlink = Number.parseInt(mode.slice(-8), 8) >> 12 === GITLINK;
    const key = `${name.slice(0, LONGEST_NAME)} ${row}`;
    if (row >= 0 && !isGitlink) counts.set(key, (counts.get(key) ?? 0) + 1);
    at = zero + 1 + ID_BYTES;
  }
  return counts;
}

function checkPart(part: TreeEdgesPart, expected: readonly (Counts | undefined)[], parents: readonly number[]): void {
  const told = new Set([...part.rows, ...part.damaged, ...part.limited]);
  strictEqual(told.size, expected.length);
  strictEqual(part.rows.length + part.damaged.length + part.limited.length, expected.length);
  for (const [node, counts] of expected.entries()) {
    const row = TABLE.indexOfHex(TREES[node]!);
    const index = part.rows.indexOf(row);
    strictEqual(index >= 0, counts !== undefined, `tree ${node} was ${index >= 0 ? 'built' : 'left out'}`);
    if (index < 0) continue;
    const parent = parents[node]!;
    const base = part.bases[index] === TABLE.indexOfHex(TREES[parent] ?? '') ? expected[parent] : undefined;
    deepStrictEqual(withEdges(base, part, index), counts);
  }
}

/** What stands in a tree of the part, over what stands in its base. */
function withEdges(base: Counts | undefined, part: TreeEdgesPart, index: number): Counts {
  const counts = new Map(base);
  for (const edge of part.edges.subarray(part.ends[index - 1] ?? 0, part.ends[index])) {
    const entry = edge >>> 1;
    const name = part.names[entry]!;
    const text = Buffer.from(part.nameBytes.subarray(part.nameEnds[name - 1] ?? 0, part.nameEnds[name]));
    const key = `${text.toString('latin1')} ${part.children[entry]}`;
    const count = (counts.get(key) ?? 0) + (edge % 2 === 1 ? -1 : 1);
    if (count === 0) counts.delete(key);
    else counts.set(key, count);
  }
  return counts;
}
