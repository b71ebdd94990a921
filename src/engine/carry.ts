import { NO_FINDINGS } from './findings.ts';
import type { Anchor, Findings, RunFindings } from './findings.ts';
import { shift } from './raw-match.ts';
import type { RawMatch } from './raw-match.ts';

/** How a text was made from another: pieces that were copied, and where something can be new. */
export interface TextChange {
  readonly baseLength: number;
  readonly length: number;
  /** Triples by ascending start: start and end in the text, start in the base. */
  readonly copies: Uint32Array;
  /** Pairs by ascending start, none touching another: windows over which nothing is carried. */
  readonly windows: Uint32Array;
}

/**
 * The findings of a base that hold in the text made from it, outside of the windows. An anchor whose verdict depends on
 * bytes that were not all copied is judged again.
 *
 * @param judgeAgain Judges a detector's anchor in the text.
 */
export function carry(
  base: Findings,
  change: TextChange,
  judgeAgain: (detector: number, start: number, end: number) => Findings['anchors'][number],
): Findings {
  if (base.inLines.length + base.anchors.length + base.runs.length === 0) return NO_FINDINGS;
  const { copies, windows, baseLength, length } = change;
  const inLines: RawMatch[] = [];
  const runs: RunFindings[] = [];
  const anchors: Anchor[] = [];
  for (let index = 0; index < copies.length; index += 3) {
    const start = copies[index]!;
    const from = copies[index + 2]!;
    const to = from + (copies[index + 1]! - start);
    const by = start - from;
    eachStaying(base.inLines, from, to, by, windows, (match) => inLines.push(shift(match, by)));
    eachStaying(base.runs, from, to, by, windows, (run) => runs.push(shift(run, by)));
    eachStaying(base.anchors, from, to, by, windows, (anchor) => {
      // A value that was all of its text has no anchor: whether it still is, is found out anew.
      if (anchor.start === anchor.end) return;
      const reachesBack = anchor.from >= from || (from === 0 && start === 0);
      const reachesOn = anchor.to <= to || (to === baseLength && to + by === length);
      anchors.push(
        reachesBack && reachesOn
          ? {
              ...shift(anchor, by),
              from: anchor.from + by,
              to: anchor.to + by,
              match: anchor.match && shift(anchor.match, by),
            }
          : judgeAgain(anchor.detector, anchor.start + by, anchor.end + by),
      );
    });
  }
  return { inLines, anchors, runs };
}

/** Visits what stands in the copied piece [from, to) of the base and, `by` bytes further on in the text, in no window. */
function eachStaying<Each extends Placed>(
  all: readonly Each[],
  from: number,
  to: number,
  by: number,
  windows: Uint32Array,
  visit: (each: Each) => void,
): void {
  // Most pieces are a few bytes long, and most lists are short or empty.
  if (all.length === 0 || all[0]!.start >= to || all.at(-1)!.start < from) return;
  for (let at = firstFrom(all, from); at < all.length && all[at]!.start < to; at++) {
    const each = all[at]!;
    if (each.end <= to && !isInWindow(windows, each.start + by)) visit(each);
  }
}

interface Placed {
  readonly start: number;
  readonly end: number;
}

/** Index of the first that begins at an offset or behind it. */
function firstFrom(all: readonly Placed[], offset: number): number {
  let low = 0;
  for (let high = all.length; low < high;) {
    const middle = (low + high) >>> 1;
    if (all[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isInWindow(windows: Uint32Array, at: number): boolean {
  let low = 0;
  let high = windows.length / 2;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (windows[middle * 2 + 1]! > at) high = middle;
    else low = middle + 1;
  }
  return low * 2 < windows.length && windows[low * 2]! <= at;
}
