import type { Match } from '../model/segment.ts';

/** Remembers where each segment came from, from the first id on, so that matches can be placed afterwards. */
export class SegmentLog<Origin> {
  readonly #origins: Origin[] = [];
  readonly #owns = new Map<number, { readonly from: number; readonly to: number }>();

  /** The id of a segment; `owns` for a part of something larger, see parts.ts. */
  add(origin: Origin, owns?: { readonly from: number; readonly to: number }): number {
    const id = this.#origins.push(origin) - 1;
    if (owns !== undefined) this.#owns.set(id, owns);
    return id;
  }

  /** Where a segment came from. */
  originOfSegment(id: number): Origin | undefined {
    return this.#origins[id];
  }

  /** Where the match stands; undefined when it belongs to the neighbouring part, which tells it too. */
  originOf(match: Match): Origin | undefined {
    const owns = this.#owns.get(match.segment);
    if (owns !== undefined && (match.start < owns.from || match.start >= owns.to)) return undefined;
    return this.#origins[match.segment];
  }
}
