import type { SegmentsPayload } from '../engine/pool.ts';
import { scanSegments } from '../engine/scan-segments.ts';
import { beginTask } from '../engine/worker-scanner.ts';
import type { WorkerTask } from '../engine/workers.ts';
import { runUnit } from './tasks.ts';
import type { UnitPayload } from './tasks.ts';

/** Does one task: what the pool calls in a worker thread. */
export default async function work(task: WorkerTask<SegmentsPayload | UnitPayload>): Promise<unknown> {
  const { scanner, begin } = await beginTask(task);
  const { payload } = task;
  if (payload.kind !== 'segments') return runUnit(payload, scanner, begin);
  let index = 0;
  return scanSegments(scanner, payload.segments, () => begin(index++));
}
