import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NODE } from '../../../src/git/pack/delta-unit.ts';
import { OBJECT_TYPE } from '../../../src/git/pack/object-table.ts';
import { NONE } from '../../../src/git/trees/parts.ts';
import type { TreeEdgesPart } from '../../../src/git/trees/parts.ts';
import { readWholeTree } from '../../../src/git/trees/tree-unit.ts';
import type { TreeLimits } from '../../../src/git/trees/tree-unit.ts';
import { encodeDelta } from '../../support/delta.ts';
import { deltaBetween } from './support/make-delta.ts';
import type { DeltaStyle } from './support/make-delta.ts';
import { memoryTable } from './support/memory-repository.ts';
import { TREE_READERS } from './support/tree-readers.ts';
import type { ReadTrees } from './support/tree-readers.ts';

/** Ids of eight blobs, and of as many trees that a unit is made of. */
const BLOBS = Array.from({ length: 8 }, (_, index) => `${index}b`.repeat(20));
const TREES = Array.from({ length: 8 }, (_, index) => `${index}c`.repeat(20));
const ABSENT = 'ee'.repeat(20);
const TABLE = memoryTable([
  ...TREES.map((oid) => [oid, OBJECT_TYPE.tree] as const),
  ...BLOBS.map((oid) => [oid, OBJECT_TYPE.blob] as const),
]);
const rowOf = (oid: string): number => TABLE.indexOfHex(oid);

type Entry = readonly [head: string, oid: string];

function treeBytes(entries: readonly Entry[]): Buffer {
  return Buffer.concat(
    entries.map(([head, oid]) => Buffer.concat([Buffer.from(`${head}\0`), Buffer.from(oid, 'hex')])),
  );
}

/** Reads a unit in which each tree is a delta of the one before. */
function chainOf(
  read: ReadTrees,
  payloads: readonly Uint8Array[],
  limits?: Partial<TreeLimits>,
  context = -1,
): TreeEdgesPart {
  const { length } = payloads;
  const unit = {
    length,
    rows: Uint32Array.from(payloads, (_, node) => rowOf(TREES[node % TREES.length]!)),
    parents: Int32Array.from(payloads, (_, node) => node - 1),
    flags: Uint8Array.from(
      payloads,
      (_, node) => NODE.last + (node === length - 1 ? NODE.leaf : 0) + (node === context ? NODE.context : 0),
    ),
  };
  return read(unit, { inflate: (node) => payloads[node] }, TABLE, limits);
}

/** The edges of one tree of a part as text, sorted: what is gone from the base has a minus. */
function edgesOf(part: TreeEdgesPart, tree: number): readonly string[] {
  const edges = part.edges.subarray(part.ends[tree - 1] ?? 0, part.ends[tree]);
  return [...edges]
    .map((edge) => `${edge % 2 === 1 ? '-' : '+'}${nameOf(part, edge >>> 1)} ${part.children[edge >>> 1]}`)
    .sort();
}

function nameOf({ names, nameBytes, nameEnds }: TreeEdgesPart, entry: number): string {
  const name = names[entry]!;
  return Buffer.from(nameBytes.subarray(nameEnds[name - 1] ?? 0, nameEnds[name])).toString();
}

