import type { FilePlace } from '../model/place.ts';
import type { Match } from '../model/segment.ts';

/** A match together with where it stands. */
export interface Sighting {
  readonly match: Match;
  readonly places: readonly FilePlace[];
}
