// Deltas of pack files: gitformat-pack(5), "Deltified representation".

/** The delta is damaged: an instruction leads outside its base, its target or itself, or lengths do not agree. */
const DAMAGED: i32 = -1;
/** The result does not fit into the room given. */
const TOO_LARGE: i32 = -2;

/** Most pieces are short: for them a call to the engine's own copy costs more than the copy. */
const SHORT: u32 = 128;

/** Copies a piece; up to 15 bytes behind it are written too, which what follows overwrites or the slack takes. */
// @ts-ignore: decorator
@inline
function copyPiece(target: usize, source: usize, size: u32): void {
  if (size > SHORT) {
    memory.copy(target, source, size);
    return;
  }
  const end = target + size;
  do {
    v128.store(target, v128.load(source));
    target += 16;
    source += 16;
  } while (target < end);
}

let readAt: usize = 0;

/** A length as deltas begin with: seven bits a byte, least significant first. More than 32 bits are damage. */
// @ts-ignore: decorator
@inline
function readLength(end: usize): i64 {
  let value: u64 = 0;
  let shift: u64 = 0;
  while (readAt < end && shift < 35) {
    const byte = load<u8>(readAt++);
    value |= u64(byte & 0x7f) << shift;
    if (byte < 0x80) return value <= 0x7fffffff ? i64(value) : -1;
    shift += 7;
  }
  return -1;
}

/** Length that a delta's result will have, or -1 where its beginning is damaged. */
export function deltaResultLength(delta: usize, deltaLength: u32): i32 {
  readAt = delta;
  if (readLength(delta + deltaLength) < 0) return DAMAGED;
  return i32(readLength(delta + deltaLength));
}

let copyCount: u32 = 0;

/** Copies recorded by the last {@link applyDelta}. */
export function deltaCopies(): u32 {
  return copyCount;
}

/**
 * Applies a delta and records what it copied as triples of u32: start and end in the result, start in the base.
 * Copies that go on where the last one ended are one. What no copy covers was inserted.
 *
 * Up to 16 bytes behind the base, the delta and the target are read or written: the host keeps a slack there.
 *
 * @param copies Room for `deltaLength / 2 + 1` triples.
 * @returns Length of the result, or a negative number.
 */
export function applyDelta(
  delta: usize,
  deltaLength: u32,
  base: usize,
  baseLength: u32,
  target: usize,
  capacity: u32,
  copies: usize,
): i32 {
  const end = delta + deltaLength;
  readAt = delta;
  copyCount = 0;
  if (readLength(end) != i64(baseLength)) return DAMAGED;
  const length = readLength(end);
  if (length < 0) return DAMAGED;
  if (length > i64(capacity)) return TOO_LARGE;
  let at = readAt;
  let done: u32 = 0;
  const total = u32(length);
  let lastEnd: u32 = 0xffffffff;
  let lastBaseEnd: u32 = 0;
  let record = copies;
  while (at < end) {
    const code = u32(load<u8>(at++));
    if (code & 0x80) {
      let offset: u32 = 0;
      let size: u32 = 0;
      const operands = <usize>popcnt(code & 0x7f);
      if (at + operands > end) return DAMAGED;
      if (code & 0x01) offset = load<u8>(at++);
      if (code & 0x02) offset |= u32(load<u8>(at++)) << 8;
      if (code & 0x04) offset |= u32(load<u8>(at++)) << 16;
      if (code & 0x08) offset |= u32(load<u8>(at++)) << 24;
      if (code & 0x10) size = load<u8>(at++);
      if (code & 0x20) size |= u32(load<u8>(at++)) << 8;
      if (code & 0x40) size |= u32(load<u8>(at++)) << 16;
      if (size == 0) size = 0x10000;
      if (u64(offset) + u64(size) > u64(baseLength) || size > total - done) return DAMAGED;
      copyPiece(target + done, base + offset, size);
      if (lastEnd == done && lastBaseEnd == offset) {
        store<u32>(record - 8, done + size);
      } else {
        store<u32>(record, done);
        store<u32>(record + 4, done + size);
        store<u32>(record + 8, offset);
        record += 12;
        copyCount++;
      }
      done += size;
      lastEnd = done;
      lastBaseEnd = offset + size;
    } else {
      if (code == 0 || code > total - done || at + code > end) return DAMAGED;
      copyPiece(target + done, at, code);
      at += code;
      done += code;
    }
  }
  return done == total ? i32(total) : DAMAGED;
}
