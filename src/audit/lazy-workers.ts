import type { Attempt, Workers } from '../engine/workers.ts';

/** Workers that start when there is work for them: where a store knows everything there is none. */
export function lazyWorkers(jobs: number, open: () => Workers): Workers {
  let opened: Workers | undefined;
  return {
    get setup() {
      opened ??= open();
      return opened.setup;
    },
    jobs,
    run<Result>(payload: object, transfer?: readonly ArrayBuffer[]): Promise<Attempt<Result>> {
      opened ??= open();
      return opened.run(payload, transfer);
    },
    // They start when there is work.
    start: () => opened?.start(),
    renew: () => opened?.renew() ?? Promise.resolve(),
    close: () => opened?.close() ?? Promise.resolve(),
  };
}
