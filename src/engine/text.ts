import type { Kernel, Room } from '../kernel/kernel.ts';
import { Latin1Window } from './latin1-window.ts';

/**
 * A text in the kernel's memory. What it gives out is a view that goes stale when the kernel takes more memory: ask for
 * it anew after anything that may.
 */
export class Text {
  readonly room: Room;
  readonly length: number;
  readonly #kernel: Kernel;
  /** The memory that the view is of. */
  #memory: Uint8Array<ArrayBuffer> | undefined;
  #bytes: Uint8Array<ArrayBuffer> | undefined;
  #window: Latin1Window | undefined;

  constructor(kernel: Kernel, room: Room, length: number) {
    this.#kernel = kernel;
    this.room = room;
    this.length = length;
  }

  get bytes(): Uint8Array<ArrayBuffer> {
    const { memory } = this.#kernel;
    if (this.#bytes === undefined || this.#memory !== memory) {
      this.#memory = memory;
      this.#bytes = memory.subarray(this.room.address, this.room.address + this.length);
      this.#window = undefined;
    }
    return this.#bytes;
  }

  /** Characters of the bytes from `start` to `end`, one for each byte. */
  slice(start: number, end: number): string {
    const { bytes } = this;
    this.#window ??= new Latin1Window(bytes);
    return this.#window.slice(start, end);
  }
}
