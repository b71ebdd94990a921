import { Kernel } from '../kernel/kernel.ts';
import { compileDetectors } from './compile.ts';
import { loadDetectors } from './detector-module.ts';
import { newProgress } from './progress.ts';
import { Scanner } from './scanner.ts';
import type { WorkerSetup, WorkerTask } from './workers.ts';

let progress = newProgress();
let scanner: Promise<Scanner> | undefined;

/**
 * The scanner of this thread, and what tells the watchdog that item `index` of the task has begun, or, told again, that
 * it goes on.
 */
export async function beginTask({
  setup,
  progress: watched,
}: WorkerTask<unknown>): Promise<{ readonly scanner: Scanner; readonly begin: (index: number) => void }> {
  scanner ??= openScanner(setup);
  const ready = await scanner;
  progress = watched;
  return {
    scanner: ready,
    begin: (index) => {
      progress[1] = -1;
      progress[2]!++;
      progress[0] = index;
    },
  };
}

function onDetector(detector: number): void {
  progress[1] = detector;
  progress[2]!++;
}

async function openScanner(setup: WorkerSetup): Promise<Scanner> {
  const { detectors, tables: saved, changes } = await loadDetectors(setup);
  const { key, limits } = setup;
  const tables = saved?.() ?? setup.tables;
  const options = { key, limits, onDetector, ...(tables !== undefined && { tables }) };
  return new Scanner(compileDetectors(detectors, changes), new Kernel(), options);
}
