import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LEFT_OUT, NODE } from '../../../src/git/pack/delta-unit.ts';
import type { DeltaUnit, UnitOptions } from '../../../src/git/pack/delta-unit.ts';
import { OBJECT_TYPE, ObjectTable } from '../../../src/git/pack/object-table.ts';
import { planUnits } from '../../../src/git/pack/plan-units.ts';
import { gitFixture } from '../../support/git-fixture.ts';
import { historyFixture } from './history-fixture.ts';
import { objectsOf, readTable } from './read-table.ts';
import { blobId, writePack } from './write-pack.ts';

const { blob, tree } = OBJECT_TYPE;

/** A table of blobs: for each the row of its base, or -1. All stand behind each other in one pack. */
function tableOf(bases: readonly number[], length = 100, sizes?: readonly number[]): ObjectTable {
  const count = bases.length;
  const rows = Uint32Array.from(bases, (_, row) => row);
  return new ObjectTable({
    format: 'sha1',
    length: count,
    packs: ['/nowhere/pack-1.pack'],
    folders: ['/nowhere'],
    oids: new Uint8Array(count * 20),
    fanout: new Uint32Array(17),
    rowsById: rows,
    idsByRow: rows,
    types: new Uint8Array(count).fill(blob),
    packOf: new Uint16Array(count),
    offsets: Float64Array.from(bases, (_, row) => 12 + row * length),
    lengths: new Uint32Array(count).fill(length),
    sizes: sizes === undefined ? new Uint32Array(count).fill(length) : Uint32Array.from(sizes),
    bases: Int32Array.from(bases),
    problems: new Uint8Array(count),
  });
}

/** Any forest; rows of bases may come before or after those of their deltas. */
const forests = fc
  .tuple(fc.array(fc.tuple(fc.nat(), fc.nat(4)), { maxLength: 200 }), fc.boolean())
  .map(([picks, isReversed]) => {
    const count = picks.length;
    const bases = picks.map(([pick, kind], row) => (row === 0 || kind === 0 ? -1 : kind < 3 ? row - 1 : pick % row));
    return isReversed ? bases.map((base) => (base < 0 ? -1 : count - 1 - base)).reverse() : bases;
  });

/** Builds a unit as a worker would; gives the most objects that it holds at a time. */
function walk(unit: DeltaUnit, table: ObjectTable): number {
  const held = new Map<number, number>();
  let most = 0;
  for (let node = 0; node < unit.length; node++) {
    const row = unit.rows[node] ?? -1;
    const parent = unit.parents[node] ?? -2;
    const flags = unit.flags[node] ?? 0;
    expect(parent < 0 ? -1 : held.get(parent)).toBe(table.columns.bases[row]);
    expect(unit.offsets[node]).toBe(table.columns.offsets[row]);
    expect(unit.lengths[node]).toBe(table.columns.lengths[row]);
    expect(unit.sizes[node]).toBe(table.columns.sizes[row]);
    expect(unit.packs[node]).toBe(table.columns.packOf[row]);
    held.set(node, row);
    most = Math.max(most, held.size);
    if ((flags & NODE.last) !== 0) expect(held.delete(parent)).toBe(true);
    if ((flags & NODE.leaf) !== 0) held.delete(node);
  }
  expect(held.size).toBe(0);
  return most;
}

/** Rows dealt with: once each, or the test fails. */
function dealtWith(units: readonly DeltaUnit[]): readonly number[] {
  const rows = units.flatMap((unit) =>
    [...unit.rows].filter((_, node) => ((unit.flags[node] ?? 0) & NODE.context) === 0),
  );
  expect(new Set(rows).size).toBe(rows.length);
  return rows.sort((a, b) => a - b);
}

function planned(...asked: Parameters<typeof planUnits>) {
  const { units, fallback } = planUnits(...asked);
  return { units: [...units], fallback };
}

function plan(bases: readonly number[], options: UnitOptions = {}) {
  const table = tableOf(bases);
  return { table, ...planned(table, blob, options) };
}

test('every object is dealt with once, after its base, whatever the forest and the size of units', () => {
  fc.assert(
    fc.property(forests, fc.constantFrom(1, 300, 2000, 1_000_000), (bases, unitBytes) => {
      const { table, units, fallback } = plan(bases, { unitBytes });
      expect(dealtWith(units)).toEqual(bases.map((_, row) => row));
      expect(fallback.rows).toHaveLength(0);
      for (const unit of units) {
        // One more than the halvings: the object just built, before its base is let go.
        expect(walk(unit, table)).toBeLessThanOrEqual(Math.log2(unit.length) + 2);
        expect(unit.bytes).toBe(unit.length * 100);
      }
    }),
  );
});

test.each(['first', 'last'])(
  'a trunk with a twig at each step is held a step at a time, the trunk coming %s',
  (where) => {
    // Each pair is on the trunk of the pair before.
    const trunk = where === 'first' ? 0 : 1;
    const bases = Array.from({ length: 2000 }, (_, row) => (row < 2 ? trunk - 1 : 2 * Math.floor(row / 2 - 1) + trunk));
    bases[0] = -1;
    const { table, units } = plan(bases, { unitBytes: 1e9 });
    expect(units.map((unit) => walk(unit, table))).toEqual([2]);
  },
);

