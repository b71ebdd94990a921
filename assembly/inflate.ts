// Inflates zlib streams, RFC 1950 and RFC 1951. Accepts what zlib accepts, and nothing else.
//
// The bit buffer is a u64 with the next bit of the stream at bit STALE. `have` counts its bits, those STALE included,
// in its lowest six bits; above them stands rubbish, so that a whole table entry can be subtracted from it. Filling
// takes in eight bytes wherever they stand and counts those that fit: bits above `have` are right but not counted, and
// OR-ing them in again does not change them. After it, at least 54 bits are there.

import { adler32 } from './adler32';
import { codesBuffer, codesFilled, codesInput, distanceWidth, litlenWidth, readCodes } from './inflate-codes';
import { copyMatch } from './inflate-match';
import {
  distanceTable,
  FIXED_DISTANCE_WIDTH,
  FIXED_LITLEN_WIDTH,
  LITERAL,
  litlenTable,
  SPECIAL,
  STALE,
  SUBTABLE,
  useFixedTables,
} from './inflate-tables';

/** The stream is damaged, or needs a dictionary. */
const DAMAGED: i32 = -1;
/** The result does not fit into the room given. */
const TOO_LARGE: i32 = -2;
/** The source ends within the stream. */
const ENDED: i32 = -3;
/** The checksum is another. */
const UNEQUAL: i32 = -4;

/** Most bits of a distance: 15 of its code and 13 extra ones. A length has at most 15 and 5. */
const DISTANCE_BITS: u32 = 28;

/** Byte offset from the table of what a SUBTABLE entry leads to. */
// @ts-ignore: decorator
@inline
function subtableOffset(entry: u32, bits: u64): usize {
  return (entry >> 16) + ((<u32>bits) & ((((<u32>1) << (entry >> 8)) - 1) << STALE));
}

/** What the extra bits of a distance's entry add up to with it. */
// @ts-ignore: decorator
@inline
function distanceOf(entry: u32, saved: u64): u32 {
  return (entry >> 16) + <u32>((saved & ~((<i64>-1 << STALE) << entry)) >> (entry >> 8));
}

/** The same for a length. */
// @ts-ignore: decorator
@inline
function lengthOf(entry: u32, saved: u64): u32 {
  return ((entry >> 16) & 511) + (<u32>(saved >> (entry >> 8)) & (entry >> 25));
}

/** First byte that no bit consumed so far stands in. */
// @ts-ignore: decorator
@inline
function positionOf(at: usize, have: u32): usize {
  return at - (((have & 63) - STALE) >> 3);
}

// Where the stream stands before and behind finishBlock.
let input: usize = 0;
let inputEnd: usize = 0;
let buffer: u64 = 0;
let filled: u32 = 0;
let output: usize = 0;
let outputEnd: usize = 0;

/** What is wrong when something is not as it should be: behind the end of the source, nothing is anything. */
// @ts-ignore: decorator
@inline
function failure(at: usize, have: u32, code: i32): i32 {
  return positionOf(at, have) > inputEnd ? ENDED : code;
}

/**
 * Decodes the rest of a block element by element, as the end of the room or of the source is near.
 *
 * @returns 0 or what is wrong.
 */
