import type { CompiledDetector } from './compile.ts';
import type { SeenMatch } from './seen-match.ts';

/**
 * Gives secrets the key id and account of the nearest match of the detector they pair with, as an AWS secret access
 * key with its access key id. A secret with two different ids equally near stays alone, and so does one that has an id.
 *
 * @param matches By position.
 */
export function pairWithIds(matches: readonly SeenMatch[], detectors: readonly CompiledDetector[]): SeenMatch[] {
  const of = (match: SeenMatch) => detectors[match.detector]!.detector;
  const byDetector = Map.groupBy(
    matches.filter(({ keyId }) => keyId !== undefined),
    (match) => of(match).id,
  );
  return matches.map((match) => {
    const rule = of(match).pairsWith;
    if (rule === undefined || match.keyId !== undefined) return match;
    const id = nearest(match, byDetector.get(rule.detector) ?? [], rule.withinBytes);
    if (id?.keyId === undefined) return match;
    const { account } = id.facts;
    return { ...match, keyId: id.keyId, facts: { ...match.facts, ...(account !== undefined && { account }) } };
  });
}

/** Ids longer than this are not looked for; it bounds how far back the search goes. */
const LONGEST_ID = 4096;

/** @param ids By position. */
function nearest(match: SeenMatch, ids: readonly SeenMatch[], within: number): SeenMatch | undefined {
  let best: SeenMatch | undefined;
  let bestGap = within + 1;
  let tied = false;
  for (let index = firstFrom(ids, match.start - within - LONGEST_ID); index < ids.length; index++) {
    const id = ids[index];
    if (id === undefined || id.start - match.end > within) break;
    const gap = Math.max(0, id.start - match.end, match.start - id.end);
    if (gap < bestGap) {
      best = id;
      bestGap = gap;
      tied = false;
    } else if (gap === bestGap && id.keyId !== best?.keyId) {
      tied = true;
    }
  }
  return tied ? undefined : best;
}

function firstFrom(ids: readonly SeenMatch[], offset: number): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle]?.start ?? 0) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
