import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_BASE, OBJECT_PROBLEM, OBJECT_TYPE, ObjectTable } from '../../../src/git/pack/object-table.ts';
import { resolveTypes } from '../../../src/git/pack/resolve-types.ts';
import { TableBuilder } from '../../../src/git/pack/table-builder.ts';

const { blob, unknown } = OBJECT_TYPE;

function builderFor(rows: number, copies: number): TableBuilder {
  const table = new ObjectTable({
    format: 'sha1',
    length: rows,
    packs: [],
    folders: [],
    oids: new Uint8Array(0),
    fanout: new Uint32Array(17),
    rowsById: new Uint32Array(rows),
    idsByRow: new Uint32Array(rows),
    types: new Uint8Array(rows),
    packOf: new Uint16Array(rows),
    offsets: new Float64Array(rows),
    lengths: new Uint32Array(rows),
    sizes: new Uint32Array(rows),
    bases: new Int32Array(rows).fill(NO_BASE),
    problems: new Uint8Array(rows),
  });
  return new TableBuilder(table, copies);
}

test('a chain of a million deltas, in either direction, and one that bites its tail', () => {
  const count = 1_000_000;
  for (const direction of [1, -1]) {
    const builder = builderFor(count, count);
    const end = direction === 1 ? count - 1 : 0;
    for (let row = 0; row < count; row++) {
      if (row === end) builder.add(row, 0, 0, 1, 1, blob, NO_BASE);
      else builder.add(row, 0, 0, 1, 1, unknown, row + direction);
    }
    resolveTypes(builder);
    expect(builder.table.columns.types.every((type) => type === blob)).toBe(true);
  }
  const circle = builderFor(count, count);
  for (let row = 0; row < count; row++) circle.add(row, 0, 0, 1, 1, unknown, (row + 1) % count);
  resolveTypes(circle);
  expect(circle.table.columns.problems.every((problem) => problem === OBJECT_PROBLEM.cycle)).toBe(true);
});

/** Copies of some ten objects: whole ones (base -1), deltas on one of them, and bad ones. */
const copies = fc.array(
  fc.record({ row: fc.nat(9), base: fc.integer({ min: -1, max: 9 }), isBad: fc.nat(9).map((pick) => pick === 0) }),
  { minLength: 10, maxLength: 40 },
);

test('a row has a type when its chain ends, and a problem that is true when it has none', () => {
  fc.assert(
    fc.property(copies, (list) => {
      const all = [...list, ...Array.from({ length: 10 }, (_, row) => ({ row, base: 0, isBad: true }))];
      const builder = builderFor(10, all.length);
      for (const { row, base, isBad } of all) {
        if (isBad) builder.addBad(row, 0, 0, OBJECT_PROBLEM.header);
        else builder.add(row, 0, 0, 1, 1, base < 0 ? blob : unknown, base);
      }
      resolveTypes(builder);
      const { types, bases, problems } = builder.table.columns;
      for (let row = 0; row < 10; row++) {
        const chain = [row];
        let at = row;
        while ((bases[at] ?? -1) >= 0 && chain.length <= 10) chain.push((at = bases[at] ?? -1));
        const endsWell = chain.length <= 10 && problems[at] !== OBJECT_PROBLEM.header;
        expect(types[row]).toBe(endsWell ? blob : unknown);
        expect(problems[row] === OBJECT_PROBLEM.none).toBe(endsWell);
        if (problems[row] === OBJECT_PROBLEM.cycle) expect(chain.indexOf(row, 1)).toBeGreaterThan(0);
        // A whole copy always helps.
        if (list.some((copy) => copy.row === row && copy.base < 0 && !copy.isBad)) expect(types[row]).toBe(blob);
      }
    }),
    { numRuns: 2000 },
  );
});

test('what was filled since is taken into account when it is done again', () => {
  const builder = builderFor(3, 5);
  builder.add(0, 0, 0, 1, 1, unknown, 1);
  builder.add(1, 0, 0, 1, 1, unknown, 0);
  builder.addBad(2, 0, 0, OBJECT_PROBLEM.offset);
  resolveTypes(builder);
  expect([...builder.table.columns.problems]).toEqual([5, 5, 2]);
  builder.add(1, 7, 0, 1, 1, blob, NO_BASE);
  builder.add(2, 7, 0, 1, 1, blob, NO_BASE);
  resolveTypes(builder);
  expect([...builder.table.columns.problems]).toEqual([0, 0, 0]);
  expect([...builder.table.columns.packOf]).toEqual([0, 7, 7]);
});
