// Decoding tables for the Huffman codes of DEFLATE, RFC 1951 section 3.2.2.
//
// A table is looked up with the next bits of the stream. An entry is a u32 that holds all that is to be done:
//
//   bits 0–5    bits to consume: those of the code, and the extra bits behind it
//   bits 8–13   how far to shift the bit buffer right to get at the extra bits
//   bit  14     SUBTABLE: the code is longer than the table's width, look on in another (with SPECIAL)
//   bit  15     SPECIAL: none of the plain cases
//   bits 16–30  the byte, or what the extra bits are added to (of a length, bits 16–24, and in 25–29 the mask of its
//               extra bits); of SUBTABLE, how far from the table's beginning the other stands, in bytes; of other
//               special entries 0 for the end of a block and 1 for a code that stands for nothing
//   bit  31     LITERAL
//
// The bit buffer carries {@link STALE} bits that are consumed already below the next ones: so its low half, masked, is
// a byte offset into a table of u32, without a shift.

export const STALE: u32 = 2;
export const LITERAL: u32 = 0x80000000;
export const SPECIAL: u32 = 0x8000;
export const SUBTABLE: u32 = 0x4000;
const INVALID: u32 = SPECIAL | (1 << 16);
/** What a precode without any codes says. */
const LENGTH_ZERO: u32 = LITERAL | (STALE << 8);

const LITLEN_COUNT: u32 = 288;
const DISTANCE_COUNT: u32 = 32;
const LONGEST: u32 = 15;

/** Entry of a symbol whose code has no bits: the length of its code times this is added. */
const CODE_BIT: u32 = 0x101;

const litlenSymbols = memory.data(4 * 288, 16);
const distanceSymbols = memory.data(4 * 32, 16);
const precodeSymbols = memory.data(4 * 20, 16);

// Sizes of tables for the worst set of lengths are those of zlib's examples/enough.c: 2,342 entries for 288 symbols in
// a table of 11 bits (1,334 for 10, 852 for 9), 402 for 32 symbols in one of 8.
export const litlenTable = memory.data(4 * 2400, 16);
export const distanceTable = memory.data(4 * 512, 16);
export const precodeTable = memory.data(4 * 128, 16);
const fixedLitlenTable = memory.data(4 * 512, 16);
const fixedDistanceTable = memory.data(4 * 32, 16);

/**
 * The symbols of a code by length of their code, u16 each: so they stand in the order of their codes when appended by
 * ascending number. Room for all symbols there can be and the overshoot of a wide store. Before the buckets stands
 * where the next symbol of each length goes, u32 each.
 */
const BUCKET: u32 = 2 * (288 + 16);
const BUCKETS: u32 = 4 * 16;
export const litlenCode = memory.data(64 + 16 * 608, 16);
export const distanceCode = memory.data(64 + 16 * 608, 16);
/** Symbols of each length, u32 each. */
const counts = memory.data(4 * 16, 16);

/** Forgets the symbols of a code. */
export function clearCode(code: usize): void {
  const step = i32x4.splat(4 * BUCKET);
  let ends = i32x4.add(i32x4.splat(<i32>code + BUCKETS), i32x4(0, BUCKET, 2 * BUCKET, 3 * BUCKET));
  v128.store(code, ends);
  ends = i32x4.add(ends, step);
  v128.store(code, ends, 16);
  ends = i32x4.add(ends, step);
  v128.store(code, ends, 32);
  ends = i32x4.add(ends, step);
  v128.store(code, ends, 48);
}

/** Adds symbols from `symbol` on, at most 8 of them, whose codes have `length` bits. */
// @ts-ignore: decorator
@inline
export function addSymbols(code: usize, symbol: u32, repeat: u32, length: u32): void {
  const end = load<u32>(code + (length << 2));
  v128.store(end, i16x8.add(i16x8.splat(<i16>symbol), i16x8(0, 1, 2, 3, 4, 5, 6, 7)));
  store<u32>(code + (length << 2), end + (repeat << 1));
}

/** Adds one symbol. */
// @ts-ignore: decorator
@inline
export function addSymbol(code: usize, symbol: u32, length: u32): void {
  const end = load<u32>(code + (length << 2));
  store<u16>(end, <u16>symbol);
  store<u32>(code + (length << 2), end + 2);
}

