import { randomInt } from 'node:crypto';
import { Growing32 } from '../../kernel/growing.ts';

/** Differ in each process, so that nobody can choose pairs that all fall into one slot. */
const FACTOR_A = randomInt(2 ** 31) * 2 + 1;
const FACTOR_B = randomInt(2 ** 31) * 2 + 1;

/** At least so many. */
const SLOTS_A_PAIR = 1.5;

/** Numbers pairs of 32-bit numbers by when they were first seen. */
export class PairInterner {
  readonly first: Growing32;
  readonly second: Growing32;
  /** Open addressing: number plus one, 0 for an empty slot. */
  #slots: Uint32Array;

  /** @param expected Pairs for which there is room from the beginning. */
  constructor(expected = 64) {
    this.first = new Growing32(expected);
    this.second = new Growing32(expected);
    this.#slots = new Uint32Array(Math.max(256, 2 ** Math.ceil(Math.log2(expected * SLOTS_A_PAIR))));
  }

  get length(): number {
    return this.first.length;
  }

  /** Number of the pair, which is new when it equals the length from before. */
  intern(a: number, b: number): number {
    const found = this.#find(a, b);
    if (found >= 0) return found;
    const number = this.length;
    this.first.push(a);
    this.second.push(b);
    this.#slots[~found] = number + 1;
    if (this.length * SLOTS_A_PAIR > this.#slots.length) this.#enlarge();
    return number;
  }

  /** Number of the pair, or -1. */
  find(a: number, b: number): number {
    return Math.max(this.#find(a, b), -1);
  }

  /** Gives the memory back that looking pairs up takes, which nobody does any more. */
  seal(): void {
    this.#slots = new Uint32Array(0);
  }

  /** Number of the pair, or the complement of the slot it would have: always negative. */
  #find(a: number, b: number): number {
    const mask = this.#slots.length - 1;
    if (mask < 0) throw new Error('No pair is looked up any more.');
    const first = this.first.array;
    const second = this.second.array;
    let slot = slotOf(a, b, mask);
    for (let entry = this.#slots[slot]!; entry !== 0; entry = this.#slots[slot]!) {
      if (first[entry - 1] === a && second[entry - 1] === b) return entry - 1;
      slot = (slot + 1) & mask;
    }
    return ~slot;
  }

  #enlarge(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.length; number++) {
      let slot = slotOf(this.first.array[number]!, this.second.array[number]!, mask);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number + 1;
    }
  }
}

function slotOf(a: number, b: number, mask: number): number {
  let hash = Math.imul(a, FACTOR_A);
  hash = Math.imul((hash ^ (hash >>> 15)) + b, FACTOR_B);
  return (hash ^ (hash >>> 16)) & mask;
}
