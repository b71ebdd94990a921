import { afterEach, describe, expect, it } from 'vitest';
import type { Engine, Segment } from '../../src/model/segment.ts';
import { DEFAULT_LIMITS } from '../../src/engine/limits.ts';
import { openEngine } from '../../src/engine/pool.ts';
import { openWorkers } from '../../src/engine/workers.ts';
import { scanInline } from '../../src/engine/scan-inline.ts';
import { detectors } from './support/pool-detectors.ts';

const WORKER = new URL('../../src/history/worker.ts', import.meta.url);
const url = new URL('support/pool-detectors.ts', import.meta.url);
const key = new Uint8Array(32).fill(9);
const engines: Engine[] = [];

function open(jobs: number, limits = {}, detectorsUrl = url): Engine {
  const setup = { detectors: detectorsUrl.href, key, limits: { ...DEFAULT_LIMITS, ...limits } };
  const workers = openWorkers(WORKER, setup, jobs);
  const engine = openEngine(workers);
  engines.push({ ...engine, close: () => workers.close() });
  return { ...engine, close: () => workers.close() };
}

function segment(id: number, text: string): Segment {
  return { id, path: `file${id}.txt`, bytes: Buffer.from(text) };
}

afterEach(async () => {
  await Promise.all(engines.splice(0).map((engine) => engine.close()));
});

describe('the pool', () => {
  it.each([1, 2])('finds with %i workers what the calling thread finds', async (jobs) => {
    const batches = Array.from({ length: 8 }, (_, batch) =>
      Array.from({ length: 20 }, (__, index) =>
        segment(batch * 20 + index, `line\nkey zqk_${String(index).padStart(8, 'a')}`),
      ),
    );
    const engine = open(jobs);
    const results = await Promise.all(batches.map((batch) => engine.scan(batch)));
    expect(results).toEqual(batches.map((batch) => scanInline(batch, { detectors, key })));
    expect(results[7]?.matches).toHaveLength(20);
  });

  it('takes an empty batch and empty segments', async () => {
    const engine = open(1);
    expect(await engine.scan([])).toEqual({ matches: [], problems: [] });
    expect(await engine.scan([segment(1, '')])).toEqual({ matches: [], problems: [] });
  });

  it('ends a worker that does not come back, names the detector, and keeps the rest of the batch', async () => {
    const engine = open(1, { batchMs: 400 });
    const stuck = `zqk_aaaaaaaa stuck_${'a'.repeat(80)}!`;
    const { matches, problems } = await engine.scan([
      segment(1, 'zqk_11111111'),
      segment(2, stuck),
      segment(3, 'zqk_33333333'),
    ]);
    expect(matches.map((match) => match.segment)).toEqual([1, 3]);
    expect(problems).toEqual([{ segment: 2, detector: 'sticks', what: expect.stringContaining('sticks') }]);
    expect((await engine.scan([segment(4, 'zqk_44444444')])).matches).toHaveLength(1);
  });

  it('outlives a worker that dies, and keeps the rest of the batch', async () => {
    const engine = open(2);
    const crash = { ...segment(2, 'zqk_22222222 zqc_x'), path: 'crash.txt' };
    const { matches, problems } = await engine.scan([segment(1, 'zqk_11111111'), crash, segment(3, 'zqk_33333333')]);
    expect(matches.map((match) => match.segment)).toEqual([1, 3]);
    expect(problems).toMatchObject([{ segment: 2, what: expect.stringContaining('not judged') }]);
    expect((await engine.scan([segment(4, 'zqk_44444444')])).matches).toHaveLength(1);
  });

  it('leaves the bytes of the caller as they were', async () => {
    const given = segment(1, 'zqk_11111111');
    await open(1).scan([given]);
    expect(Buffer.from(given.bytes).toString()).toBe('zqk_11111111');
  });

  it('rejects when the detectors cannot be loaded', async () => {
    const engine = open(1, {}, new URL('support/absent.ts', import.meta.url));
    await expect(engine.scan([segment(1, 'x')])).rejects.toThrow(/absent/);
  });
});
