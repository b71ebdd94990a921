import { DAMAGED, Damage, TRUNCATED } from './stop.ts';

/**
 * LZMA as xz uses it, after the specification and reference decoder that Igor Pavlov placed in the public domain
 * (https://www.7-zip.org/sdk.html, lzma-specification.txt); names of probabilities are as there.
 */

const PROBABILITY_HALF = 1024;
const STATES = 12;
const POSITION_STATES = 16;
const MATCH_MIN = 2;
const END_POSITION_MODEL = 14;
const FULL_DISTANCES = 128;

// Offsets of the probabilities in one array.
const IS_MATCH = 0;
const IS_REP = IS_MATCH + STATES * POSITION_STATES;
const IS_REP_0 = IS_REP + STATES;
const IS_REP_1 = IS_REP_0 + STATES;
const IS_REP_2 = IS_REP_1 + STATES;
const IS_REP_0_LONG = IS_REP_2 + STATES;
const POSITION_SLOT = IS_REP_0_LONG + STATES * POSITION_STATES;
const POSITION_SPECIAL = POSITION_SLOT + 4 * 64;
const ALIGN = POSITION_SPECIAL + FULL_DISTANCES - END_POSITION_MODEL + 1;
const LENGTH = ALIGN + 16;
const LENGTH_LOW = 2;
const LENGTH_MID = LENGTH_LOW + POSITION_STATES * 8;
const LENGTH_HIGH = LENGTH_MID + POSITION_STATES * 8;
const LENGTH_SIZE = LENGTH_HIGH + 256;
const REP_LENGTH = LENGTH + LENGTH_SIZE;
const LITERAL = REP_LENGTH + LENGTH_SIZE;
/** Literals with at most four bits of context, which is what LZMA2 allows. */
const ALL = LITERAL + (0x300 << 4);

const NONE = new Uint8Array(0);

/** Output so far: what matches copy from, and where new bytes go. */
export interface Dictionary {
  bytes: Uint8Array;
  /** Bytes written. */
  used: number;
}

/** Decodes LZMA chunks with what is carried over from one to the next. */
export class LzmaDecoder {
  readonly #probabilities = new Uint16Array(ALL);
  #literalContext = 3;
  #literalMask = 0;
  #positionMask = 3;
  #state = 0;
  readonly #reps = new Uint32Array(4);
  #bytes: Uint8Array = NONE;
  #at = 0;
  #range = 0;
  #code = 0;

  /** Sets lc, lp and pb from their common byte; throws when they are more than LZMA2 allows. */
  setProperties(byte: number): void {
    const literal = byte % 9;
    const position = Math.floor(byte / 9) % 5;
    if (byte >= 225 || literal + position > 4) throw new Damage(DAMAGED);
    this.#literalContext = literal;
    this.#literalMask = (1 << position) - 1;
    this.#positionMask = (1 << Math.floor(byte / 45)) - 1;
  }

  resetState(): void {
    this.#probabilities.fill(PROBABILITY_HALF);
    this.#state = 0;
    this.#reps.fill(0);
  }

  /**
   * Decodes one chunk.
   *
   * @param bytes Exactly the compressed bytes.
   * @param dictionary Has room for `size` more bytes; `used` tells how far it went, after a throw too.
   * @param from First byte of the dictionary that matches may reach.
   * @param position Bytes since the dictionary was reset, which the contexts depend on.
   */
  decode(bytes: Uint8Array, dictionary: Dictionary, size: number, from: number, position: number): void {
    if (bytes.length < 5 || bytes[0] !== 0) throw new Damage(DAMAGED);
    this.#bytes = bytes;
    this.#at = 5;
    this.#range = 0xffffffff;
    this.#code = ((bytes[1]! << 24) | (bytes[2]! << 16) | (bytes[3]! << 8) | bytes[4]!) >>> 0;
    const out = dictionary.bytes;
    const end = dictionary.used + size;
    const shift = position - dictionary.used;
    const reps = this.#reps;
    try {
      while (dictionary.used < end) {
        const used = dictionary.used;
        const state = this.#state;
        const context = (used + shift) & this.#positionMask;
        if (this.#bit(IS_MATCH + state * POSITION_STATES + context) === 0) {
          this.#literal(out, used, from, used + shift);
          dictionary.used++;
          continue;
        }
        const length = this.#match(state, context);
        const distance = reps[0]! + 1;
        if (distance > used - from || used + length > end) throw new Damage(DAMAGED);
        for (let index = 0; index < length; index++) out[used + index] = out[used + index - distance]!;
        dictionary.used += length;
      }
      this.#normalize();
    } finally {
      this.#bytes = NONE;
    }
    if (this.#at !== bytes.length || this.#code !== 0) throw new Damage(DAMAGED);
  }

  /** Length of the next match; its distance, less one, is then the first of the last four. */
  #match(state: number, context: number): number {
    const reps = this.#reps;
    if (this.#bit(IS_REP + state) === 0) {
      const length = this.#length(LENGTH, context);
      this.#state = state < 7 ? 7 : 10;
      reps.copyWithin(1, 0, 3);
      reps[0] = this.#distance(length);
      return length;
    }
    if (this.#bit(IS_REP_0 + state) === 0) {
      if (this.#bit(IS_REP_0_LONG + state * POSITION_STATES + context) === 0) {
        this.#state = state < 7 ? 9 : 11;
        return 1;
      }
    } else {
      const index = this.#bit(IS_REP_1 + state) === 0 ? 1 : 2 + this.#bit(IS_REP_2 + state);
      const distance = reps[index]!;
      reps.copyWithin(1, 0, index);
      reps[0] = distance;
    }
    const length = this.#length(REP_LENGTH, context);
    this.#state = state < 7 ? 8 : 11;
    return length;
  }