/**
 * Makes the table of a code.
 *
 * @param symbols Entries of the symbols, as if their codes had no bits.
 * @param widest Most bits to look up at once; longer codes go to subtables.
 * @param excused Codes that say less than they could are taken when none is longer than this, as zlib does: 1 allows a
 * single code of one bit or none at all, 0 only none.
 * @param missing Entry of what such a code lacks, as if it had no bits; it has one.
 * @returns Bits to look up with, or 0 when the lengths make no code.
 */
function buildTable(code: usize, table: usize, symbols: usize, widest: u32, excused: u32, missing: u32): u32 {
  let longest: u32 = 0;
  let left: i32 = 1;
  for (let length: u32 = 1, bucket = <u32>code + BUCKETS + BUCKET; length <= LONGEST; length++, bucket += BUCKET) {
    const count = (load<u32>(code + (length << 2)) - bucket) >> 1;
    store<u32>(counts + (length << 2), count);
    left = (left << 1) - <i32>count;
    if (left < 0) return 0;
    if (count != 0) longest = length;
  }
  if (left != 0) {
    if (longest > excused) return 0;
    store<u32>(table, missing + CODE_BIT);
    store<u32>(table, missing + CODE_BIT, 4);
    if (longest == 1) {
      const symbol = <usize>load<u16>(code + BUCKETS + BUCKET);
      store<u32>(table, load<u32>(symbols + (symbol << 2)) + CODE_BIT);
    }
    return 1;
  }
  const width = min(longest, widest);
  // Codes stand in the stream with their first bit lowest, so they are counted up from their highest bit down. While
  // all have `length` bits, the table has 2^length entries; it doubles by copying itself.
  let length: u32 = 1;
  let word: u32 = 0;
  let size: u32 = 2;
  for (;;) {
    let bucket = code + BUCKETS + length * BUCKET;
    const bucketEnd = load<u32>(code + (length << 2));
    const bits = length * CODE_BIT;
    while (bucket < bucketEnd) {
      store<u32>(table + (word << 2), load<u32>(symbols + (<usize>load<u16>(bucket) << 2)) + bits);
      bucket += 2;
      const rest = word ^ (size - 1);
      // The last code of all has only ones.
      if (rest == 0) return width;
      const highest: u32 = 0x80000000 >> clz(rest);
      word = (word & (highest - 1)) | highest;
    }
    if (length == width) break;
    length++;
    const bytes = size << 2;
    if (bytes < 16) store<u64>(table + bytes, load<u64>(table));
    else for (let at: u32 = 0; at < bytes; at += 16) v128.store(table + bytes + at, v128.load(table + at));
    size <<= 1;
  }
  buildSubtables(code, table, symbols, width, word);
  return width;
}

/** Goes on with the codes longer than the table is wide; the first of them is `word`. */
function buildSubtables(code: usize, table: usize, symbols: usize, width: u32, word: u32): void {
  const mask = ((<u32>1) << width) - 1;
  let tableEnd = mask + 1;
  let prefix: u32 = 0xffffffff;
  let start: u32 = 0;
  for (let length = width + 1; length <= LONGEST; length++) {
    let bucket = code + BUCKETS + length * BUCKET;
    const bucketEnd = load<u32>(code + (length << 2));
    const ownBits = length - width;
    while (bucket < bucketEnd) {
      if ((word & mask) != prefix) {
        prefix = word & mask;
        start = tableEnd;
        // As wide as the codes that begin with this prefix need: they fill it, and what follows does not go into it.
        let bits = ownBits;
        let used = (bucketEnd - <u32>bucket) >> 1;
        while (used < (<u32>1) << bits) {
          bits++;
          used = (used << 1) + load<u32>(counts + ((width + bits) << 2));
        }
        tableEnd = start + ((<u32>1) << bits);
        store<u32>(table + (prefix << 2), (start << 18) | SPECIAL | SUBTABLE | (bits << 8) | width);
      }
      const entry = load<u32>(symbols + (<usize>load<u16>(bucket) << 2)) + ownBits * CODE_BIT;
      bucket += 2;
      for (let at = start + (word >> width); at < tableEnd; at += (<u32>1) << ownBits) {
        store<u32>(table + (at << 2), entry);
      }
      const rest = word ^ (((<u32>1) << length) - 1);
      if (rest == 0) return;
      const highest: u32 = 0x80000000 >> clz(rest);
      word = (word & (highest - 1)) | highest;
    }
  }
}

