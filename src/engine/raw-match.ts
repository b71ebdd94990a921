import type { Confidence } from '../model/credential.ts';
import type { Match } from '../model/segment.ts';

/**
 * A match as the text alone tells it: neither its path nor the matches beside it are taken into account yet. Offsets
 * are relative to whatever was scanned.
 */
export interface RawMatch extends Pick<Match, 'fingerprint' | 'preview' | 'proof' | 'keyId' | 'facts'> {
  /** Index of the detector. */
  readonly detector: number;
  readonly start: number;
  readonly end: number;
  /** One for every path; or one for each path class, `undefined` where it is no match. */
  readonly confidence: Confidence | readonly (Confidence | undefined)[];
  /** An anchor stands in the secret itself, not only beside it. */
  readonly distinctive: boolean;
  /** How the value is written, where its detector decodes it; `start` and `end` are then those of what is written. */
  readonly encoding?: readonly string[];
}

/** The same match, `by` bytes further on. */
export function shift<Placed extends { readonly start: number; readonly end: number }>(
  match: Placed,
  by: number,
): Placed {
  return by === 0 ? match : { ...match, start: match.start + by, end: match.end + by };
}
