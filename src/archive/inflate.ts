import type { Input } from './input.ts';
import { CODE_LENGTH_ORDER, DISTANCE_BASE, DISTANCE_EXTRA, HuffmanTable, LENGTHS, MAX_BITS } from './inflate-tables.ts';
import { DAMAGED, Damage, TRUNCATED } from './stop.ts';

/** Bytes of input with which any block header is complete: 14 + 19 × 3 + 320 × 14 bits, and the bits held. */
const LOOK_AHEAD = 1024;
const OUTPUT_BYTES = 128 * 1024;
/** Most bits that a symbol with its distance takes: 15 + 16 + 15 + 14, rounded up to bytes, and the bits held. */
const SYMBOL_BYTES = 16;

type Status = 'input' | 'output' | 'done' | 'damaged';
type Stage = 'header' | 'stored' | 'codes' | 'end';

const FIXED = { literals: new HuffmanTable(), distances: new HuffmanTable() };
FIXED.literals.build(
  Uint8Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
  0,
  288,
);
FIXED.distances.build(new Uint8Array(32).fill(5), 0, 32);

/**
 * Decompresses deflate (RFC 1951) and deflate64 step by step. Unlike node:zlib it tells where the data ends, which
 * archives without sizes need, and gives everything that stands before damage, to the byte.
 */
export class Inflater {
  /** Position behind what has been used of the bytes given last. */
  at = 0;
  /** Why the status is `damaged`. */
  problem = DAMAGED;
  readonly #history: number;
  readonly #longest: number;
  readonly #window: Uint8Array;
  readonly #lengths: (typeof LENGTHS)['deflate'];
  readonly #distanceSymbols: number;
  #given = 0;
  #used = 0;
  #hold = 0;
  #bits = 0;
  #stage: Stage = 'header';
  #isLast = false;
  #storedLeft = 0;
  #literals = FIXED.literals;
  #distances = FIXED.distances;
  readonly #ownLiterals = new HuffmanTable();
  readonly #ownDistances = new HuffmanTable();
  readonly #codeLengths = new Uint8Array(320);

  constructor(variant: 'deflate' | 'deflate64' = 'deflate') {
    this.#lengths = LENGTHS[variant];
    this.#history = variant === 'deflate' ? 32 * 1024 : 64 * 1024;
    this.#longest = variant === 'deflate' ? 258 : 65_538;
    this.#distanceSymbols = variant === 'deflate' ? 30 : 32;
    this.#window = new Uint8Array(this.#history + OUTPUT_BYTES + this.#longest);
  }

  /** Makes ready for another stream. */
  reset(): void {
    this.#given = this.#used = this.#hold = this.#bits = 0;
    this.#stage = 'header';
    this.#isLast = false;
  }

  /**
   * Goes on with the bytes from `from` to `to`. `input`: give what begins at {@link at}, with more behind it;
   * `output`: take the output and come again; `damaged`: nothing more can be had, but the output stands.
   *
   * @param ended Nothing comes behind these bytes.
   */
  run(bytes: Uint8Array, from: number, to: number, ended: boolean): Status {
    this.at = from;
    this.#makeRoom();
    const status = this.#advance(bytes, to, ended);
    this.#unread();
    return status;
  }

  #advance(bytes: Uint8Array, to: number, ended: boolean): Status {
    try {
      for (;;) {
        if (this.#stage === 'end') return 'done';
        if (this.#used >= this.#history + OUTPUT_BYTES) return 'output';
        if (this.#stage === 'header') {
          if (!ended && to - this.at < LOOK_AHEAD) return 'input';
          this.#readHeader(bytes, to);
        } else if (this.#stage === 'stored') {
          this.#copyStored(bytes, to);
          if (this.#storedLeft > 0) {
            if (this.at < to) return 'output';
            if (!ended) return 'input';
            throw new Damage(TRUNCATED);
          }
        } else {
          this.#decode(bytes, to, ended);
          if (this.#stage === 'codes' && this.#used < this.#history + OUTPUT_BYTES && !ended) return 'input';
        }
      }
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
      this.problem = error.what;
      return 'damaged';
    }
  }

  /** What has been decompressed since it was last taken; valid until the next run. */
  output(): Uint8Array {
    const output = this.#window.subarray(this.#given, this.#used);
    this.#given = this.#used;
    return output;
  }

  /** Keeps what later distances can reach, and gives the rest of the window back. */
  #makeRoom(): void {
    if (this.#used < this.#history + OUTPUT_BYTES / 2) return;
    const keep = Math.min(this.#given, this.#history);
    const start = this.#given - keep;
    this.#window.copyWithin(0, start, this.#used);
    this.#used -= start;
    this.#given = keep;
  }

  /** Gives back whole bytes that were taken in advance: they may be somewhere else at the next run. */
  #unread(): void {
    this.at -= this.#bits >> 3;
    this.#bits &= 7;
    this.#hold &= (1 << this.#bits) - 1;
  }

  /** Goes on at the next whole byte. */
  #align(): void {
    this.#unread();
    this.#bits = 0;
    this.#hold = 0;
  }

  #take(bytes: Uint8Array, to: number, count: number): number {
    while (this.#bits < count) {
      if (this.at >= to) throw new Damage(TRUNCATED);
      this.#hold |= bytes[this.at++]! << this.#bits;
      this.#bits += 8;
    }
    const value = this.#hold & ((1 << count) - 1);
    this.#hold >>>= count;
    this.#bits -= count;
    return value;
  }