function finishBlock(target: usize, litlenMask: u32, distanceMask: u32): i32 {
  let at = input;
  let bits = buffer;
  let have = filled;
  let out = output;
  for (;;) {
    bits |= load<u64>(at) << have;
    at += (~have >> 3) & 7;
    have |= 56;
    let entry = load<u32>((<u32>bits) & litlenMask, litlenTable);
    let saved = bits;
    bits >>= entry;
    have -= entry;
    if (entry & SUBTABLE) {
      entry = load<u32>(subtableOffset(entry, bits), litlenTable);
      saved = bits;
      bits >>= entry;
      have -= entry;
    }
    if (positionOf(at, have) > inputEnd) return ENDED;
    if (entry & LITERAL) {
      if (out == outputEnd) return TOO_LARGE;
      store<u8>(out++, entry >> 16);
      continue;
    }
    if (entry & SPECIAL) {
      if (entry >> 16) return DAMAGED;
      break;
    }
    const length = lengthOf(entry, saved);
    bits |= load<u64>(at) << have;
    at += (~have >> 3) & 7;
    have |= 56;
    entry = load<u32>((<u32>bits) & distanceMask, distanceTable);
    saved = bits;
    bits >>= entry;
    have -= entry;
    if (entry & SUBTABLE) {
      entry = load<u32>(subtableOffset(entry, bits), distanceTable);
      saved = bits;
      bits >>= entry;
      have -= entry;
    }
    if (entry & SPECIAL) return failure(at, have, DAMAGED);
    const distance = distanceOf(entry, saved);
    if (positionOf(at, have) > inputEnd) return ENDED;
    if (distance > <u32>(out - target)) return DAMAGED;
    if (length > <u32>(outputEnd - out)) return TOO_LARGE;
    copyMatch(out, distance, length);
    out += length;
  }
  input = at;
  buffer = bits;
  filled = have;
  output = out;
  return 0;
}

let consumed: u32 = 0;
/** Whether the fixed tables stand in place. */
let fixedInPlace: bool = false;

/** Bytes of the source that the last stream took, its checksum included. Holds after success only. */
export function inflateConsumed(): u32 {
  return consumed;
}

/**
 * Inflates a zlib stream.
 *
 * The host sees to it that 64 bytes behind the source may be read and 64 behind the target written, whatever they
 * hold; neither overlaps the other. Nothing else is touched.
 *
 * @param source First byte of the stream.
 * @param sourceLength Bytes that may belong to it; it may end before.
 * @param target Where the result goes.
 * @param capacity Most bytes of it.
 * @returns Bytes written, or -1 for a damaged stream (or one that needs a dictionary), -2 for one whose result is
 * larger than the capacity, -3 for one that the source ends within, -4 for a wrong checksum: whichever is met first.
 */
