import type { Attempt, Workers } from '../engine/workers.ts';
import type { Progress, WorkDone } from '../model/progress.ts';

/** The same workers; what each of their tasks took is told, where anybody wants to know. */
export function timedWorkers(workers: Workers, progress: Progress): Workers {
  if (progress.worked === undefined) return workers;
  return {
    get setup() {
      return workers.setup;
    },
    jobs: workers.jobs,
    async run<Result>(payload: object, transfer?: readonly ArrayBuffer[]): Promise<Attempt<Result>> {
      const attempt = await workers.run<Result>(payload, transfer);
      if (attempt.ok && isTimed(attempt.result)) progress.worked?.(workOf(attempt.result));
      return attempt;
    },
    start: () => workers.start(),
    renew: () => workers.renew(),
    close: () => workers.close(),
  };
}

/** What results of tasks have in common, whichever kind they are of. */
interface TimedResult {
  readonly spent: WorkDone['spent'];
  readonly scanned?: { readonly objects: number; readonly bytes: number; readonly searched: number };
}

function isTimed(result: unknown): result is TimedResult {
  return typeof result === 'object' && result !== null && 'spent' in result && typeof result.spent === 'object';
}

function workOf({ spent, scanned }: TimedResult): WorkDone {
  if (scanned === undefined) return { spent };
  const { objects: count, bytes, searched } = scanned;
  return { spent, objects: { count, bytes, searched } };
}
