import { DEFAULT_LIMITS } from '../engine/limits.ts';
import { openWorkers } from '../engine/workers.ts';
import type { Workers } from '../engine/workers.ts';
import type { FingerprintKey } from '../store/fingerprint-key.ts';
import { detectorSet } from './detector-set.ts';

/** Beside this file in the bundle; in the source tree where it belongs. */
const WORKER = import.meta.url.endsWith('.ts') ? '../history/worker.ts' : './worker.js';

/** Worker threads that know all detectors. */
export function openAuditWorkers(key: FingerprintKey, jobs: number): Workers {
  const setup = { detectors: detectorSet.url.href, key: key.bytes, limits: DEFAULT_LIMITS };
  return openWorkers(new URL(WORKER, import.meta.url), setup, jobs);
}
