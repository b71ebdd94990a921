/** Offsets in ascending order, and for each the position it had before. */
export interface SortedOffsets {
  readonly offsets: Float64Array;
  readonly positions: Uint32Array;
}

/**
 * Sorts whole numbers from 0 to 2^53-1 by their digits, the least first: the same time whatever they are. Equal ones
 * keep their order.
 */
export function sortOffsets(offsets: Float64Array): SortedOffsets {
  const count = offsets.length;
  let largest = 0;
  for (let index = 0; index < count; index++) largest = Math.max(largest, offsets[index] ?? 0);
  // Few values a digit for short lists, whose sorting would else take the time of counting.
  const radix = count > 4096 ? 2048 : 256;
  let from = { offsets: offsets.slice(), positions: new Uint32Array(count) };
  for (let index = 0; index < count; index++) from.positions[index] = index;
  let to = { offsets: new Float64Array(count), positions: new Uint32Array(count) };
  for (let divisor = 1; divisor <= largest; divisor *= radix) {
    sortByDigit(from, to, divisor, radix);
    [from, to] = [to, from];
  }
  return from;
}

function sortByDigit(from: SortedOffsets, to: SortedOffsets, divisor: number, radix: number): void {
  const count = from.offsets.length;
  const mask = radix - 1;
  const starts = new Uint32Array(radix + 1);
  for (let index = 0; index < count; index++) {
    const digit = ((from.offsets[index] ?? 0) / divisor) & mask;
    starts[digit + 1] = (starts[digit + 1] ?? 0) + 1;
  }
  for (let digit = 0, sum = 0; digit < radix; digit++) {
    sum += starts[digit] ?? 0;
    starts[digit] = sum;
  }
  for (let index = 0; index < count; index++) {
    const offset = from.offsets[index] ?? 0;
    const digit = (offset / divisor) & mask;
    const place = starts[digit] ?? 0;
    starts[digit] = place + 1;
    to.offsets[place] = offset;
    to.positions[place] = from.positions[index] ?? 0;
  }
}
