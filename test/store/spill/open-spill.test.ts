import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { IN_MEMORY, pick } from '../../../src/model/collection.ts';
import type { Collection, Collections } from '../../../src/model/collection.ts';
import { BittingError } from '../../../src/model/errors.ts';
import { openSpill } from '../../../src/store/spill/open-spill.ts';
import { temporaryFolder } from '../../support/git-fixture.ts';

interface Row {
  readonly key: string;
  readonly parts: readonly (string | number)[];
}

const ROWS = fc.array(
  fc.record({ key: fc.string({ unit: 'binary', maxLength: 4 }), parts: fc.array(fc.oneof(fc.string(), fc.nat())) }),
  { maxLength: 40 },
);

function collect(collections: Collections, rows: readonly Row[]): readonly Collection<Row>[] {
  const list = collections.list<Row>();
  const sorted = collections.sorted<Row>(({ key }) => key);
  for (const row of rows) {
    list.push(row);
    sorted.push(row);
  }
  expect([list.length, sorted.length]).toEqual([rows.length, rows.length]);
  return [list.finish(), sorted.finish()];
}

afterEach(() => vi.unstubAllEnvs());

describe('collections that outgrow memory', () => {
  it('hold what those in memory hold, in the same order', () => {
    fc.assert(
      fc.property(ROWS, fc.nat({ max: 200 }), (rows, inMemory) => {
        using spill = openSpill({ inMemory });
        const spilled = collect(spill, rows);
        for (const [index, expected] of collect(IN_MEMORY, rows).entries()) {
          const found = spilled[index] ?? [];
          expect([...found]).toEqual([...expected]);
          expect(found.length).toBe(rows.length);
          for (const at of [0, rows.length - 1, -1, -rows.length, rows.length, -rows.length - 1]) {
            expect(found.at(at)).toEqual(expected.at(at));
          }
        }
      }),
    );
  });

  it('can be looked into anywhere, while somebody goes through them', () => {
    using spill = openSpill({ inMemory: 0 });
    const list = spill.list<number>();
    for (let number = 0; number < 1000; number++) list.push(number);
    const numbers = list.finish();
    let expected = 0;
    for (const number of numbers) {
      expect(number).toBe(expected++);
      expect(numbers.at(999 - number)).toBe(999 - number);
    }
    expect(expected).toBe(1000);
    expect(numbers.jsonAt?.(17)).toBe('17');
    expect([...pick(numbers, [3, 999, 3])]).toEqual([3, 999, 3]);
  });

  it('hold elements longer than what is read or written at once', () => {
    using spill = openSpill({ inMemory: 10 });
    const list = spill.list<string>();
    const texts = [1, 300_000, 2, 3_000_000, 3].map((length, index) => `${index}é`.repeat(length));
    for (const text of texts) list.push(text);
    expect([...list.finish()]).toEqual(texts);
  });

  it('are sorted in parts where their keys outgrow memory', () => {
    using spill = openSpill({ inMemory: 10 });
    // Keys that differ in their last character alone, each of them a twelfth of what is sorted at once.
    const sorted = spill.sorted<number>((number) => `${'k'.repeat(700_000)}${number % 7}`);
    for (let number = 0; number < 28; number++) sorted.push(number);
    const expected = Array.from({ length: 28 }, (_, number) => number).sort((a, b) => (a % 7) - (b % 7) || a - b);
    expect([...sorted.finish()]).toEqual(expected);
  });

  it('leave nothing in the folder for temporary files, and say once that they are there', () => {
    const folder = temporaryFolder();
    vi.stubEnv('TMPDIR', folder);
    expect(tmpdir()).toBe(folder);
    const onSpill = vi.fn<() => void>();
    const spill = openSpill({ inMemory: 0, onSpill });
    collect(spill, [{ key: 'b', parts: [] }]);
    expect(onSpill).toHaveBeenCalledTimes(1);
    if (process.platform !== 'win32') expect(readdirSync(folder)).toEqual([]);
    spill[Symbol.dispose]();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('stay in memory while they are short', () => {
    const onSpill = vi.fn<() => void>();
    using spill = openSpill({ onSpill });
    collect(spill, [{ key: 'b', parts: [] }]);
    expect(onSpill).not.toHaveBeenCalled();
  });

  it('say where they wanted to stand when they cannot', () => {
    vi.stubEnv('TMPDIR', join(temporaryFolder(), 'missing'));
    using spill = openSpill({ inMemory: 0 });
    const list = spill.list<number>();
    expect(() => list.push(1)).toThrow(BittingError);
    expect(() => list.push(1)).toThrow(/cannot be kept in the folder for temporary files.*TMPDIR/);
  });
});
