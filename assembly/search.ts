// Searches all windows of a text in one call: most windows are a line or two, and calls from outside cost as much.

import { findHits, nextHitFrom } from './prefilter';
import { findMoreRuns, findRuns } from './runs';

const HIT: usize = 8;
const RUN: usize = 16;
const WINDOW: usize = 8;

let hitWindow: u32 = 0;
let hitFrom: u32 = 0;

/** The window in which {@link findHitsIn} has to go on. */
export function nextHitWindow(): u32 {
  return hitWindow;
}

/** Where in that window. */
export function nextHitStart(): u32 {
  return hitFrom;
}

/**
 * {@link findHits} over windows, as pairs of u32 (from, to) by ascending start.
 *
 * @param start Where to begin in the first window.
 * @param least Room that the tables ask for.
 * @returns The number of pairs; its complement when there are more.
 */
export function findHitsIn(
  tables: usize,
  bytes: usize,
  windows: usize,
  first: u32,
  start: u32,
  windowCount: u32,
  end: u32,
  out: usize,
  room: u32,
  least: u32,
): i32 {
  let count: u32 = 0;
  let from = start;
  for (let window = first; window < windowCount; window++) {
    const at = windows + window * WINDOW;
    if (window > first) from = load<u32>(at);
    let found: i32 = -1;
    if (room - count >= least) {
      found = findHits(tables, bytes, from, load<u32>(at + 4), end, out + count * HIT, room - count);
      if (found >= 0) {
        count += found;
        continue;
      }
      count += ~found;
      from = nextHitFrom();
    }
    hitWindow = window;
    hitFrom = from;
    return ~count;
  }
  return count;
}

let runWindow: u32 = 0;
let runBegun: bool = false;

/** {@link findRuns} over windows. @returns The number of runs; its complement when there are more. */
export function findRunsIn(bytes: usize, windows: usize, windowCount: u32, end: u32, out: usize, room: u32): i32 {
  runWindow = 0;
  runBegun = false;
  return findMoreRunsIn(bytes, windows, windowCount, end, out, room);
}

/** Goes on with the search that {@link findRunsIn} began: same text, same windows. */
export function findMoreRunsIn(bytes: usize, windows: usize, windowCount: u32, end: u32, out: usize, room: u32): i32 {
  let count: u32 = 0;
  for (; runWindow < windowCount; runWindow++) {
    if (room == count) return ~count;
    const at = windows + runWindow * WINDOW;
    const from = load<u32>(at);
    const to = load<u32>(at + 4);
    const target = out + count * RUN;
    const found = runBegun
      ? findMoreRuns(bytes, from, to, end, target, room - count)
      : findRuns(bytes, from, to, end, target, room - count);
    runBegun = found < 0;
    if (found < 0) return ~(count + ~found);
    count += found;
  }
  return count;
}
