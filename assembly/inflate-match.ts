// Copying within the result, RFC 1951 section 3.2.3: a match may overlap itself.

/**
 * For each distance below 16: 16 places from which to take bytes so that the pattern of that length repeats, and by
 * how many bytes to go on.
 */
const patterns = memory.data(16 * 16, 16);
const strides = memory.data(16);

function prepare(): void {
  for (let distance: u32 = 1; distance < 16; distance++) {
    for (let index: u32 = 0; index < 16; index++) store<u8>(patterns + distance * 16 + index, <u8>(index % distance));
    store<u8>(strides + distance, <u8>(16 - (16 % distance)));
  }
}

prepare();

/** Copies to `out` what stands `distance` before it; writes up to 31 bytes more. */
// @ts-ignore: decorator
@inline
export function copyMatch(out: usize, distance: u32, length: u32): void {
  let from = out - distance;
  const stop = out + length;
  if (distance >= 16) {
    v128.store(out, v128.load(from));
    v128.store(out, v128.load(from, 16), 16);
    out += 32;
    while (out < stop) {
      from += 32;
      v128.store(out, v128.load(from));
      v128.store(out, v128.load(from, 16), 16);
      out += 32;
    }
  } else {
    const pattern = v128.swizzle(v128.load(from), v128.load(distance << 4, patterns));
    const stride = <usize>load<u8>(distance, strides);
    do {
      v128.store(out, pattern);
      out += stride;
    } while (out < stop);
  }
}
