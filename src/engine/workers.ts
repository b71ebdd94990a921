import { Piscina } from 'piscina';
import { messageOf } from '../model/errors.ts';
import type { EngineLimits } from './limits.ts';
import { hasBegun, newProgress, watchProgress } from './progress.ts';
import type { BatchProgress } from './progress.ts';

/** What a worker needs to know once; sent with every task because any worker may be a new one. */
export interface WorkerSetup {
  /** URL of a module that exports `detectors`. */
  readonly detectors: string;
  /** What is changed about these detectors: what `shareChanges` gave. */
  readonly changes?: Uint8Array;
  /** The prefilter's tables for the detectors of the module, where it has none; in shared memory. */
  readonly tables?: Uint8Array;
  readonly key: Uint8Array;
  readonly limits: EngineLimits;
}

export interface WorkerTask<Payload> {
  readonly setup: WorkerSetup;
  readonly payload: Payload;
  readonly progress: BatchProgress;
}

export type Attempt<Result> = { readonly ok: true; readonly result: Result } | Failure;

export interface Failure {
  readonly ok: false;
  readonly why: string;
  /** Index of the detector that was at work, or -1. */
  readonly detector: number;
}

/** Worker threads that take tasks of any kind their module knows. Whoever opens them closes them. */
export interface Workers {
  readonly setup: WorkerSetup;
  readonly jobs: number;
  /**
   * Runs one task. A worker that crashes, runs out of memory or gives no sign in time is ended and loses only this
   * task, which comes back as a failure.
   *
   * @throws Whatever keeps a worker from starting at all.
   */
  run<Result>(payload: object, transfer?: readonly ArrayBuffer[]): Promise<Attempt<Result>>;
  /** Has all threads start and load what any task needs, ahead of the first one. */
  start(): void;
  /**
   * Ends all threads, which gives back what memory they hold; others start when there is work again. Called when none
   * is at work.
   */
  renew(): Promise<void>;
  close(): Promise<void>;
}

/** Memory of one worker before it is ended, in MiB; buffers are not part of it. */
const WORKER_HEAP_MB = 1024;

/** Memory of one worker for what was made just now, in MiB. Whatever lives on is few findings, so more saves no time. */
const WORKER_YOUNG_MB = 24;

/** @param file Module whose default export takes a {@link WorkerTask}. */
export function openWorkers(file: URL, setup: WorkerSetup, jobs: number): Workers {
  const threads = Math.max(1, Math.floor(jobs));
  const start = () =>
    new Piscina<WorkerTask<unknown>, unknown>({
      filename: file.href,
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: 10_000,
      resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB, maxYoungGenerationSizeMb: WORKER_YOUNG_MB },
    });
  let pool = start();
  let closed = false;
  return {
    setup,
    jobs: threads,
    async run<Result>(payload: object, transfer: readonly ArrayBuffer[] = []): Promise<Attempt<Result>> {
      const progress = newProgress();
      const watchdog = new AbortController();
      const stop = watchProgress(progress, setup.limits.batchMs, () => watchdog.abort());
      try {
        const task = { setup, payload, progress };
        const result = await pool.run(task, { transferList: [...transfer], signal: watchdog.signal });
        return { ok: true, result: result as Result };
      } catch (error) {
        if (closed) throw new Error('The engine was closed while it was scanning.', { cause: error });
        const { aborted } = watchdog.signal;
        if (!aborted && !hasBegun(progress)) throw error;
        const why = aborted ? `gave no sign for ${setup.limits.batchMs} ms` : messageOf(error);
        return { ok: false, why, detector: progress[1] ?? -1 };
      } finally {
        stop();
      }
    },
    start: () => {
      for (let thread = 0; thread < threads; thread++) {
        // What keeps a thread from starting is told to the first who has work for it.
        pool.run({ setup, payload: { kind: 'start' }, progress: newProgress() }).catch(() => {});
      }
    },
    renew: async () => {
      const old = pool;
      pool = start();
      await old.destroy();
    },
    close: () => {
      closed = true;
      return pool.destroy();
    },
  };
}