export function inflate(source: usize, sourceLength: u32, target: usize, capacity: u32): i32 {
  const end = source + sourceLength;
  if (sourceLength < 2) return ENDED;
  const head = ((<u32>load<u8>(source)) << 8) | load<u8>(source, 1);
  if (head % 31 != 0 || (head & 0x0f00) != 0x0800 || head >= 0x8000) return DAMAGED;
  // A stream that needs a dictionary names it in four bytes.
  if (head & 0x20) return sourceLength < 6 ? ENDED : DAMAGED;
  inputEnd = end;
  outputEnd = target + capacity;
  let at = source + 2;
  let bits: u64 = 0;
  let have: u32 = STALE;
  let out = target;
  const outEnd = outputEnd;
  // Up to here, three literals have room.
  const roomy = outEnd - 3;
  // The buffer is read ahead by less than this: who stands behind it has decoded what lies behind the end.
  const farthest = end + 8;
  for (;;) {
    if (at > farthest) return ENDED;
    bits |= load<u64>(at) << have;
    at += (~have >> 3) & 7;
    have |= 56;
    const blockHead = <u32>(bits >> STALE) & 7;
    bits >>= 3;
    have -= 3;
    if (blockHead < 2) {
      // Stored: from the next whole byte on, the length, its complement, and the bytes.
      at = positionOf(at, have);
      if (at + 4 > end) return ENDED;
      const length = <u32>load<u16>(at);
      if ((length ^ load<u16>(at, 2)) != 0xffff) return DAMAGED;
      at += 4;
      const left = <u32>(end - at);
      const room = <u32>(outEnd - out);
      if (length > min(left, room)) return left <= room ? ENDED : TOO_LARGE;
      memory.copy(out, at, length);
      out += length;
      at += length;
      bits = 0;
      have = STALE;
    } else if (blockHead >= 6) {
      return failure(at, have, DAMAGED);
    } else {
      let litlenMask: u32 = ((1 << FIXED_LITLEN_WIDTH) - 1) << STALE;
      let distanceMask: u32 = ((1 << FIXED_DISTANCE_WIDTH) - 1) << STALE;
      if (blockHead < 4) {
        if (!fixedInPlace) useFixedTables();
        fixedInPlace = true;
      } else {
        fixedInPlace = false;
        if (!readCodes(at, bits, have, end)) return failure(codesInput, codesFilled, DAMAGED);
        at = codesInput;
        bits = codesBuffer;
        have = codesFilled;
        litlenMask = (((<u32>1) << litlenWidth) - 1) << STALE;
        distanceMask = (((<u32>1) << distanceWidth) - 1) << STALE;
      }
      // The next entry is always looked up ahead: while a match is copied, the load is under way.
      bits |= load<u64>(at) << have;
      at += (~have >> 3) & 7;
      have |= 56;
      let entry = load<u32>((<u32>bits) & litlenMask, litlenTable);
      for (;;) {
        if (out > roomy || at > farthest) {
          input = at;
          buffer = bits;
          filled = have;
          output = out;
          const wrong = finishBlock(target, litlenMask, distanceMask);
          if (wrong != 0) return wrong;
          at = input;
          bits = buffer;
          have = filled;
          out = output;
          break;
        }
        let saved = bits;
        bits >>= entry;
        have -= entry;
        // Three codes of up to 11 bits, or two and a length of up to 20, are there without filling.
        if (entry & LITERAL) {
          store<u8>(out++, entry >> 16);
          entry = load<u32>((<u32>bits) & litlenMask, litlenTable);
          saved = bits;
          bits >>= entry;
          have -= entry;
          if (entry & LITERAL) {
            store<u8>(out++, entry >> 16);
            entry = load<u32>((<u32>bits) & litlenMask, litlenTable);
            saved = bits;
            bits >>= entry;
            have -= entry;
            if (entry & LITERAL) {
              store<u8>(out++, entry >> 16);
              bits |= load<u64>(at) << have;
              at += (~have >> 3) & 7;
              have |= 56;
              entry = load<u32>((<u32>bits) & litlenMask, litlenTable);
              continue;
            }
          }
        }
        if (entry & SPECIAL) {
          if (entry & SUBTABLE) {
            entry = load<u32>(subtableOffset(entry, bits), litlenTable);
            saved = bits;
            bits >>= entry;
            have -= entry;
            if (entry & LITERAL) {
              store<u8>(out++, entry >> 16);
              bits |= load<u64>(at) << have;
              at += (~have >> 3) & 7;
              have |= 56;
              entry = load<u32>((<u32>bits) & litlenMask, litlenTable);
              continue;
            }
          }
          if (entry & SPECIAL) {
            if (entry >> 16) return failure(at, have, DAMAGED);
            break;
          }
        }
        const length = lengthOf(entry, saved);
        if ((have & 63) < DISTANCE_BITS + STALE) {
          bits |= load<u64>(at) << have;
          at += (~have >> 3) & 7;
          have |= 56;
        }
        entry = load<u32>((<u32>bits) & distanceMask, distanceTable);
        saved = bits;
        bits >>= entry;
        have -= entry;
        if (entry & SPECIAL) {
          if (entry & SUBTABLE) {
            entry = load<u32>(subtableOffset(entry, bits), distanceTable);
            saved = bits;
            bits >>= entry;
            have -= entry;
          }
          if (entry & SPECIAL) return failure(at, have, DAMAGED);
        }
        const distance = distanceOf(entry, saved);
        if (distance > <u32>(out - target)) return failure(at, have, DAMAGED);
        if (length > <u32>(outEnd - out)) return failure(at, have, TOO_LARGE);
        bits |= load<u64>(at) << have;
        at += (~have >> 3) & 7;
        have |= 56;
        entry = load<u32>((<u32>bits) & litlenMask, litlenTable);
        copyMatch(out, distance, length);
        out += length;
      }
    }
    if (blockHead & 1) break;
  }
  at = positionOf(at, have);
  if (at + 4 > end) return ENDED;
  const length = <u32>(out - target);
  if (adler32(target, length) != bswap<u32>(load<u32>(at))) return UNEQUAL;
  consumed = <u32>(at + 4 - source);
  return <i32>length;
}
