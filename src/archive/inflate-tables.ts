import { DAMAGED, Damage } from './stop.ts';

/** Longest Huffman code of deflate, in bits. */
export const MAX_BITS = 15;

/** RFC 1951 section 3.2.5: lengths for symbols 257 to 285, with their extra bits. */
const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];

/**
 * Symbol 285 stands for a length of 3 to 65,538 in deflate64 and for 258 in deflate; there is no public specification,
 * the difference is described in https://www.pkware.com/appnote (method 9) and in zlib's contrib/infback9.
 */
export const LENGTHS = {
  deflate: { base: Uint16Array.from(LENGTH_BASE), extra: Uint8Array.from(LENGTH_EXTRA) },
  deflate64: { base: Uint16Array.from(LENGTH_BASE.with(28, 3)), extra: Uint8Array.from(LENGTH_EXTRA.with(28, 16)) },
};

/** Distances for symbols 0 to 29, and 30 and 31 for deflate64, with their extra bits. */
export const DISTANCE_BASE = new Uint32Array(32);
export const DISTANCE_EXTRA = new Uint8Array(32);
for (let symbol = 0, base = 1; symbol < 32; symbol++) {
  DISTANCE_BASE[symbol] = base;
  DISTANCE_EXTRA[symbol] = symbol < 4 ? 0 : (symbol >> 1) - 1;
  base += 2 ** (DISTANCE_EXTRA[symbol] ?? 0);
}

/** Order in which the lengths of the code length codes are sent. */
export const CODE_LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** A look-up by the next bits, lowest first: the symbol times 16 plus the length of its code; 0 where there is none. */
export class HuffmanTable {
  readonly entries = new Uint16Array(1 << MAX_BITS);
  /** Bits to look up by: the length of the longest code. */
  bits = 0;
  readonly #count = new Uint16Array(MAX_BITS + 1);
  readonly #next = new Uint16Array(MAX_BITS + 2);

  /** @param lengths Bits of the code of each symbol from `from` to `to`; 0 for symbols that have none. */
  build(lengths: Uint8Array, from: number, to: number): void {
    const count = this.#count.fill(0);
    for (let index = from; index < to; index++) count[lengths[index]!]!++;
    count[0] = 0;
    let left = 1;
    let bits = 0;
    let code = 0;
    for (let length = 1; length <= MAX_BITS; length++) {
      const here = count[length]!;
      left = left * 2 - here;
      if (left < 0) throw new Damage(DAMAGED);
      if (here > 0) bits = length;
      this.#next[length] = code;
      code = (code + here) << 1;
    }
    this.bits = bits;
    const size = 1 << bits;
    const entries = this.entries;
    if (left > 0) entries.fill(0, 0, size);
    for (let index = from; index < to; index++) {
      const length = lengths[index]!;
      if (length === 0) continue;
      const entry = ((index - from) << 4) | length;
      const step = 1 << length;
      for (let at = reverse(this.#next[length]!++, length); at < size; at += step) entries[at] = entry;
    }
  }
}

function reverse(code: number, length: number): number {
  let from = code;
  let to = 0;
  for (let bit = 0; bit < length; bit++) {
    to = (to << 1) | (from & 1);
    from >>= 1;
  }
  return to;
}
