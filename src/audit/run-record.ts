import { createHash, randomUUID } from 'node:crypto';

import type { Run } from '../model/report.ts';
import type { FingerprintKey } from '../store/fingerprint-key.ts';
import { VERSION } from '../version.ts';
import type { DetectorSet } from './detector-set.ts';

interface RunOptions {
  readonly targets: readonly string[];
  readonly history: boolean;
  readonly configDigest?: string;
  readonly detectors: DetectorSet;
  readonly key: FingerprintKey;
  readonly now: () => Date;
}

/** The record of a run at its start. */
export function newRun(command: Run['command'], options: RunOptions): Omit<Run, 'finished' | 'durationMs'> {
  return {
    id: `run-${createHash('sha256').update(randomUUID()).digest('hex').slice(0, 16)}`,
    tool: { name: 'bitting', version: VERSION },
    started: options.now().toISOString(),
    command,
    targets: options.targets,
    ...(options.configDigest !== undefined && { configuration: options.configDigest }),
    detectors: options.detectors.told(),
    fingerprintKey: options.key.name,
    history: options.history,
  };
}
