import { readCopies } from './delta.ts';
import { writeU32 } from './words.ts';

const NEWLINE = 0x0a;
const WRAP_MAX = 80;
const WRAP_MIN = 60;
/** Windows no further apart are one. */
const NEAR = 64;
/** How far back a line is looked at to tell whether it may be one of a wrapped run. */
const LOOK = 512;

/** See assembly/windows.ts, which says what a window is: the same over a byte array. */
export function deltaWindows(
  memory: Uint8Array,
  base: number,
  baseLength: number,
  text: number,
  length: number,
  copies: number,
  copyCount: number,
  windows: number,
): number {
  const child = memory.subarray(text, text + length);
  const parent = memory.subarray(base, base + baseLength);
  const found: { from: number; to: number }[] = [];
  let gapFrom = 0;
  let endInBase = 0;
  // Of the windows so far: begin of the last one, end of all.
  let openFrom = 0;
  let openTo = -1;
  for (const piece of [...readCopies(memory, copies, copyCount), { start: length, end: length, base: baseLength }]) {
    const unchanged = gapFrom === piece.start && endInBase === piece.base && (gapFrom === 0 || gapFrom === length);
    // A short piece within a line that is in a window already: most are.
    const isWithin = piece.end < openTo && gapFrom >= openFrom;
    if (!unchanged && !isWithin) {
      const to = piece.start === length ? length : settledEnd(child, parent, piece);
      const from = settledStart(child, lineStart(child, gapFrom), openTo);
      if (to > from) {
        found.push({ from, to });
        openFrom = from;
        openTo = Math.max(openTo, to);
      }
    }
    gapFrom = piece.end;
    endInBase = piece.base + (piece.end - piece.start);
  }
  const merged = mergeTouching(found);
  for (const [index, { from, to }] of merged.entries()) {
    writeU32(memory, windows + index * 8, from);
    writeU32(memory, windows + index * 8 + 4, to);
  }
  return merged.length;
}

/** A line start further back over which no wrapped run goes, or one within the last window, which begins so. */
function settledStart(text: Uint8Array, start: number, openTo: number): number {
  let from = start;
  while (from > Math.max(0, openTo) && mayWrap(text, from - 1)) from = lineStart(text, from - 1);
  return from;
}

/** The first line start of a copied piece that is one in the base too, with nothing wrapped over it in either. */
function settledEnd(
  child: Uint8Array,
  parent: Uint8Array,
  piece: { readonly start: number; readonly end: number; readonly base: number },
): number {
  const startsLine = isLineStart(child, piece.start) && isLineStart(parent, piece.base);
  let to = startsLine ? piece.start : nextLine(child, piece.start);
  while (to < child.length && to <= piece.end) {
    const inBase = piece.base + (to - piece.start);
    if (!(to > 0 && mayWrap(child, to - 1)) && !(inBase > 0 && mayWrap(parent, inBase - 1))) break;
    to = nextLine(child, to);
  }
  return to;
}

/** Whether a wrapped run may go over the newline at `newline`, as far as the end of the line before it tells. */
function mayWrap(text: Uint8Array, newline: number): boolean {
  const before = Buffer.from(text.buffer, text.byteOffset, newline).subarray(-LOOK - 1);
  const end = before.toString('latin1').replace(/\r$/, '').slice(-LOOK);
  const line = end.slice(end.lastIndexOf('\n') + 1);
  const tail = /[A-Za-z0-9+/_-]*$/.exec(line)?.[0] ?? '';
  const run = tail.replace(/^[+/_-]+/, '');
  if (run.length >= WRAP_MIN && run.length <= WRAP_MAX) return true;
  return tail !== '' && tail.length <= WRAP_MAX && /^[ \t]*$/.test(line.slice(0, line.length - tail.length));
}

function isLineStart(text: Uint8Array, at: number): boolean {
  return at === 0 || text[at - 1] === NEWLINE;
}

function lineStart(text: Uint8Array, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf(NEWLINE, at - 1) + 1;
}

function nextLine(text: Uint8Array, at: number): number {
  const newline = text.indexOf(NEWLINE, at);
  return newline === -1 ? text.length : newline + 1;
}

function mergeTouching(windows: readonly { from: number; to: number }[]): readonly { from: number; to: number }[] {
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of [...windows].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last.to + NEAR) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}
