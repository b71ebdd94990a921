import { DEFAULT_LIMITS } from '../../src/engine/limits.ts';
import { newProgress } from '../../src/engine/progress.ts';
import type { Attempt, Workers } from '../../src/engine/workers.ts';
import work from '../../src/history/worker.ts';

/** The work of worker threads, done on the calling one: nothing has to start. One set of detectors in a process. */
export function inlineWorkers(detectors: URL): Workers {
  const setup = { detectors: detectors.href, key: new Uint8Array(32), limits: DEFAULT_LIMITS };
  return {
    setup,
    jobs: 1,
    async run<Result>(payload: object): Promise<Attempt<Result>> {
      const task = { setup, payload: structuredClone(payload), progress: newProgress() };
      return { ok: true, result: (await work(task as never)) as Result };
    },
    start: () => {},
    renew: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
