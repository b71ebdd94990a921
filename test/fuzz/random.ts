import { crc32 } from 'node:zlib';

const WARM_UP = 12;

/** Random numbers that are the same for the same seed, target and case, on every machine: Chris Doty-Humphrey's sfc32. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number, target: string, number: number) {
    this.#a = seed | 0;
    this.#b = crc32(target) | 0;
    this.#c = number | 0;
    for (let round = 0; round < WARM_UP; round++) this.word();
  }

  /** A number of 32 bits. */
  word(): number {
    const result = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + result;
    return result >>> 0;
  }

  /** A whole number from 0 to below `end`; 0 where that is not above 0. */
  below(end: number): number {
    return end <= 1 ? 0 : Math.floor((this.word() / 2 ** 32) * end);
  }

  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True once in `times`. */
  oneIn(times: number): boolean {
    return this.below(times) === 0;
  }

  /** A length from 0 to `most`: half of them are in the lowest tenth or so. */
  length(most: number): number {
    const share = this.word() / 2 ** 32;
    return Math.floor(share ** 4 * (most + 1));
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('There is nothing to pick from.');
    return item;
  }

  bytes(length: number): Buffer {
    const bytes = Buffer.alloc(length);
    for (let at = 0; at < length; at++) bytes[at] = this.word();
    return bytes;
  }
}