/** What the entries say, and how often. */
function counted(entries: readonly Entry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [head, oid] of entries) {
    const text = `${head.slice(head.indexOf(' ') + 1)} ${rowOf(oid)}`;
    if (!head.startsWith('160000') && rowOf(oid) >= 0) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

/** Adds up edges over a base. */
function applied(base: ReadonlyMap<string, number>, edges: readonly string[]): Map<string, number> {
  const counts = new Map(base);
  for (const edge of edges) {
    const count = (counts.get(edge.slice(1)) ?? 0) + (edge.startsWith('+') ? 1 : -1);
    if (count === 0) counts.delete(edge.slice(1));
    else counts.set(edge.slice(1), count);
  }
  return counts;
}

const entry: fc.Arbitrary<Entry> = fc.tuple(
  fc
    .tuple(
      fc.constantFrom('100644', '100755', '40000', '120000', '160000'),
      fc.constantFrom('a', 'b', 'cc', 'a longer name', 'é'),
    )
    .map((parts) => parts.join(' ')),
  fc.constantFrom(...BLOBS, ABSENT),
);
/** Few enough that trees have much in common, and some of it more than once. */
const common = fc.tuple(fc.constantFrom('100644 a', '40000 bb'), fc.constantFrom(...BLOBS.slice(0, 3)));
const entries = fc.array(fc.oneof({ weight: 3, arbitrary: common }, { weight: 1, arbitrary: entry }), {
  maxLength: 24,
});
const style: fc.Arbitrary<DeltaStyle> = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 90 }), fc.nat({ max: 7 }))
  .map(([shortest, longest, pick]) => ({ shortest, longest, choose: (places) => pick % places }));

