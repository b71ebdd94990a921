import { Piscina } from 'piscina';
import type { Detector } from '../model/detector.ts';
import { messageOf } from '../model/errors.ts';
import type { Engine, EngineProblem, ScanResult, Segment } from '../model/segment.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import type { EngineLimits } from './limits.ts';
import { hasBegun, newProgress, watchProgress } from './progress.ts';
import type { WorkerSetup, WorkerTask } from './worker.ts';

export interface EngineOptions {
  /** Module that exports `detectors`; each worker loads it itself. */
  readonly detectors: URL;
  /** Worker threads, at least 1. */
  readonly jobs: number;
  /** Key of the fingerprints. */
  readonly key: Uint8Array;
  readonly limits?: Partial<EngineLimits>;
}

/** Memory of one worker before it is ended, in MiB; buffers are not part of it. */
const WORKER_HEAP_MB = 1024;

/**
 * Opens an engine on worker threads. A worker that crashes, runs out of memory or does not come back in time is ended
 * and loses only its batch: its segments are then tried one by one, and what fails again comes back as a problem. A
 * detectors module that cannot be loaded makes every scan reject.
 */
export function openEngine({ detectors, jobs, key, limits }: EngineOptions): Engine {
  const setup: WorkerSetup = { detectors: detectors.href, key, limits: { ...DEFAULT_LIMITS, ...limits } };
  const pool = new Piscina<WorkerTask, ScanResult>({
    // Beside this file, with the same ending: `.ts` in the source tree, `.js` in the bundle.
    filename: new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url).href,
    minThreads: 1,
    maxThreads: Math.max(1, Math.floor(jobs)),
    idleTimeout: 10_000,
    resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB },
  });
  let closed = false;
  const run = async (segments: readonly Segment[]): Promise<Attempt> => {
    const attempt = await runBatch(pool, setup, segments);
    if (!attempt.ok && closed) throw new Error('The engine was closed while it was scanning.');
    return attempt;
  };
  return {
    async scan(segments) {
      if (segments.length === 0) return { matches: [], problems: [] };
      const together = await run(segments);
      if (together.ok) return together.result;
      const results: ScanResult[] = [];
      for (const segment of segments) {
        const alone = await run([segment]);
        results.push(alone.ok ? alone.result : { matches: [], problems: [await problemOf(segment, alone, setup)] });
      }
      return {
        matches: results.flatMap(({ matches }) => matches),
        problems: results.flatMap(({ problems }) => problems),
      };
    },
    close: () => {
      closed = true;
      return pool.destroy();
    },
  };
}

interface Failure {
  readonly ok: false;
  readonly why: string;
  /** Index of the detector that was at work, or -1. */
  readonly detector: number;
}

type Attempt = { readonly ok: true; readonly result: ScanResult } | Failure;

/** @throws Whatever keeps a worker from starting at all. */
async function runBatch(
  pool: Piscina<WorkerTask, ScanResult>,
  setup: WorkerSetup,
  segments: readonly Segment[],
): Promise<Attempt> {
  const progress = newProgress();
  const { copies, buffer } = copyIntoOneBuffer(segments);
  const watchdog = new AbortController();
  const stop = watchProgress(progress, setup.limits.batchMs, () => watchdog.abort());
  try {
    const task = { setup, segments: copies, progress };
    const result = await pool.run(task, { transferList: [buffer], signal: watchdog.signal });
    return { ok: true, result };
  } catch (error) {
    const { aborted } = watchdog.signal;
    if (!aborted && !hasBegun(progress)) throw error;
    const why = aborted ? `gave no sign for ${setup.limits.batchMs} ms` : messageOf(error);
    return { ok: false, why, detector: progress[1] ?? -1 };
  } finally {
    stop();
  }
}

/** One copy that can be handed over whole; the caller's bytes stay for another attempt. */
function copyIntoOneBuffer(segments: readonly Segment[]): { copies: readonly Segment[]; buffer: ArrayBuffer } {
  const buffer = new ArrayBuffer(segments.reduce((sum, { bytes }) => sum + bytes.length, 0));
  let offset = 0;
  const copies = segments.map((segment) => {
    const bytes = new Uint8Array(buffer, offset, segment.bytes.length);
    bytes.set(segment.bytes);
    offset += bytes.length;
    return { ...segment, bytes };
  });
  return { copies, buffer };
}

async function problemOf(segment: Segment, { why, detector }: Failure, setup: WorkerSetup): Promise<EngineProblem> {
  const { detectors } = (await import(setup.detectors)) as { readonly detectors: readonly Detector[] };
  const id = detectors[detector]?.id;
  const where = id === undefined ? '' : ` while ${id} was at work`;
  return {
    segment: segment.id,
    ...(id !== undefined && { detector: id }),
    what: `not judged: the worker ${why}${where}`,
  };
}
