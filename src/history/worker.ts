import type { SegmentsPayload } from '../engine/pool.ts';
import { scanSegments } from '../engine/scan-segments.ts';
import type { Scanner } from '../engine/scanner.ts';
import { beginTask } from '../engine/worker-scanner.ts';
import type { WorkerTask } from '../engine/workers.ts';
import { scanFiles } from '../sources/file-scanner.ts';
import type { FilesPayload, RangePayload } from '../sources/file-task.ts';
import { scanRange } from '../sources/range-scanner.ts';
import { runUnit } from './tasks.ts';
import type { UnitPayload } from './tasks.ts';

/** Nothing to do but to load what any task needs. */
interface StartPayload {
  readonly kind: 'start';
}

type Payload = StartPayload | SegmentsPayload | FilesPayload | RangePayload | UnitPayload;

/** Does one task: what the pool calls in a worker thread. */
export default async function work(task: WorkerTask<Payload>): Promise<unknown> {
  const { scanner, begin } = await beginTask(task);
  const { payload } = task;
  const result = await doTask(payload, scanner, begin);
  return { ...result, spent: scanner.stopwatch.take() };
}

function doTask(payload: Payload, scanner: Scanner, begin: (index: number) => void): object | Promise<object> {
  switch (payload.kind) {
    case 'start':
      return {};
    case 'files':
      return scanFiles(payload, scanner, begin);
    case 'range':
      return scanRange(payload, scanner, () => begin(0));
    case 'segments': {
      let index = 0;
      return scanSegments(scanner, payload.segments, () => begin(index++));
    }
    default:
      return runUnit(payload, scanner, begin);
  }
}
