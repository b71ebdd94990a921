import { describe, expect, it, onTestFinished } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/engine/limits.ts';
import { openEngine } from '../../src/engine/pool.ts';
import { scanInline } from '../../src/engine/scan-inline.ts';
import { openWorkers } from '../../src/engine/workers.ts';
import type { Segment } from '../../src/model/segment.ts';
import { detectors, tables } from './support/tables-detectors.ts';

const WORKER = new URL('../../src/history/worker.ts', import.meta.url);
const DETECTORS = new URL('support/tables-detectors.ts', import.meta.url);
const key = new Uint8Array(32).fill(3);
const segment: Segment = { id: 0, path: 'a.txt', bytes: Buffer.from('one zqk_12345678 and two zqm_12345678\n') };

// The tables know the anchor of one of the two detectors only, which shows that they are what is searched with.
describe('tables that were built ahead', () => {
  it('serve the calling thread', () => {
    expect(scanInline([segment], { detectors, key }).matches).toHaveLength(2);
    expect(scanInline([segment], { detectors, key, tables: tables() }).matches).toMatchObject([{ detector: 'known' }]);
  });

  it('serve workers where they come with the detectors', async () => {
    const workers = openWorkers(WORKER, { detectors: DETECTORS.href, key, limits: DEFAULT_LIMITS }, 1);
    onTestFinished(() => workers.close());
    const { matches, problems } = await openEngine(workers).scan([segment]);
    expect(matches.map(({ detector }) => detector)).toEqual(['known']);
    expect(problems).toEqual([]);
  });
});
