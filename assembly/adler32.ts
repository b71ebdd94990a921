// Adler-32, RFC 1950 section 8.2, sixteen bytes a step.

const MODULUS: u32 = 65521;
/** Bytes between two divisions: 256 steps, after which a column of bytes still adds up to less than 65,536. */
const BLOCK: u32 = 4096;

/** Sum of the four lanes. */
// @ts-ignore: decorator
@inline
function total(lanes: v128): u32 {
  return (
    i32x4.extract_lane(lanes, 0) +
    i32x4.extract_lane(lanes, 1) +
    i32x4.extract_lane(lanes, 2) +
    i32x4.extract_lane(lanes, 3)
  );
}

/** Adler-32 of the bytes. */
export function adler32(at: usize, length: u32): u32 {
  let a: u32 = 1;
  let b: u32 = 0;
  while (length >= 16) {
    const whole = (length < BLOCK ? length : BLOCK) & ~15;
    const end = at + whole;
    // Every byte counts in `b` once for each byte from it to the end. Its step's share of that is `before`, summed up
    // from the sums of the steps before; its place within the step is weighed once for each of the sixteen columns.
    let sum = i32x4.splat(0);
    let before = i32x4.splat(0);
    let low = i16x8.splat(0);
    let high = i16x8.splat(0);
    while (at < end) {
      const bytes = v128.load(at);
      before = i32x4.add(before, sum);
      sum = i32x4.add(sum, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes)));
      low = i16x8.add(low, i16x8.extend_low_i8x16_u(bytes));
      high = i16x8.add(high, i16x8.extend_high_i8x16_u(bytes));
      at += 16;
    }
    const weighed = i32x4.add(
      i32x4.add(
        i32x4.extmul_low_i16x8_u(low, i16x8(16, 15, 14, 13, 12, 11, 10, 9)),
        i32x4.extmul_high_i16x8_u(low, i16x8(16, 15, 14, 13, 12, 11, 10, 9)),
      ),
      i32x4.add(
        i32x4.extmul_low_i16x8_u(high, i16x8(8, 7, 6, 5, 4, 3, 2, 1)),
        i32x4.extmul_high_i16x8_u(high, i16x8(8, 7, 6, 5, 4, 3, 2, 1)),
      ),
    );
    // At most 65,520 × 4,096 + 16 × 255 × 16 × 32,640 + 65,280 × 136: less than 2³².
    b = (b + a * whole + (total(before) << 4) + total(weighed)) % MODULUS;
    a = (a + total(sum)) % MODULUS;
    length -= whole;
  }
  const end = at + length;
  while (at < end) {
    a += load<u8>(at++);
    b += a;
  }
  return ((b % MODULUS) << 16) | (a % MODULUS);
}
