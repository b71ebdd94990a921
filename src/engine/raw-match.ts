import type { Match } from '../model/segment.ts';
import type { CompiledDetector } from './compile.ts';

/** A match before its line and column are known. Offsets are relative to whatever was scanned. */
export interface RawMatch extends Pick<Match, 'fingerprint' | 'preview' | 'proof' | 'confidence' | 'keyId' | 'facts'> {
  readonly detector: CompiledDetector;
  readonly start: number;
  readonly end: number;
  /** An anchor stands in the secret itself, not only beside it. */
  readonly distinctive: boolean;
  /** Decodings that led to it, outermost first; `start` and `end` are then those of the encoded run. */
  readonly encoding?: readonly string[];
}

/** The same match, `by` bytes further on. */
export function shift(match: RawMatch, by: number): RawMatch {
  return by === 0 ? match : { ...match, start: match.start + by, end: match.end + by };
}
