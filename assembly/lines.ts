// Lines of a text: counting them, finding their ends, sixteen bytes at once, and hashing them.

const NEWLINE: u8 = 0x0a;

/** Newlines in [from, to). */
export function countNewlines(bytes: usize, from: u32, to: u32): u32 {
  if (from >= to) return 0;
  const needle = i8x16.splat(NEWLINE);
  let at = bytes + from;
  const end = bytes + to;
  let count: u32 = 0;
  for (; at + 16 <= end; at += 16) count += popcnt(i8x16.bitmask(i8x16.eq(v128.load(at), needle)));
  for (; at < end; at++) count += <u32>(load<u8>(at) == NEWLINE);
  return count;
}

/** Start of the line that the byte at `at` stands in, not before `least`: behind the nearest newline before it. */
export function lineStart(bytes: usize, at: u32, least: u32): u32 {
  const needle = i8x16.splat(NEWLINE);
  while (at >= least + 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(bytes + at - 16), needle));
    if (found != 0) return at - 16 + (32 - <u32>clz(found));
    at -= 16;
  }
  while (at > least && load<u8>(bytes + at - 1) != NEWLINE) at--;
  return at;
}

/** End of the line that the byte at `at` stands in: the nearest newline from there on, or `end`. */
export function lineEnd(bytes: usize, at: u32, end: u32): u32 {
  return <u32>(findByte(bytes + at, bytes + end, NEWLINE) - bytes);
}

/** Address of the first such byte in [at, end), or `end`. */
export function findByte(at: usize, end: usize, byte: u8): usize {
  const needle = i8x16.splat(byte);
  for (; at + 16 <= end; at += 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(at), needle));
    if (found != 0) return at + ctz(found);
  }
  while (at < end && load<u8>(at) != byte) at++;
  return at;
}

/**
 * Multilinear hash of bytes over words of 16 bits, in four lanes: to the first four factors are added the next four
 * times the length, and for each word four more times the word. Writes four u32.
 *
 * @param factors Four u32 for each two bytes, and eight more.
 */
export function hashBytes(bytes: usize, length: u32, factors: usize, out: usize): void {
  let sum = i32x4.add(v128.load(factors), i32x4.mul(v128.load(factors, 16), i32x4.splat(length)));
  let factor = factors + 32;
  let at = bytes;
  for (const end = bytes + (length & ~1); at < end; at += 2, factor += 16) {
    sum = i32x4.add(sum, i32x4.mul(v128.load(factor), i32x4.splat(load<u16>(at))));
  }
  if (length & 1) sum = i32x4.add(sum, i32x4.mul(v128.load(factor), i32x4.splat(load<u8>(at))));
  v128.store(out, sum);
}
