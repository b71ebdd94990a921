import { randomFillSync } from 'node:crypto';
import type { Kernel, Room } from '../kernel/kernel.ts';
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
  readonly #kernel: Kernel;
  readonly #factors: Room;
  readonly #sums: Room;
  #current = new Map<number, Entry>();
  #previous = new Map<number, Entry>();
  #key = 0;
  #check = 0;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
    this.#factors = kernel.hold(randomFillSync(new Uint8Array(WORDS * LANES * 4)));
    this.#sums = kernel.take(LANES * 4);
  }

  /**
   * Matches of the line as last judged, with offsets from its start, or `undefined` when it is not known.
   *
   * @param address Where it stands in the kernel's memory.
   */
  find(address: number, length: number): readonly RawMatch[] | undefined {
    this.#hash(address, length);
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

  #hash(address: number, length: number): void {
    const { calls, words } = this.#kernel;
    calls.hashBytes(address, length, this.#factors.address, this.#sums.address);
    const at = this.#sums.address / 4;
    this.#key = (words[at]! >>> 16) * 2 ** 32 + (words[at + 1]! >>> 16) * 2 ** 16 + (words[at + 2]! >>> 16);
    this.#check = words[at + 3]! >>> 16;
  }
}
