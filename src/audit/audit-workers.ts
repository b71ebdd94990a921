import { DEFAULT_LIMITS } from '../engine/limits.ts';
import type { EngineLimits } from '../engine/limits.ts';
import { openWorkers } from '../engine/workers.ts';
import type { Workers } from '../engine/workers.ts';
import type { FingerprintKey } from '../store/fingerprint-key.ts';
import type { DetectorSet } from './detector-set.ts';

/** Beside this file in the bundle; in the source tree where it belongs. */
const WORKER = import.meta.url.endsWith('.ts') ? '../history/worker.ts' : './worker.js';

/** Worker threads that know all detectors of a set. */
export function openAuditWorkers(
  { url, shared, sharedTables }: Pick<DetectorSet, 'url' | 'shared' | 'sharedTables'>,
  key: Pick<FingerprintKey, 'bytes'>,
  jobs: number,
  limits: EngineLimits = DEFAULT_LIMITS,
): Workers {
  const tables = sharedTables();
  const setup = {
    detectors: url.href,
    key: key.bytes,
    limits,
    ...(shared !== undefined && { changes: shared }),
    ...(tables !== undefined && { tables }),
  };
  return openWorkers(new URL(WORKER, import.meta.url), setup, jobs);
}
