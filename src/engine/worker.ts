import type { Detector } from '../model/detector.ts';
import type { ScanResult, Segment } from '../model/segment.ts';
import { compileDetectors } from './compile.ts';
import type { EngineLimits } from './limits.ts';
import { newProgress } from './progress.ts';
import type { BatchProgress } from './progress.ts';
import { scanAll } from './scan-inline.ts';
import { Scanner } from './scanner.ts';

/** What a worker needs to know once; sent with every batch because any worker may be a new one. */
export interface WorkerSetup {
  /** URL of a module that exports `detectors`. */
  readonly detectors: string;
  readonly key: Uint8Array;
  readonly limits: EngineLimits;
}

export interface WorkerTask {
  readonly setup: WorkerSetup;
  readonly segments: readonly Segment[];
  readonly progress: BatchProgress;
}

let progress = newProgress();
let scanner: Promise<Scanner> | undefined;

/** Scans one batch: what the pool calls. */
export default async function scanBatch(task: WorkerTask): Promise<ScanResult> {
  scanner ??= openScanner(task.setup);
  const ready = await scanner;
  progress = task.progress;
  let index = 0;
  return scanAll(ready, task.segments, () => {
    progress[1] = -1;
    progress[2] = 0;
    progress[0] = index++;
  });
}

async function openScanner({ detectors, key, limits }: WorkerSetup): Promise<Scanner> {
  const loaded = (await import(detectors)) as { readonly detectors: readonly Detector[] };
  return new Scanner(compileDetectors(loaded.detectors), key, limits, (detector) => {
    progress[1] = detector;
    progress[2]!++;
  });
}
