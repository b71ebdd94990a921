// Where a blob can hold something that the blob it is a delta of does not.
//
// What is found in a line depends on the line alone, and an encoded run that is wrapped goes over lines that hold
// nothing else. So a window begins and ends at line starts over which no run can go; everything outside the windows
// was copied from the base together with all that its verdict depends on.

import { lineEnd, lineStart } from './lines';

const NEWLINE: u8 = 0x0a;
const RETURN: u8 = 0x0d;
const BLANK: u8 = 0x20;
const TAB: u8 = 0x09;
/** Longest line of a wrapped run, and the shortest that can begin one. */
const WRAP_MAX: u32 = 80;
const WRAP_MIN: u32 = 60;
/** Windows no further apart are one: to search what is between costs less than to begin anew. */
const NEAR: u32 = 64;
/** How far back a line is looked at to tell whether it may be one of a wrapped run. */
const LOOK: u32 = 512;

// @ts-ignore: decorator
@inline
function isAlphanumeric(byte: u8): bool {
  const lower = byte | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (byte >= 0x30 && byte <= 0x39);
}

// @ts-ignore: decorator
@inline
function isSextet(byte: u8): bool {
  return isAlphanumeric(byte) || byte == 0x2b || byte == 0x2f || byte == 0x2d || byte == 0x5f;
}

/** Start of the line behind the one that holds the byte at `at`, or the length. */
// @ts-ignore: decorator
@inline
function nextLine(text: usize, at: u32, length: u32): u32 {
  const newline = lineEnd(text, at, length);
  return newline < length ? newline + 1 : length;
}

/** The cheap part of {@link mayWrap}: most lines end in a sign. */
// @ts-ignore: decorator
@inline
function endsInSextet(text: usize, newline: u32): bool {
  if (newline == 0) return false;
  const byte = load<u8>(text + newline - 1);
  return isSextet(byte) || byte == RETURN;
}

/**
 * Whether a wrapped run may go over the newline at `newline`, as far as the line before it tells, of which no more than
 * its end is looked at: what that does not tell may wrap.
 */
function mayWrap(text: usize, newline: u32): bool {
  let end = newline;
  if (end > 0 && load<u8>(text + end - 1) == RETURN) end--;
  const least = end > LOOK ? end - LOOK : 0;
  let first = end;
  while (first > least && isSextet(load<u8>(text + first - 1))) first--;
  if (first == end) return false;
  // The line may be the first of a run: that begins at a letter or digit.
  let start = first;
  while (start < end && !isAlphanumeric(load<u8>(text + start))) start++;
  if (end - start >= WRAP_MIN && end - start <= WRAP_MAX) return true;
  // Or a further one: nothing else stands in it but indentation.
  if (end - first > WRAP_MAX) return false;
  while (first > least) {
    const byte = load<u8>(text + first - 1);
    if (byte == NEWLINE) return true;
    if (byte != BLANK && byte != TAB) return false;
    first--;
  }
  return true;
}

let out: usize = 0;
let count: u32 = 0;
let openFrom: u32 = 0;
let openTo: u32 = 0;

/** Adds a window; one that touches the last is one with it. Called by ascending `from`, nearly: see `openFrom`. */
// @ts-ignore: decorator
@inline
function addWindow(from: u32, to: u32): void {
  if (count > 0 && from <= openTo + NEAR) {
    if (to > openTo) openTo = to;
    // The beginning may have been moved back over a wrapped run, even over windows before.
    if (from < openFrom) {
      openFrom = from;
      while (count > 1 && load<u32>(out + (count - 2) * 8 + 4) + NEAR >= openFrom) {
        count--;
        const before = load<u32>(out + (count - 1) * 8);
        if (before < openFrom) openFrom = before;
      }
    }
  } else {
    count++;
    openFrom = from;
    openTo = to;
  }
  store<u32>(out + (count - 1) * 8, openFrom);
  store<u32>(out + (count - 1) * 8 + 4, openTo);
}

/** Moves a line start back until no wrapped run goes over it, or to within the last window, which begins so. */
function settleStart(text: usize, start: u32): u32 {
  let from = start;
  while (from > 0 && (count == 0 || from > openTo) && endsInSextet(text, from - 1) && mayWrap(text, from - 1)) from = lineStart(text, from - 1, 0);
  return from;
}

/**
 * Windows of a text that was put together from `count` copies of pieces of a base, as pairs of u32 (from, to) by
 * ascending start, none touching another.
 *
 * @param copies As {@link applyDelta} records them.
 * @param windows Room for `copyCount + 1` pairs.
 * @returns Number of windows.
 */
export function deltaWindows(
  base: usize,
  baseLength: u32,
  text: usize,
  length: u32,
  copies: usize,
  copyCount: u32,
  windows: usize,
): u32 {
  out = windows;
  count = 0;
  // What lies between the end of one copy and the beginning of the next: an insertion, or a seam without one.
  let gapFrom: u32 = 0;
  for (let index: u32 = 0; index <= copyCount; index++) {
    const last = index == copyCount;
    const record = copies + index * 12;
    const gapTo = last ? length : load<u32>(record);
    const pieceEnd = last ? length : load<u32>(record + 4);
    if (pieceEnd < openTo && count > 0 && gapFrom >= openFrom) {
      // A short piece within a line that is in a window already: most are.
      gapFrom = pieceEnd;
      continue;
    }
    const baseAt = last ? baseLength : load<u32>(record + 8);
    const unchanged =
      gapFrom == gapTo &&
      (index == 0
        ? baseAt == 0
        : last && load<u32>(record - 12 + 8) + (load<u32>(record - 12 + 4) - load<u32>(record - 12)) == baseLength);
    if (!unchanged) {
      // The line before the gap ends with it, or goes into it.
      const from = lineStart(text, gapFrom, 0);
      let to = gapTo;
      if (!last) {
        // The first line start of the copied piece that is one in the base too, with nothing wrapped over it.
        const startsLine =
          (gapTo == 0 || load<u8>(text + gapTo - 1) == NEWLINE) &&
          (baseAt == 0 || load<u8>(base + baseAt - 1) == NEWLINE);
        if (!startsLine) to = nextLine(text, gapTo, length);
        while (to < length) {
          if (to > pieceEnd) break;
          const wraps =
            (to > 0 && endsInSextet(text, to - 1) && mayWrap(text, to - 1)) ||
            (baseAt + (to - gapTo) > 0 &&
              endsInSextet(base, baseAt + (to - gapTo) - 1) &&
              mayWrap(base, baseAt + (to - gapTo) - 1));
          if (!wraps) break;
          to = nextLine(text, to, length);
        }
      }
      const start = settleStart(text, from);
      if (to > start) addWindow(start, to);
    }
    gapFrom = pieceEnd;
  }
  return count;
}
