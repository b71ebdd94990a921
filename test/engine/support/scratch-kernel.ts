import { Kernel } from '../../../src/kernel/kernel.ts';
import type { Room } from '../../../src/kernel/kernel.ts';

/**
 * A kernel whose rooms can all be taken back at once. Scanners keep theirs: where a test opens a thousand, one after the
 * other, the memory they leave behind makes every collection of garbage take longer.
 */
export class ScratchKernel extends Kernel {
  readonly #taken = new Set<Room>();

  override take(size: number): Room {
    const room = super.take(size);
    this.#taken.add(room);
    return room;
  }

  override release(room: Room): void {
    this.#taken.delete(room);
    super.release(room);
  }

  /** What was made with this kernel before must be used no longer. */
  releaseAll(): void {
    for (const room of this.#taken) super.release(room);
    this.#taken.clear();
  }
}