/** Makes the table of a block's literals and lengths, see {@link buildTable}. */
export function buildLitlenTable(widest: u32): u32 {
  return buildTable(litlenCode, litlenTable, litlenSymbols, widest, 1, INVALID);
}

/** Makes the table of a block's distances. */
export function buildDistanceTable(): u32 {
  return buildTable(distanceCode, distanceTable, distanceSymbols, 8, 1, INVALID);
}

/**
 * Makes the table of the precode, in which the lengths of the others are written, from what stands in litlenCode. A
 * LITERAL entry's value is a length, another's the smallest count of a repetition: of zeros, or when SPECIAL of the
 * last length. A precode without any codes yields lengths of 0 of one bit each, as in zlib.
 */
export function buildPrecodeTable(): u32 {
  return buildTable(litlenCode, precodeTable, precodeSymbols, 7, 0, LENGTH_ZERO);
}

export const FIXED_LITLEN_WIDTH: u32 = 9;
export const FIXED_DISTANCE_WIDTH: u32 = 5;

/** Puts the tables of the fixed code, RFC 1951 section 3.2.6, where those of a block stand. */
export function useFixedTables(): void {
  for (let at: u32 = 0; at < 4 * 512; at += 16) v128.store(litlenTable + at, v128.load(fixedLitlenTable + at));
  for (let at: u32 = 0; at < 4 * 32; at += 16) v128.store(distanceTable + at, v128.load(fixedDistanceTable + at));
}

/** Entry of a symbol that stands for `base` and what `extra` bits say. */
function plain(base: u32, extra: u32): u32 {
  return (base << 16) | (STALE << 8) | extra;
}

function prepare(): void {
  for (let symbol: u32 = 0; symbol < 256; symbol++) {
    store<u32>(litlenSymbols + (symbol << 2), LITERAL | (symbol << 16) | (STALE << 8));
  }
  store<u32>(litlenSymbols + (256 << 2), SPECIAL);
  for (let symbol: u32 = 257, base: u32 = 3; symbol < 285; symbol++) {
    const extra: u32 = symbol < 265 ? 0 : (symbol - 261) >> 2;
    store<u32>(litlenSymbols + (symbol << 2), plain(base, extra) | ((((<u32>1) << extra) - 1) << 25));
    base += (<u32>1) << extra;
  }
  store<u32>(litlenSymbols + (285 << 2), plain(258, 0));
  store<u32>(litlenSymbols + (286 << 2), INVALID);
  store<u32>(litlenSymbols + (287 << 2), INVALID);
  for (let symbol: u32 = 0, base: u32 = 1; symbol < 30; symbol++) {
    const extra: u32 = symbol < 4 ? 0 : (symbol - 2) >> 1;
    store<u32>(distanceSymbols + (symbol << 2), plain(base, extra));
    base += (<u32>1) << extra;
  }
  store<u32>(distanceSymbols + (30 << 2), INVALID);
  store<u32>(distanceSymbols + (31 << 2), INVALID);
  for (let symbol: u32 = 0; symbol < 16; symbol++) {
    store<u32>(precodeSymbols + (symbol << 2), LITERAL | (symbol << 16) | (STALE << 8));
  }
  store<u32>(precodeSymbols + (16 << 2), plain(3, 2) | SPECIAL);
  store<u32>(precodeSymbols + (17 << 2), plain(3, 3));
  store<u32>(precodeSymbols + (18 << 2), plain(11, 7));

  clearCode(litlenCode);
  for (let symbol: u32 = 0; symbol < LITLEN_COUNT; symbol++) {
    addSymbol(litlenCode, symbol, symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8);
  }
  buildTable(litlenCode, fixedLitlenTable, litlenSymbols, FIXED_LITLEN_WIDTH, 0, INVALID);
  clearCode(distanceCode);
  for (let symbol: u32 = 0; symbol < DISTANCE_COUNT; symbol++) addSymbol(distanceCode, symbol, 5);
  buildTable(distanceCode, fixedDistanceTable, distanceSymbols, FIXED_DISTANCE_WIDTH, 0, INVALID);
}

prepare();
