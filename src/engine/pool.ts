import type { Engine, EngineProblem, ScanResult, Segment } from '../model/segment.ts';
import { loadDetectors } from './detector-module.ts';
import type { Failure, Workers, WorkerSetup } from './workers.ts';

/** A task for {@link scanTask}. */
export interface SegmentsPayload {
  readonly kind: 'segments';
  readonly segments: readonly Segment[];
}

/**
 * An engine on worker threads. A batch that brings its worker down is tried again, its segments one by one; what fails
 * again comes back as a problem. A detectors module that cannot be loaded makes every scan reject. Closing the engine
 * leaves the workers open.
 */
export function openEngine(workers: Workers): Engine {
  const run = (segments: readonly Segment[]) => {
    const { copies, buffer } = copyIntoOneBuffer(segments);
    return workers.run<ScanResult>({ kind: 'segments', segments: copies } satisfies SegmentsPayload, [buffer]);
  };
  return {
    async scan(segments) {
      if (segments.length === 0) return { matches: [], problems: [] };
      const together = await run(segments);
      if (together.ok) return { matches: together.result.matches, problems: together.result.problems };
      const results: ScanResult[] = [];
      for (const segment of segments) {
        const alone = await run([segment]);
        results.push(
          alone.ok ? alone.result : { matches: [], problems: [await problemOf(segment.id, alone, workers.setup)] },
        );
      }
      return {
        matches: results.flatMap(({ matches }) => matches),
        problems: results.flatMap(({ problems }) => problems),
      };
    },
    close: () => Promise.resolve(),
  };
}

/** One copy that can be handed over whole; the caller's bytes stay for another attempt. */
function copyIntoOneBuffer(segments: readonly Segment[]): { copies: readonly Segment[]; buffer: ArrayBuffer } {
  const buffer = new ArrayBuffer(segments.reduce((sum, { bytes }) => sum + bytes.length, 0));
  let offset = 0;
  const copies = segments.map((segment) => {
    const bytes = new Uint8Array(buffer, offset, segment.bytes.length);
    bytes.set(segment.bytes);
    offset += bytes.length;
    return { ...segment, bytes };
  });
  return { copies, buffer };
}

/** What is told of a segment that brought its worker down. */
export async function problemOf(
  segment: number,
  { why, detector }: Failure,
  setup: WorkerSetup,
): Promise<EngineProblem> {
  const { detectors, changes } = await loadDetectors(setup);
  const id = [...detectors, ...changes.added][detector]?.id;
  const where = id === undefined ? '' : ` while ${id} was at work`;
  return {
    segment,
    ...(id !== undefined && { detector: id }),
    what: `not judged: the worker ${why}${where}`,
  };
}
