import { readU32, writeU32 } from './words.ts';

const DAMAGED = -1;
const TOO_LARGE = -2;
/** Lengths above this are taken for damage: nothing so large is put together in memory. */
const MAX_LENGTH = 0x7fffffff;

/** Position behind a length and the length itself, -1 where it is damaged. */
function readLength(memory: Uint8Array, start: number, end: number): readonly [next: number, length: number] {
  let value = 0;
  for (let at = start, scale = 1; at < end && scale < 2 ** 35; at++, scale *= 128) {
    const byte = memory[at]!;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return [at + 1, value <= MAX_LENGTH ? value : -1];
  }
  return [end, -1];
}

/** See assembly/delta.ts: the same over a byte array. */
export function deltaResultLength(memory: Uint8Array, delta: number, deltaLength: number): number {
  const end = delta + deltaLength;
  const [next, baseLength] = readLength(memory, delta, end);
  return baseLength < 0 ? DAMAGED : readLength(memory, next, end)[1];
}

/** See assembly/delta.ts. Besides the length it tells how many copies were recorded. */
export function applyDelta(
  memory: Uint8Array,
  delta: number,
  deltaLength: number,
  base: number,
  baseLength: number,
  target: number,
  capacity: number,
  copies: number,
): readonly [result: number, copyCount: number] {
  const end = delta + deltaLength;
  const [next, saidBase] = readLength(memory, delta, end);
  if (saidBase !== baseLength) return [DAMAGED, 0];
  const [first, total] = readLength(memory, next, end);
  if (total < 0) return [DAMAGED, 0];
  if (total > capacity) return [TOO_LARGE, 0];
  let at = first;
  let done = 0;
  let count = 0;
  let lastEnd = -1;
  let lastBaseEnd = 0;
  while (at < end) {
    const code = memory[at++]!;
    if (code < 0x80) {
      if (code === 0 || code > total - done || at + code > end) return [DAMAGED, 0];
      memory.copyWithin(target + done, at, at + code);
      at += code;
      done += code;
      continue;
    }
    let offset = 0;
    let size = 0;
    for (let bit = 0; bit < 7; bit++) {
      if ((code & (1 << bit)) === 0) continue;
      if (at >= end) return [DAMAGED, 0];
      const byte = memory[at++]!;
      if (bit < 4) offset += byte * 2 ** (8 * bit);
      else size |= byte << (8 * (bit - 4));
    }
    if (size === 0) size = 0x10000;
    if (offset + size > baseLength || size > total - done) return [DAMAGED, 0];
    memory.copyWithin(target + done, base + offset, base + offset + size);
    if (lastEnd === done && lastBaseEnd === offset) {
      writeU32(memory, copies + count * 12 - 8, done + size);
    } else {
      writeU32(memory, copies + count * 12, done);
      writeU32(memory, copies + count * 12 + 4, done + size);
      writeU32(memory, copies + count * 12 + 8, offset);
      count++;
    }
    done += size;
    lastEnd = done;
    lastBaseEnd = offset + size;
  }
  return done === total ? [total, count] : [DAMAGED, 0];
}

/** Copies that a delta recorded, for tests and for the reference windows. */
export function readCopies(
  memory: Uint8Array,
  copies: number,
  count: number,
): readonly { readonly start: number; readonly end: number; readonly base: number }[] {
  return Array.from({ length: count }, (_, index) => ({
    start: readU32(memory, copies + index * 12),
    end: readU32(memory, copies + index * 12 + 4),
    base: readU32(memory, copies + index * 12 + 8),
  }));
}
