import type { Attempt, Workers } from '../engine/workers.ts';

/** Workers that start when there is work for them, or when they are told that there will be. */
export interface LazyWorkers extends Workers {
  /** Has all threads start. */
  open(): void;
}

/** Where a store knows everything there is no work. */
export function lazyWorkers(jobs: number, open: () => Workers): LazyWorkers {
  let opened: Workers | undefined;
  return {
    get setup() {
      opened ??= open();
      return opened.setup;
    },
    jobs,
    open() {
      opened ??= open();
      opened.start();
    },
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
