// The head of a block with codes of its own, RFC 1951 section 3.2.7.

import {
  addSymbol,
  addSymbols,
  buildDistanceTable,
  buildLitlenTable,
  buildPrecodeTable,
  clearCode,
  distanceCode,
  LITERAL,
  litlenCode,
  precodeTable,
  SPECIAL,
  STALE,
} from './inflate-tables';

/** What {@link readCodes} leaves: where the bits go on, and how many bits the tables are looked up with. */
export let codesInput: usize = 0;
export let codesBuffer: u64 = 0;
export let codesFilled: u32 = 0;
export let litlenWidth: u32 = 0;
export let distanceWidth: u32 = 0;

/** Sources with more bytes left than this get a table that fewer codes are too long for, but takes longer to make. */
const LONG: usize = 2048;

/** Order in which lengths of the precode are written. */
const precodeOrder = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);
const precodeLengths = memory.data(32, 16);

/**
 * Reads the codes of a block and makes their tables.
 *
 * @param at What is read into the buffer next; not more than 16 bytes behind `end`.
 * @param bits The bit buffer, see assembly/inflate.ts.
 * @param have Bits in it.
 * @param end End of the source.
 * @returns Whether they are codes that zlib takes. If not, `codesInput` and `codesFilled` tell where the trouble was.
 */
export function readCodes(at: usize, bits: u64, have: u32, end: usize): bool {
  bits |= load<u64>(at) << have;
  at += (~have >> 3) & 7;
  have |= 56;
  const head = <u32>(bits >> STALE);
  const litlenCount = (head & 31) + 257;
  const total = litlenCount + ((head >> 5) & 31) + 1;
  const precodeCount = ((head >> 10) & 15) + 4;
  bits >>= 14;
  have -= 14;
  if (litlenCount > 286 || total - litlenCount > 30) return leave(at, bits, have, false);

  bits |= load<u64>(at) << have;
  at += (~have >> 3) & 7;
  have |= 56;
  v128.store(precodeLengths, i64x2.splat(0));
  v128.store(precodeLengths, i64x2.splat(0), 16);
  for (let index: u32 = 0; index < precodeCount; index++) {
    if (index == 16) {
      bits |= load<u64>(at) << have;
      at += (~have >> 3) & 7;
      have |= 56;
    }
    store<u8>(precodeLengths + load<u8>(precodeOrder + index), <u8>((bits >> STALE) & 7));
    bits >>= 3;
    have -= 3;
  }
  clearCode(litlenCode);
  for (let symbol: u32 = 0; symbol < 19; symbol++) addSymbol(litlenCode, symbol, load<u8>(precodeLengths + symbol));
  const precodeWidth = buildPrecodeTable();
  if (precodeWidth == 0) return leave(at, bits, have, false);

  // The lengths of both codes are one list.
  const mask = ((<u32>1) << (precodeWidth + STALE)) - (1 << STALE);
  const farthest = end + 8;
  clearCode(litlenCode);
  clearCode(distanceCode);
  let code = litlenCode;
  let base: u32 = 0;
  let limit = litlenCount;
  let done: u32 = 0;
  let last: u32 = 0;
  let endOfBlock: u32 = 0;
  while (done < total) {
    if (at > farthest) return leave(at, bits, have, false);
    bits |= load<u64>(at) << have;
    at += (~have >> 3) & 7;
    have |= 56;
    const entry = load<u32>((<u32>bits) & mask, precodeTable);
    const saved = bits;
    bits >>= entry;
    have -= entry;
    if (entry & LITERAL) {
      last = (entry >> 16) & 15;
      if (done == 256) endOfBlock = last;
      addSymbol(code, done - base, last);
      done++;
    } else {
      let repeat = ((entry >> 16) & 31) + <u32>((saved & ~((<i64>-1 << STALE) << entry)) >> (entry >> 8));
      if (done + repeat > total) return leave(at, bits, have, false);
      if (entry & SPECIAL) {
        if (done == 0) return leave(at, bits, have, false);
        if (done <= 256 && done + repeat > 256) endOfBlock = last;
        if (done < limit && done + repeat > limit) {
          const first = limit - done;
          addSymbols(code, done - base, first, last);
          done = limit;
          repeat -= first;
          code = distanceCode;
          base = litlenCount;
        }
        addSymbols(code, done - base, repeat, last);
      } else last = 0;
      done += repeat;
    }
    if (done >= limit) {
      code = distanceCode;
      base = litlenCount;
      limit = total;
    }
  }
  if (endOfBlock == 0) return leave(at, bits, have, false);
  litlenWidth = buildLitlenTable(end - at > LONG && at < end ? 11 : 10);
  if (litlenWidth == 0) return leave(at, bits, have, false);
  distanceWidth = buildDistanceTable();
  return leave(at, bits, have, distanceWidth != 0);
}

// @ts-ignore: decorator
@inline
function leave(at: usize, bits: u64, have: u32, good: bool): bool {
  codesInput = at;
  codesBuffer = bits;
  codesFilled = have;
  return good;
}
