import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds that synchronous work may keep the thread. */
const TURN_MS = 20;

/** Lets other work of the process have its turn amid work that would keep the thread: ask {@link due} often. */
export class Turns {
  #end = performance.now() + TURN_MS;

  get due(): boolean {
    return performance.now() >= this.#end;
  }

  async give(): Promise<void> {
    await nextTurn();
    this.#end = performance.now() + TURN_MS;
  }
}