describe.each(TREE_READERS)('reading a unit of trees, %s', (_name, read) => {
  const readChain = (payloads: readonly Uint8Array[], limits?: Partial<TreeLimits>, context?: number): TreeEdgesPart =>
    chainOf(read, payloads, limits, context);

  test('differences add up to the tree, wherever deltas copy from and however they cut entries', () => {
    fc.assert(
      fc.property(entries, entries, entries, style, style, (first, second, third, styleA, styleB) => {
        const [a, b, c] = [treeBytes(first), treeBytes(second), treeBytes(third)];
        const part = readChain([a, deltaBetween(a, b, styleA), deltaBetween(b, c, styleB)]);
        expect(part.damaged).toHaveLength(0);
        expect([...part.rows]).toEqual(TREES.slice(0, 3).map(rowOf));
        expect([...part.bases]).toEqual([NONE, rowOf(TREES[0]!), rowOf(TREES[1]!)]);
        const counts = [first, second, third].map(counted);
        expect(applied(new Map(), edgesOf(part, 0))).toEqual(counts[0]);
        expect(applied(counts[0]!, edgesOf(part, 1))).toEqual(counts[1]);
        expect(applied(counts[1]!, edgesOf(part, 2))).toEqual(counts[2]);
      }),
      { numRuns: 400 },
    );
  });

  test('an entry of which only the id changes is two edges, whatever stands around it', () => {
    const before: Entry[] = Array.from({ length: 500 }, (_, index) => [`100644 file-${index}`, BLOBS[index % 4]!]);
    const after = before.with(250, ['100644 file-250', BLOBS[7]!]);
    const part = readChain([treeBytes(before), deltaBetween(treeBytes(before), treeBytes(after))]);
    expect(edgesOf(part, 1)).toEqual([`+file-250 ${rowOf(BLOBS[7]!)}`, `-file-250 ${rowOf(BLOBS[2]!)}`].sort());
  });

  test('submodules are left out, and what is not in the table is told of by its id', () => {
    const part = readWholeTree(
      0,
      treeBytes([
        ['160000 vendor', 'dd'.repeat(20)],
        ['100644 lost', ABSENT],
        ['40000 empty', '4b825dc642cb6eb9a060e54bf8d69288fbee4904'],
        ['100644 here', BLOBS[1]!],
      ]),
      TABLE,
    );
    expect(edgesOf(part, 0)).toEqual([`+here ${rowOf(BLOBS[1]!)}`]);
    expect(Buffer.from(part.absent).toString('hex')).toBe(ABSENT);
  });

  test('context is built and not told of', () => {
    const a = treeBytes([['100644 a', BLOBS[0]!]]);
    const b = treeBytes([['100644 a', BLOBS[1]!]]);
    const part = readChain([a, deltaBetween(a, b)], {}, 0);
    expect([...part.rows]).toEqual([rowOf(TREES[1]!)]);
    expect([...part.bases]).toEqual([rowOf(TREES[0]!)]);
    expect(edgesOf(part, 0)).toHaveLength(2);
  });

  test('a long chain of deltas is told in full now and then', () => {
    const trees = Array.from({ length: 600 }, (_, index) =>
      treeBytes([
        ['100644 a', BLOBS[index % 8]!],
        ['100644 b', BLOBS[0]!],
      ]),
    );
    const part = readChain(trees.map((tree, index) => (index === 0 ? tree : deltaBetween(trees[index - 1]!, tree))));
    const full = [...part.bases.keys()].filter((tree) => part.bases[tree] === NONE);
    expect(full.length).toBeGreaterThan(1);
    expect(Math.max(...full.map((tree, index) => tree - (full[index - 1] ?? 0)))).toBeLessThanOrEqual(256);
  });

  test('damage is listed with all that builds on it, and never thrown', () => {
    const a = treeBytes(Array.from({ length: 12 }, (_, index) => [`100644 f${index}`, BLOBS[index % 8]!]));
    const b = treeBytes(Array.from({ length: 12 }, (_, index) => [`100644 f${index}`, BLOBS[(index * 3) % 8]!]));
    const payloads = [a, deltaBetween(a, b), deltaBetween(b, a)];
    const mutation = fc.record({
      node: fc.nat({ max: 2 }),
      at: fc.nat({ max: 400 }),
      byte: fc.nat({ max: 255 }),
      cut: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        const broken = payloads.map((payload) => Uint8Array.from(payload));
        for (const { node, at, byte, cut } of mutations) {
          const payload = broken[node]!;
          if (cut) broken[node] = payload.subarray(0, at % (payload.length + 1));
          else payload[at % payload.length] = byte;
        }
        const part = readChain(broken);
        expect(new Set([...part.rows, ...part.damaged])).toEqual(new Set(TREES.slice(0, 3).map(rowOf)));
        expect(part.rows.length + part.damaged.length).toBe(3);
      }),
      { numRuns: 1000 },
    );
    const part = readChain([a.subarray(0, 29), payloads[1]!, payloads[2]!]);
    expect([...part.damaged]).toEqual(TREES.slice(0, 3).map(rowOf));
    const unread = read(
      { length: 1, rows: Uint32Array.of(0), parents: Int32Array.of(-1), flags: Uint8Array.of(NODE.leaf) },
      { inflate: () => undefined },
      TABLE,
    );
    expect([...unread.damaged]).toEqual([0]);
  });

  test('what a limit keeps out is listed', () => {
    const a = treeBytes([['100644 a', BLOBS[0]!]]);
    const b = treeBytes([['100644 b', BLOBS[1]!]]);
    for (const limits of [{ entries: 0 }, { edges: 0 }, { entryBytes: 0 }]) {
      const part = readChain([a, deltaBetween(a, b)], limits);
      expect([...part.rows]).toEqual([rowOf(TREES[0]!)]);
      expect([...part.limited]).toEqual([rowOf(TREES[1]!)]);
    }
    expect([...readChain([a], { treeBytes: 10 }).limited]).toEqual([rowOf(TREES[0]!)]);
  });

  test('a delta that makes a vast tree out of a small one meets the limit', () => {
    const base = treeBytes(Array.from({ length: 1000 }, (_, index) => [`100644 f${index}`, BLOBS[index % 8]!]));
    const payloads: Uint8Array[] = [base];
    for (let length = base.length; length < 2 ** 23; length *= 2) {
      payloads.push(
        encodeDelta(length, [
          { copy: 0, length },
          { copy: 0, length },
        ]),
      );
    }
    const part = readChain(payloads, { treeBytes: 2 ** 20 });
    expect(part.limited.length).toBeGreaterThan(1);
    expect(part.rows.length + part.limited.length).toBe(payloads.length);
  });
});
