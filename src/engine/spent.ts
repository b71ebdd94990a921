/** Where a worker's time goes, in milliseconds. */
export const STAGES = ['read', 'inflate', 'delta', 'search', 'judge', 'decode', 'trees'] as const;
export type Stage = (typeof STAGES)[number];
export type Spent = Record<Stage, number>;

/** Gathers where the time of one thread goes. */
export class Stopwatch {
  #spent: Spent = nothing();

  add(stage: Stage, since: number): void {
    this.#spent[stage] += performance.now() - since;
  }

  /** Counts time that was counted for one stage for another. */
  move(from: Stage, to: Stage, milliseconds: number): void {
    this.#spent[from] -= milliseconds;
    this.#spent[to] += milliseconds;
  }

  /** What was gathered since the last call. */
  take(): Spent {
    const spent = this.#spent;
    this.#spent = nothing();
    return spent;
  }
}

function nothing(): Spent {
  return { read: 0, inflate: 0, delta: 0, search: 0, judge: 0, decode: 0, trees: 0 };
}