test('what is not wanted is built only where something wanted stands on it', () => {
  fc.assert(
    fc.property(forests, fc.func(fc.boolean()), fc.constantFrom(300, 1_000_000), (bases, want, unitBytes) => {
      const wanted = Uint8Array.from(bases, (_, row) => (want(row) ? 1 : 0));
      const { table, units } = plan(bases, { unitBytes, wanted });
      expect(dealtWith(units)).toEqual(bases.flatMap((_, row) => (wanted[row] === 1 ? [row] : [])));
      const needed = new Set<number>();
      for (const start of bases.keys()) {
        for (let row = wanted[start] === 1 ? start : -1; row >= 0; row = bases[row] ?? -1) needed.add(row);
      }
      const built = new Set(units.flatMap((unit) => [...unit.rows]));
      expect([...built].every((row) => needed.has(row))).toBe(true);
      for (const unit of units) walk(unit, table);
    }),
  );
});

test('a large tree is shared between units, which build little of it anew', () => {
  // A trunk of 40 with 200 branches of 25 each.
  const bases = Array.from({ length: 40 }, (_, row) => row - 1);
  for (let branch = 0; branch < 200; branch++) {
    for (let step = 0; step < 25; step++) bases.push(step === 0 ? branch % 40 : bases.length - 1);
  }
  const { table, units } = plan(bases, { unitBytes: 50_000 });
  expect(units.length).toBeGreaterThan(5);
  const nodes = units.reduce((sum, unit) => sum + unit.length, 0);
  expect(nodes).toBeGreaterThan(bases.length);
  expect(nodes).toBeLessThan(bases.length * 1.15);
  for (const unit of units) walk(unit, table);
  expect(dealtWith(units)).toHaveLength(bases.length);
});

test('a chain of a million deltas is planned without recursion', () => {
  const bases = Array.from({ length: 1_000_000 }, (_, row) => row - 1);
  const { units } = plan(bases);
  expect(units.reduce((sum, unit) => sum + unit.length, 0)).toBeLessThan(1_300_000);
  const rows = new Set(units.flatMap((unit) => [unit.rows[0]]));
  expect(rows).toEqual(new Set([0]));
});

test('an object with a million deltas on it is shared', () => {
  const bases = Array.from({ length: 1_000_000 }, (_, row) => (row === 0 ? -1 : 0));
  const { units } = plan(bases);
  expect(units.length).toBeGreaterThan(50);
  for (const unit of units) expect(unit.parents.every((parent, node) => parent === (node === 0 ? -1 : 0))).toBe(true);
});

test('what is too large is left to git, with what builds on it', () => {
  const table = tableOf([-1, 0, 1, -1, 3], 100, [50, 5000, 50, 50, 50]);
  const { units, fallback } = planned(table, blob, { maxEntryBytes: 1000 });
  expect(dealtWith(units)).toEqual([0, 3, 4]);
  expect([...fallback.rows]).toEqual([1, 2]);
  expect([...fallback.reasons]).toEqual([LEFT_OUT.large, LEFT_OUT.base]);
  const some = planned(table, blob, { maxEntryBytes: 1000, wanted: Uint8Array.of(0, 0, 1, 0, 1) });
  expect(dealtWith(some.units)).toEqual([4]);
  expect([...some.fallback.rows]).toEqual([2]);
});

test('an entry with a hole behind it counts as large', async () => {
  const objects = objectsOf(gitFixture());
  const entries = ['a', 'b'].map((text) => ({ oid: blobId(text), type: blob, content: Buffer.from(text) }));
  writePack(objects, 'a', [...entries, { oid: blobId('c'), type: blob, content: Buffer.from('c'), at: 2 ** 28 }]);
  const { table } = await readTable([objects]);
  const { units, fallback } = planned(table, blob);
  expect(dealtWith(units)).toEqual([0, 2]);
  expect([...fallback.rows]).toEqual([1]);
});

test('a unit can be transferred', () => {
  const [unit] = plan([-1, 0]).units;
  expect(unit).toBeDefined();
  const before = [...(unit?.rows ?? [])];
  const moved = structuredClone(unit, { transfer: unit === undefined ? [] : [unit.buffer] });
  expect([...(moved?.rows ?? [])]).toEqual(before);
  expect(unit?.buffer.byteLength).toBe(0);
});

test('the objects of a real repository, by type', async () => {
  const repo = historyFixture();
  repo.git('repack', '-adfq', '--depth=50', '--window=20');
  const { table } = await readTable([objectsOf(repo)]);
  for (const type of [blob, tree]) {
    const { units } = planned(table, type, { unitBytes: 1000 });
    const rows = dealtWith(units);
    expect(rows).toEqual([...table.columns.types.keys()].filter((row) => table.columns.types[row] === type));
    for (const unit of units) walk(unit, table);
    // Trees of deltas in the order in which their roots are stored.
    const roots = units.flatMap((unit) => [...unit.rows].filter((_, node) => (unit.parents[node] ?? 0) < 0));
    expect(roots).toEqual([...roots].sort((a, b) => a - b));
  }
});
