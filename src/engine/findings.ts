import type { RawMatch } from './raw-match.ts';

/** Where an anchor of a detector that looks at several lines stands, and what it led to; one of a list stands once for each. */
export interface Anchor {
  readonly detector: number;
  readonly start: number;
  readonly end: number;
  readonly match: RawMatch;
}

/**
 * Anchors of such detectors that came to nothing, by start: three numbers each, its detector, its start and its end.
 * They are of use only for the next version of a text, where there may be thousands of them.
 */
export type IdleAnchors = Uint32Array;

/** Numbers of an idle anchor. */
export const IDLE = { detector: 0, start: 1, end: 2, width: 3 } as const;

export const NO_IDLE: IdleAnchors = new Uint32Array(0);

/** An encoded run in which something was found. */
export interface RunFindings {
  readonly start: number;
  readonly end: number;
  /** A large run is decoded in parts that overlap. */
  readonly parts: readonly { readonly encoding: readonly string[]; readonly found: Findings }[];
}

/**
 * All that was found in a text, whatever its path may be, each list by start. Nothing in it holds text, only places and
 * fingerprints.
 */
export interface Findings {
  /** Matches whose verdict depends on their line alone. */
  readonly inLines: readonly RawMatch[];
  readonly anchors: readonly Anchor[];
  readonly runs: readonly RunFindings[];
}

export const NO_FINDINGS: Findings = { inLines: [], anchors: [], runs: [] };

/** False when there is nothing that could be a match at any path. */
export function hasMatches({ inLines, anchors, runs }: Findings): boolean {
  return inLines.length + anchors.length + runs.length > 0;
}