  #readHeader(bytes: Uint8Array, to: number): void {
    if (this.#isLast) {
      this.#align();
      this.#stage = 'end';
      return;
    }
    this.#isLast = this.#take(bytes, to, 1) === 1;
    const type = this.#take(bytes, to, 2);
    if (type === 0) {
      this.#align();
      const length = this.#take(bytes, to, 16);
      if ((length ^ this.#take(bytes, to, 16)) !== 0xffff) throw new Damage(DAMAGED);
      this.#storedLeft = length;
      this.#stage = 'stored';
    } else if (type === 3) {
      throw new Damage(DAMAGED);
    } else {
      if (type === 1) {
        this.#literals = FIXED.literals;
        this.#distances = FIXED.distances;
      } else this.#readTables(bytes, to);
      this.#stage = 'codes';
    }
  }

  /** RFC 1951 section 3.2.7. */
  #readTables(bytes: Uint8Array, to: number): void {
    const literalCount = this.#take(bytes, to, 5) + 257;
    const distanceCount = this.#take(bytes, to, 5) + 1;
    const lengthCount = this.#take(bytes, to, 4) + 4;
    const lengths = this.#codeLengths.fill(0);
    for (let index = 0; index < lengthCount; index++) {
      lengths[CODE_LENGTH_ORDER[index]!] = this.#take(bytes, to, 3);
    }
    const table = this.#ownDistances;
    table.build(lengths, 0, 19);
    lengths.fill(0);
    const total = literalCount + distanceCount;
    for (let index = 0; index < total;) {
      const symbol = this.#symbol(bytes, to, table);
      if (symbol < 16) {
        lengths[index++] = symbol;
        continue;
      }
      if (symbol === 16 && index === 0) throw new Damage(DAMAGED);
      const value = symbol === 16 ? lengths[index - 1]! : 0;
      const repeat =
        symbol === 16
          ? 3 + this.#take(bytes, to, 2)
          : symbol === 17
            ? 3 + this.#take(bytes, to, 3)
            : 11 + this.#take(bytes, to, 7);
      if (index + repeat > total) throw new Damage(DAMAGED);
      lengths.fill(value, index, index + repeat);
      index += repeat;
    }
    this.#ownLiterals.build(lengths, 0, literalCount);
    this.#ownDistances.build(lengths, literalCount, total);
    this.#literals = this.#ownLiterals;
    this.#distances = this.#ownDistances;
  }

