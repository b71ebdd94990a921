import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FuzzInput } from './fuzz-target.ts';

/** What a worker is to do. */
export interface WorkerOrder {
  /** URL of a module whose default export is a list of targets. */
  readonly module: string;
  readonly target: string;
  readonly seed: number;
  /** Cases from this number to below that. */
  readonly from: number;
  readonly to: number;
  /** No case begins after so long. */
  readonly milliseconds: number;
  readonly folder: string;
  readonly only: 'run' | 'describe';
  /** Shared: number of the case at hand, and how many were begun. */
  readonly watched: Int32Array;
}

export type WorkerMessage =
  | {
      readonly kind: 'done';
      readonly cases: number;
      readonly milliseconds: number;
      readonly mostMemory: number;
      /** Milliseconds of the slowest case. */
      readonly slowest: number;
    }
  | { readonly kind: 'failed'; readonly number: number; readonly input: FuzzInput | undefined; readonly why: string }
  | { readonly kind: 'described'; readonly input: FuzzInput };

export type TargetResult = Extract<WorkerMessage, { kind: 'done' | 'failed' }>;

export interface RunOptions extends Pick<WorkerOrder, 'module' | 'target' | 'seed' | 'from' | 'to' | 'milliseconds'> {
  /** Milliseconds after which a case is taken to hang. Default 5 seconds. */
  readonly caseLimit?: number;
  /** Told now and then how many cases were begun. */
  readonly onProgress?: (begun: number) => void;
}

const CASE_LIMIT = 5000;
/** Milliseconds that making the real inputs may take. */
const OPEN_LIMIT = 120_000;
const LOOK_EVERY = 100;
/** MiB of heap; a worker that needs more ends with an error. */
const HEAP_LIMIT = 1024;

/** Runs cases of a target in a thread that is ended when one hangs. */
export async function runTarget(options: RunOptions): Promise<TargetResult> {
  const { module, target, seed, from, to, milliseconds, caseLimit = CASE_LIMIT, onProgress } = options;
  const folder = await mkdtemp(join(tmpdir(), 'bitting-fuzz-'));
  const watched = new Int32Array(new SharedArrayBuffer(8));
  const order = { module, target, seed, from, to, milliseconds, folder, watched };
  try {
    const answer = await answerOf({ ...order, only: 'run' }, caseLimit, onProgress);
    if (answer.kind === 'done') return answer;
    if (answer.kind === 'failed' && answer.input !== undefined) return answer;
    const number = Atomics.load(watched, 0);
    const why = answer.kind === 'failed' ? answer.why : 'the worker gave no result';
    const again = {
      ...order,
      from: number,
      watched: new Int32Array(new SharedArrayBuffer(8)),
      only: 'describe',
    } as const;
    const described = await answerOf(again, caseLimit);
    return { kind: 'failed', number, why, input: described.kind === 'described' ? described.input : undefined };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function answerOf(order: WorkerOrder, caseLimit: number, onProgress?: (begun: number) => void): Promise<WorkerMessage> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT },
    });
    let begun = 0;
    let since = performance.now();
    let ended = false;
    const end = (message: WorkerMessage): void => {
      // The end of the thread is told of too.
      if (ended) return;
      ended = true;
      clearInterval(timer);
      void worker.terminate().then(() => resolve(message));
    };
    const fail = (why: string): void => end({ kind: 'failed', number: 0, input: undefined, why });
    const timer = setInterval(() => {
      const now = Atomics.load(order.watched, 1);
      if (now !== begun) {
        begun = now;
        since = performance.now();
        onProgress?.(begun);
      } else if (performance.now() - since > (begun === 0 ? OPEN_LIMIT : caseLimit)) {
        fail(begun === 0 ? 'the target did not open in time' : `the case took longer than ${caseLimit} ms`);
      }
    }, LOOK_EVERY);
    worker.once('message', end);
    worker.once('error', (error) => fail(error instanceof Error ? (error.stack ?? error.message) : String(error)));
    worker.once('exit', (code) => fail(`the worker ended with code ${code}`));
  });
}
