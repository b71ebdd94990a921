import { Growing32 } from '../kernel/growing.ts';
import { IDLE, NO_FINDINGS, NO_IDLE } from './findings.ts';
import type { Anchor, Findings, IdleAnchors, RunFindings } from './findings.ts';
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

/** What was found in a text, and the anchors in it that led to nothing. */
export interface Judged {
  readonly findings: Findings;
  readonly idle: IdleAnchors;
}

export const NOTHING_JUDGED: Judged = { findings: NO_FINDINGS, idle: NO_IDLE };

/** What {@link carry} asks the engine. */
export interface Judge {
  /** Bytes before and behind the start of an anchor that the verdict of a detector depends on. */
  reachOf(detector: number): { readonly back: number; readonly on: number };
  /** Judges a detector's anchor in the text: what it leads to. */
  again(detector: number, start: number, end: number): readonly Anchor[];
}

/**
 * What was judged in a base and holds in the text made from it, outside of the windows. An anchor whose verdict depends
 * on bytes that were not all copied is judged again.
 */
export function carry({ findings: base, idle }: Judged, change: TextChange, judge: Judge): Judged {
  const { inLines: lines, anchors: hits, runs: encoded } = base;
  if (lines.length + hits.length + encoded.length + idle.length === 0) return NOTHING_JUDGED;
  const { copies, windows, baseLength, length } = change;
  const inLines: RawMatch[] = [];
  const runs: RunFindings[] = [];
  const anchors: Anchor[] = [];
  const stillIdle = new Growing32(idle.length);
  for (let index = 0; index < copies.length; index += 3) {
    const start = copies[index]!;
    const from = copies[index + 2]!;
    const to = from + (copies[index + 1]! - start);
    const by = start - from;
    eachStaying(lines, from, to, by, windows, (match) => inLines.push(shift(match, by)));
    eachStaying(encoded, from, to, by, windows, (run) => runs.push(shift(run, by)));
    // Where a copied piece is the beginning or the end of both texts, nothing is missing beyond it.
    const least = from === 0 && start === 0 ? -Infinity : from;
    const most = to === baseLength && to + by === length ? Infinity : to;
    const holds = (detector: number, at: number): boolean => {
      const { back, on } = judge.reachOf(detector);
      return at - back >= least && at + on <= most;
    };
    const judgeAgain = (detector: number, anchorStart: number, anchorEnd: number): void => {
      const led = judge.again(detector, anchorStart + by, anchorEnd + by);
      if (led.length === 0) pushIdle(stillIdle, detector, anchorStart + by, anchorEnd + by);
      else anchors.push(...led);
    };
    // The anchor of a list leads to several matches, and is judged again once.
    const judged = new Set<string>();
    eachStaying(hits, from, to, by, windows, (anchor) => {
      const { detector, start: at, end } = anchor;
      // A value that was all of its text has no anchor: whether it still is, is found out anew.
      if (at === end) return;
      if (holds(detector, at)) anchors.push({ ...shift(anchor, by), match: shift(anchor.match, by) });
      else if (!judged.has(`${detector} ${at}`)) {
        judged.add(`${detector} ${at}`);
        judgeAgain(detector, at, end);
      }
    });
    eachIdleStaying(idle, from, to, by, windows, (detector, anchorStart, anchorEnd) => {
      if (holds(detector, anchorStart)) pushIdle(stillIdle, detector, anchorStart + by, anchorEnd + by);
      else judgeAgain(detector, anchorStart, anchorEnd);
    });
  }
  return { findings: { inLines, anchors, runs }, idle: stillIdle.taken() };
}

export function pushIdle(all: Growing32, detector: number, start: number, end: number): void {
  all.push(detector);
  all.push(start);
  all.push(end);
}

/** The same as {@link eachStaying} for anchors that led to nothing: there are thousands in a text of data. */
function eachIdleStaying(
  idle: IdleAnchors,
  from: number,
  to: number,
  by: number,
  windows: Uint32Array,
  visit: (detector: number, start: number, end: number) => void,
): void {
  if (idle.length === 0 || idle[IDLE.start]! >= to || idle[idle.length - IDLE.width + IDLE.start]! < from) return;
  // No window stands before it and behind the last anchor looked at.
  let clearUntil = 0;
  for (let at = firstIdleFrom(idle, from); at < idle.length; at += IDLE.width) {
    const start = idle[at + IDLE.start]!;
    if (start >= to) break;
    if (start + by >= clearUntil) clearUntil = clearFrom(windows, start + by);
    const end = idle[at + IDLE.end]!;
    if (end <= to && start + by < clearUntil) visit(idle[at + IDLE.detector]!, start, end);
  }
}

/** Place of the first anchor that begins at an offset or behind it. */
function firstIdleFrom(idle: IdleAnchors, offset: number): number {
  let low = 0;
  for (let high = idle.length / IDLE.width; low < high;) {
    const middle = (low + high) >>> 1;
    if (idle[middle * IDLE.width + IDLE.start]! < offset) low = middle + 1;
    else high = middle;
  }
  return low * IDLE.width;
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
  return clearFrom(windows, at) <= at;
}

/** Start of the first window that ends behind an offset: from there to it, unless it is not behind, none stands. */
function clearFrom(windows: Uint32Array, at: number): number {
  let low = 0;
  let high = windows.length / 2;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (windows[middle * 2 + 1]! > at) high = middle;
    else low = middle + 1;
  }
  return low * 2 < windows.length ? windows[low * 2]! : Infinity;
}