  /** One symbol where speed does not matter. */
  #symbol(bytes: Uint8Array, to: number, table: HuffmanTable): number {
    while (this.#bits < MAX_BITS && this.at < to) {
      this.#hold |= bytes[this.at++]! << this.#bits;
      this.#bits += 8;
    }
    const entry = table.entries[this.#hold & ((1 << table.bits) - 1)]!;
    const length = entry & 15;
    if (length === 0) throw new Damage(DAMAGED);
    if (length > this.#bits) throw new Damage(TRUNCATED);
    this.#hold >>>= length;
    this.#bits -= length;
    return entry >> 4;
  }

  #copyStored(bytes: Uint8Array, to: number): void {
    const room = this.#window.length - this.#used;
    const count = Math.min(this.#storedLeft, to - this.at, room);
    this.#window.set(bytes.subarray(this.at, this.at + count), this.#used);
    this.at += count;
    this.#used += count;
    this.#storedLeft -= count;
    if (this.#storedLeft === 0) this.#stage = 'header';
  }

  /** The hot loop: symbols until input or room ends. All its state is local; what stands is written back at the end. */
  #decode(bytes: Uint8Array, to: number, ended: boolean): void {
    const window = this.#window;
    const literals = this.#literals.entries;
    const literalMask = (1 << this.#literals.bits) - 1;
    const distances = this.#distances.entries;
    const distanceMask = (1 << this.#distances.bits) - 1;
    const { base: lengthBase, extra: lengthExtra } = this.#lengths;
    const full = this.#history + OUTPUT_BYTES;
    // Up to here a whole symbol is there. At the end of all input, one that is not is noticed when it is read.
    const safe = ended ? to + SYMBOL_BYTES : to - SYMBOL_BYTES;
    let at = this.at;
    let hold = this.#hold;
    let bits = this.#bits;
    let used = this.#used;
    let problem: string | undefined;
    while (used < full && at <= safe) {
      while (bits < MAX_BITS) {
        // Behind the end come zeros; whether they were used is asked when the symbol is known.
        hold |= (at < to ? bytes[at]! : 0) << bits;
        at++;
        bits += 8;
      }
      const entry = literals[hold & literalMask]!;
      const codeBits = entry & 15;
      hold >>>= codeBits;
      bits -= codeBits;
      if (codeBits === 0) {
        problem = DAMAGED;
        break;
      }
      const symbol = entry >> 4;
      if (symbol < 256) {
        if (at - (bits >> 3) > to) {
          problem = TRUNCATED;
          break;
        }
        window[used++] = symbol;
        continue;
      }
      if (symbol === 256) {
        if (at - (bits >> 3) > to) problem = TRUNCATED;
        else this.#stage = 'header';
        break;
      }
      if (symbol > 285) {
        problem = DAMAGED;
        break;
      }
      const extra = lengthExtra[symbol - 257]!;
      while (bits < extra) {
        hold |= (at < to ? bytes[at]! : 0) << bits;
        at++;
        bits += 8;
      }
      const length = lengthBase[symbol - 257]! + (hold & ((1 << extra) - 1));
      hold >>>= extra;
      bits -= extra;
      while (bits < MAX_BITS) {
        hold |= (at < to ? bytes[at]! : 0) << bits;
        at++;
        bits += 8;
      }
      const far = distances[hold & distanceMask]!;
      const farBits = far & 15;
      hold >>>= farBits;
      bits -= farBits;
      if (farBits === 0 || far >> 4 >= this.#distanceSymbols) {
        problem = DAMAGED;
        break;
      }
      const farExtra = DISTANCE_EXTRA[far >> 4]!;
      while (bits < farExtra) {
        hold |= (at < to ? bytes[at]! : 0) << bits;
        at++;
        bits += 8;
      }
      const distance = DISTANCE_BASE[far >> 4]! + (hold & ((1 << farExtra) - 1));
      hold >>>= farExtra;
      bits -= farExtra;
      if (at - (bits >> 3) > to || distance > used) {
        problem = distance > used ? DAMAGED : TRUNCATED;
        break;
      }
      if (distance >= length && length > 24) {
        window.copyWithin(used, used - distance, used - distance + length);
        used += length;
      } else {
        for (const stop = used + length; used < stop; used++) window[used] = window[used - distance]!;
      }
    }
    // Zeros from behind the end are the highest bits held, and not read if the last symbol was whole.
    this.at = at;
    this.#hold = hold;
    this.#bits = bits;
    this.#unread();
    this.#used = used;
    if (problem !== undefined) throw new Damage(problem);
  }
}

/**
 * Decompresses deflate data as it comes, and leaves the input behind its end.
 *
 * @throws Damage once all that stands before the damage has been given.
 */
export async function* inflate(input: Input, inflater = new Inflater()): AsyncGenerator<Uint8Array, void, undefined> {
  inflater.reset();
  for (;;) {
    const status = inflater.run(input.bytes, input.at, input.end, input.ended);
    input.at = inflater.at;
    const output = inflater.output();
    if (output.length > 0) yield output;
    if (status === 'done') return;
    if (status === 'damaged') throw new Damage(inflater.problem);
    if (status === 'input') await input.fill(Math.max(LOOK_AHEAD, input.available + 1));
  }
}
