import { openInlineEngine } from '../engine/scan-inline.ts';
import type { Engine } from '../model/segment.ts';
import type { FingerprintKey } from '../store/fingerprint-key.ts';
import type { DetectorSet } from './detector-set.ts';

/**
 * Bytes judged on the calling thread. Up to here starting a worker, which loads and compiles every detector again,
 * costs more than the judging.
 */
const INLINE_BYTES = 1024 * 1024;

/**
 * An engine for input that is small as a rule: the first MiB is scanned on the calling thread, and what goes beyond it,
 * or brings the scan down, by one worker under the watch that the pool keeps.
 */
export function openChangeEngine(set: DetectorSet, key: FingerprintKey): Engine {
  let inline: Engine | undefined;
  let left = INLINE_BYTES;
  let pool: Promise<Engine> | undefined;
  const openPool = async (): Promise<Engine> => {
    const { openAuditWorkers } = await import('./audit-workers.ts');
    const { openEngine } = await import('../engine/pool.ts');
    const workers = openAuditWorkers(set, key, 1);
    return { ...openEngine(workers), close: () => workers.close() };
  };
  return {
    async scan(segments) {
      left -= segments.reduce((sum, { bytes }) => sum + bytes.length, 0);
      if (left >= 0) {
        try {
          inline ??= openInlineEngine({
            detectors: set.shipped,
            tables: set.tables(),
            changes: set.changes,
            key: key.bytes,
          });
          return await inline.scan(segments);
        } catch {
          // A worker tries again, piece by piece, and says what it could not judge and why.
        }
      }
      pool ??= openPool();
      return (await pool).scan(segments);
    },
    async close() {
      await (await pool)?.close();
    },
  };
}
