import { randomInt } from 'node:crypto';
import { Growing32 } from '../../kernel/growing.ts';

/** Differs in each process, so that nobody can choose names that all fall into one slot. */
const SEED = randomInt(2 ** 32);
const FACTOR = randomInt(2 ** 31) * 2 + 1;

/** A hash of the bytes, 32 bits; `seed` continues that of bytes before. */
export function hashBytes(bytes: Uint8Array, from: number, to: number, seed: number = SEED): number {
  let hash = seed;
  for (let at = from; at < to; at++) {
    hash = Math.imul(hash ^ bytes[at]!, FACTOR);
    hash ^= hash >>> 15;
  }
  return hash;
}

/** Numbers byte strings by when they were first seen, and keeps each once: in one buffer, without an object for any. */
export class ByteInterner {
  readonly ends = new Growing32();
  readonly #hashes = new Growing32();
  /** Open addressing: number plus one, 0 for an empty slot. */
  #slots = new Uint32Array(256);
  /** The strings one after the other, and room behind them. */
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(4096);

  get length(): number {
    return this.ends.length;
  }

  /** Bytes that all strings have together. */
  get size(): number {
    return this.end(this.length - 1);
  }

  start(number: number): number {
    return number === 0 ? 0 : this.ends.array[number - 1]!;
  }

  end(number: number): number {
    return number < 0 ? 0 : this.ends.array[number]!;
  }

  /** Number of the bytes from `from` to `to`; `hash` must be the same whenever the bytes are. */
  intern(source: Uint8Array, from: number, to: number, hash: number = hashBytes(source, from, to)): number {
    const mask = this.#slots.length - 1;
    const wanted = hash >>> 0;
    let slot = slotOf(hash, mask);
    for (let entry = this.#slots[slot]!; entry !== 0; entry = this.#slots[slot]!) {
      if (this.#hashes.array[entry - 1] === wanted && this.#equals(entry - 1, source, from, to)) return entry - 1;
      slot = (slot + 1) & mask;
    }
    const number = this.length;
    this.#append(source, from, to);
    this.#hashes.push(wanted);
    this.#slots[slot] = number + 1;
    if (this.length * 2 > this.#slots.length) this.#enlarge();
    return number;
  }

  #equals(number: number, source: Uint8Array, from: number, to: number): boolean {
    const start = this.start(number);
    if (this.end(number) - start !== to - from) return false;
    const { bytes } = this;
    for (let at = from, own = start; at < to; at++, own++) if (source[at] !== bytes[own]) return false;
    return true;
  }

  #append(source: Uint8Array, from: number, to: number): void {
    let end = this.size;
    const needed = end + to - from;
    if (needed > this.bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
      larger.set(this.bytes.subarray(0, end));
      this.bytes = larger;
    }
    for (let at = from; at < to; at++) this.bytes[end++] = source[at]!;
    this.ends.push(end);
  }

  #enlarge(): void {
    this.#slots = new Uint32Array(this.#slots.length * 4);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.length; number++) {
      let slot = slotOf(this.#hashes.array[number]!, mask);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number + 1;
    }
  }
}

function slotOf(hash: number, mask: number): number {
  return (hash ^ (hash >>> 16)) & mask;
}
