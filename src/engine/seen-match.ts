import type { Confidence } from '../model/credential.ts';
import type { RawMatch } from './raw-match.ts';

/** A match at a path: what its text tells, seen in the light of where it stands. */
export interface SeenMatch extends Omit<RawMatch, 'confidence'> {
  readonly confidence: Confidence;
  /** Decodings that led to it, outermost first; `start` and `end` are then those of the encoded run. */
  readonly encoding?: readonly string[];
}
