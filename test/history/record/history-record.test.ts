import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gitFixture, temporaryFolder } from '../../support/git-fixture.ts';
import { addHistory, historyFixture } from '../../git/pack/history-fixture.ts';
import { readTable } from '../../git/pack/read-table.ts';
import { DamagedRecord } from '../../../src/history/record/columns.ts';
import { recallRecord } from '../../../src/history/record/history-record.ts';
import { openRecords } from '../support/open-records.ts';
import { readHistory } from '../support/read-history.ts';

/** A repository and the bytes that a run has recorded of it. */
async function recorded() {
  const repo = historyFixture({ commits: 6 });
  repo.dangle('NEEDLE_dangling\n');
  const opened = await openRecords(temporaryFolder());
  let bytes = Buffer.alloc(0);
  const store = {
    load: (name: string) => opened.records.store.load(name),
    save: (_: string, parts: readonly Uint8Array[]) => Promise.resolve(void (bytes = Buffer.concat(parts))),
    warn: (sentence: string) => opened.records.store.warn(sentence),
  };
  await readHistory(repo.path, { records: { ...opened.records, store } });
  return { repo, bytes: Uint8Array.from(bytes) };
}

describe('a record', () => {
  it('is recalled whole, or refused, whichever bytes of it are others', async () => {
    const { repo, bytes } = await recorded();
    const { table } = await readTable([join(repo.path, '.git', 'objects')]);
    const whole = recallRecord(bytes, table, 'detectors', new Set());
    expect(whole.isCurrent).toBe(true);
    expect(whole.found).toHaveLength(1);
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }), fc.boolean(), (at, value, cuts) => {
        const changed = cuts ? bytes.slice(0, at) : bytes.slice();
        if (!cuts) changed[at] = value;
        try {
          const { states, trees } = recallRecord(changed, table, 'detectors', new Set());
          expect(states).toHaveLength(table.length);
          for (const row of trees?.rows ?? []) expect(row).toBeLessThan(table.length);
        } catch (error) {
          expect(error).toBeInstanceOf(DamagedRecord);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('says of another repository nothing', async () => {
    const { bytes } = await recorded();
    const other = gitFixture();
    addHistory(other, 'refs/heads/other', 44, 3);
    const { table } = await readTable([join(other.path, '.git', 'objects')]);
    const recalled = recallRecord(bytes, table, 'detectors', new Set());
    expect(recalled.isCurrent).toBe(false);
    expect(recalled.found).toEqual([]);
    expect(recalled.trees?.rows).toHaveLength(0);
    expect(recalled.commits?.rows).toHaveLength(0);
    expect(recalled.states.some((state) => state !== 0)).toBe(false);
  });

  it('of another object format is refused', async () => {
    const { bytes } = await recorded();
    const other = historyFixture({ commits: 2, init: ['--object-format=sha256'] });
    const { table } = await readTable([join(other.path, '.git', 'objects')], 'sha256');
    expect(() => recallRecord(bytes, table, 'detectors', new Set())).toThrow(DamagedRecord);
  });
});
