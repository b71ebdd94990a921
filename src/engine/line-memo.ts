import { randomFillSync } from 'node:crypto';
import type { RawMatch } from './raw-match.ts';

/** Longest line remembered, in bytes. */
export const MEMO_LINE = 1024;
/** Lines remembered in each of two generations. */
const GENERATION = 100_000;
/** Independent hashes of 16 good bits each. */
const LANES = 4;
const WORDS = MEMO_LINE / 2 + 2;

/** Lines without a match are by far the most: for them only the second hash is kept. */
type Entry = number | { readonly check: number; readonly matches: readonly RawMatch[] };

/**
 * Remembers lines that were judged, by hash, with what was found in them: offsets, fingerprints and masked previews,
 * never text. The older half is forgotten when the table is full.
 *
 * The hash is multilinear over 16-bit words with random factors (Lemire and Kaser, "Strongly universal string hashing
 * is fast", The Computer Journal 57(11), 2014): without the factors nobody can write a line that collides with another
 * in order to hide it.
 */
export class LineMemo {
  readonly #factors = randomFillSync(new Int32Array(WORDS * LANES));
  #current = new Map<number, Entry>();
  #previous = new Map<number, Entry>();
  #key = 0;
  #check = 0;

  /** Matches of the line as last judged, with offsets from its start, or `undefined` when it is not known. */
  find(bytes: Uint8Array, start: number, end: number): readonly RawMatch[] | undefined {
    this.#hash(bytes, start, end);
    const entry = this.#current.get(this.#key) ?? this.#previous.get(this.#key);
    if (entry === undefined) return undefined;
    if (typeof entry === 'number') return entry === this.#check ? [] : undefined;
    return entry.check === this.#check ? entry.matches : undefined;
  }

  /** Remembers the matches of the line last asked for. */
  remember(matches: readonly RawMatch[]): void {
    if (this.#current.size >= GENERATION) {
      this.#previous = this.#current;
      this.#current = new Map();
    }
    this.#current.set(this.#key, matches.length === 0 ? this.#check : { check: this.#check, matches });
  }

  #hash(bytes: Uint8Array, start: number, end: number): void {
    const factors = this.#factors;
    const length = end - start;
    let lane0 = factors[0]! + Math.imul(factors[4]!, length);
    let lane1 = factors[1]! + Math.imul(factors[5]!, length);
    let lane2 = factors[2]! + Math.imul(factors[6]!, length);
    let lane3 = factors[3]! + Math.imul(factors[7]!, length);
    for (let index = start, factor = 8; index < end; index += 2, factor += LANES) {
      const word = bytes[index]! | (index + 1 < end ? bytes[index + 1]! << 8 : 0);
      lane0 = (lane0 + Math.imul(factors[factor]!, word)) | 0;
      lane1 = (lane1 + Math.imul(factors[factor + 1]!, word)) | 0;
      lane2 = (lane2 + Math.imul(factors[factor + 2]!, word)) | 0;
      lane3 = (lane3 + Math.imul(factors[factor + 3]!, word)) | 0;
    }
    this.#key = (lane0 >>> 16) * 2 ** 32 + (lane1 >>> 16) * 2 ** 16 + (lane2 >>> 16);
    this.#check = lane3 >>> 16;
  }
}
