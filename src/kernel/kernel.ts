import { loadKernel } from './load-kernel.ts';
import type { KernelExports } from './load-kernel.ts';
import { referenceKernel } from './reference/kernel.ts';

const PAGE = 65_536;
/** The kernel may read and write this many bytes behind what it is told of. */
const SLACK = 64;
const SMALLEST = 1024;
/** Memory is taken from the machine in steps of at least this. */
const STEP = 4 * 2 ** 20;
/** What the kernel returns are signed numbers of 32 bits, addresses too. */
const HIGHEST = 2 ** 31 - PAGE;

/** Bytes in the kernel's memory. */
export interface Room {
  readonly address: number;
  /** Bytes that may be used; behind them stand {@link SLACK} more that nobody else uses. */
  readonly size: number;
}

/**
 * The kernel and its memory: places are handed out by size class and come back to a list for the next one of that
 * class, four classes to each power of two, so that at most a quarter is wasted. Belongs to one thread.
 */
export class Kernel {
  readonly calls: KernelExports;
  readonly #free: Room[][] = [];
  #memory: Uint8Array<ArrayBuffer>;
  #words: Uint32Array<ArrayBuffer>;
  #end: number;

  constructor(calls: KernelExports = loadKernel() ?? referenceKernel()) {
    this.calls = calls;
    this.#memory = new Uint8Array(calls.memory.buffer);
    this.#words = new Uint32Array(calls.memory.buffer);
    this.#end = (calls.heapBase() + 15) & ~15;
  }

  /** All of the memory. A view goes stale when more room is taken: ask again. */
  get memory(): Uint8Array<ArrayBuffer> {
    return this.#memory;
  }

  /** The same as words of 32 bits: rooms begin at a multiple of 16. */
  get words(): Uint32Array<ArrayBuffer> {
    return this.#words;
  }

  /** Bytes of memory held, in use or not. */
  get bytes(): number {
    return this.memory.length;
  }

  /**
   * Room for at least `size` bytes, holding anything.
   *
   * @throws RangeError when the machine has no more, or above 2 GiB.
   */
  take(size: number): Room {
    const rank = rankOf(size);
    const room = this.#free[rank]?.pop();
    if (room !== undefined) return room;
    const capacity = sizeOf(rank);
    const address = this.#end;
    const end = address + capacity + SLACK;
    if (end > HIGHEST) throw new RangeError(`The kernel has no room for another ${size} bytes.`);
    const needed = end - this.memory.length;
    if (needed > 0) this.#grow(Math.ceil(Math.max(needed, STEP) / PAGE));
    this.#end = (end + 15) & ~15;
    return { address, size: capacity };
  }

  /** Nothing else makes the memory grow, so that views need not be held against it each time they are used. */
  #grow(pages: number): void {
    this.calls.memory.grow(pages);
    this.#memory = new Uint8Array(this.calls.memory.buffer);
    this.#words = new Uint32Array(this.calls.memory.buffer);
  }

  /** Gives room back. */
  release(room: Room): void {
    (this.#free[rankOf(room.size)] ??= []).push(room);
  }

  /** Room that holds a copy of the bytes. */
  hold(bytes: Uint8Array): Room {
    const room = this.take(bytes.length);
    this.memory.set(bytes, room.address);
    return room;
  }
}

/** Class of the smallest room that has `size` bytes: quarters of powers of two. */
function rankOf(size: number): number {
  if (size <= SMALLEST) return 0;
  const power = 31 - Math.clz32(size - 1);
  const quarter = 2 ** (power - 2);
  return (power - 10) * 4 + Math.ceil((size - 2 ** power) / quarter);
}

function sizeOf(rank: number): number {
  const power = 10 + Math.floor(rank / 4);
  return 2 ** power + (rank % 4) * 2 ** (power - 2);
}