  #literal(out: Uint8Array, used: number, from: number, position: number): void {
    const previous = used > from ? out[used - 1]! : 0;
    const place = ((position & this.#literalMask) << this.#literalContext) + (previous >> (8 - this.#literalContext));
    const base = LITERAL + 0x300 * place;
    let symbol = 1;
    if (this.#state >= 7) {
      const distance = this.#reps[0]! + 1;
      if (distance > used - from) throw new Damage(DAMAGED);
      // Until a bit differs, the byte at the last distance says which probability to use.
      let match = out[used - distance]!;
      while (symbol < 0x100) {
        const matchBit = (match >> 7) & 1;
        match <<= 1;
        const bit = this.#bit(base + ((1 + matchBit) << 8) + symbol);
        symbol = (symbol << 1) | bit;
        if (bit !== matchBit) break;
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | this.#bit(base + symbol);
    out[used] = symbol;
    this.#state = this.#state < 4 ? 0 : this.#state < 10 ? this.#state - 3 : this.#state - 6;
  }

  #length(base: number, context: number): number {
    if (this.#bit(base) === 0) return MATCH_MIN + this.#tree(base + LENGTH_LOW + context * 8, 3);
    if (this.#bit(base + 1) === 0) return MATCH_MIN + 8 + this.#tree(base + LENGTH_MID + context * 8, 3);
    return MATCH_MIN + 16 + this.#tree(base + LENGTH_HIGH, 8);
  }

  #distance(length: number): number {
    const slot = this.#tree(POSITION_SLOT + Math.min(length - MATCH_MIN, 3) * 64, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const high = ((2 | (slot & 1)) << bits) >>> 0;
    if (slot < END_POSITION_MODEL) return high + this.#reverseTree(POSITION_SPECIAL + high - slot, bits);
    return high + this.#direct(bits - 4) * 16 + this.#reverseTree(ALIGN, 4);
  }

  #tree(base: number, bits: number): number {
    let symbol = 1;
    for (let index = 0; index < bits; index++) symbol = (symbol << 1) | this.#bit(base + symbol);
    return symbol - (1 << bits);
  }

  #reverseTree(base: number, bits: number): number {
    let node = 1;
    let symbol = 0;
    for (let index = 0; index < bits; index++) {
      const bit = this.#bit(base + node);
      node = (node << 1) | bit;
      symbol |= bit << index;
    }
    return symbol;
  }

  #direct(bits: number): number {
    let value = 0;
    for (let index = 0; index < bits; index++) {
      this.#normalize();
      this.#range >>>= 1;
      const bit = this.#code >= this.#range ? 1 : 0;
      if (bit === 1) this.#code -= this.#range;
      value = value * 2 + bit;
    }
    return value;
  }

  #bit(index: number): number {
    this.#normalize();
    const probabilities = this.#probabilities;
    const probability = probabilities[index]!;
    // Below 2^32: 21 bits times 11 bits.
    const bound = Math.imul(this.#range >>> 11, probability) >>> 0;
    if (this.#code < bound) {
      this.#range = bound;
      probabilities[index] = probability + ((2048 - probability) >> 5);
      return 0;
    }
    this.#range = (this.#range - bound) >>> 0;
    this.#code = (this.#code - bound) >>> 0;
    probabilities[index] = probability - (probability >> 5);
    return 1;
  }

  #normalize(): void {
    if (this.#range >= 0x1000000) return;
    if (this.#at >= this.#bytes.length) throw new Damage(TRUNCATED);
    this.#range = (this.#range << 8) >>> 0;
    this.#code = ((this.#code << 8) | this.#bytes[this.#at++]!) >>> 0;
  }
}
