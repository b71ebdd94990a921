import type { RawMatch } from './raw-match.ts';

/** Where an anchor of a detector that looks at several lines stands, and what came of it. */
export interface Anchor {
  readonly detector: number;
  readonly start: number;
  readonly end: number;
  /** Bytes that its verdict depends on; beyond the text where the text ends first. */
  readonly from: number;
  readonly to: number;
  readonly match: RawMatch | undefined;
}

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
  return inLines.length > 0 || runs.length > 0 || anchors.some(({ match }) => match !== undefined);
}
