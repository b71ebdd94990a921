import type { ReportGap } from '../git/gap.ts';

/**
 * Places told of one repository's history or change. One blob can hold thousands of matches and stand at thousands of
 * paths; past this, each match is told at one place.
 */
const MAX_PLACES = 500_000;

/** Bounds how many places are told in all, and reports what is left out. */
export class PlaceBudget {
  readonly #report: ReportGap;
  #left = MAX_PLACES;

  constructor(report: ReportGap) {
    this.#report = report;
  }

  /** All places of one match, or the first alone. */
  take<Place>(all: readonly Place[]): readonly Place[] {
    const places = all.length > this.#left ? all.slice(0, 1) : all;
    this.#left -= places.length;
    if (places.length < all.length) {
      const what = `More than ${MAX_PLACES} places: further matches are told at one place each.`;
      this.#report({ outcome: 'limited', unit: 'blobs', count: all.length - places.length, what });
    }
    return places;
  }
}
