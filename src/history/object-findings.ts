import type { Findings } from '../engine/findings.ts';
import { Positions } from '../engine/positions.ts';
import type { CountNewlines } from '../engine/positions.ts';

/** What was found in one object, whatever its path may be, with the lines and columns of all places in it. */
export interface ObjectFindings {
  /** Row in the object table. */
  readonly row: number;
  readonly findings: Findings;
  readonly spots: Spots;
}

/** Lines and columns of some offsets of a text. */
export interface Spots {
  /** In bytes, ascending. */
  readonly offsets: readonly number[];
  readonly lines: readonly number[];
  readonly columns: readonly number[];
}

/** The places of all that was found in a text. */
export function spotsOf(findings: Findings, bytes: Uint8Array, countNewlines?: CountNewlines): Spots {
  const offsets = offsetsOf(findings);
  const positions = new Positions(bytes, { line: 1, column: 1 }, countNewlines);
  const places = offsets.map((offset) => positions.at(offset));
  return { offsets, lines: places.map(({ line }) => line), columns: places.map(({ column }) => column) };
}

/** Where everything that was found begins and ends: in bytes, ascending, each once. */
export function offsetsOf({ inLines, anchors, runs }: Findings): readonly number[] {
  const wanted = new Set<number>();
  const want = (each: { readonly start: number; readonly end: number } | undefined): void => {
    if (each !== undefined) wanted.add(each.start).add(each.end);
  };
  for (const match of inLines) want(match);
  for (const { match } of anchors) want(match);
  for (const run of runs) want(run);
  return [...wanted].sort((a, b) => a - b);
}

/** Where an offset is that {@link spotsOf} was told of. */
export function positionIn({ offsets, lines, columns }: Spots, offset: number): { line: number; column: number } {
  let index = 0;
  for (let high = offsets.length; index < high;) {
    const middle = (index + high) >>> 1;
    if (offsets[middle]! < offset) index = middle + 1;
    else high = middle;
  }
  return { line: lines[index] ?? 1, column: columns[index] ?? 1 };
}
