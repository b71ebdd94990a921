import { WORDS } from './words.ts';

const SHORTEST_INSIDE = 4;
const LONGEST = 14;
/** Longer runs of letters without a break are no words. */
const LONGEST_RUN = 64;

/**
 * Share of a text's letters that stand in words: 1 for `correctHorseBattery` and `db-password`, near 0 for what chance
 * drew. Words of three letters count only where they stand alone. 0 where there are no letters.
 */
export function wordCover(text: string): number {
  let letters = 0;
  let covered = 0;
  for (const [chunk] of text.matchAll(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]*/g)) {
    letters += chunk.length;
    covered += coverOf(chunk.toLowerCase());
  }
  return letters === 0 ? 0 : covered / letters;
}

/** Most letters of a run that words can cover without overlapping. */
function coverOf(run: string): number {
  if (WORDS.has(run)) return run.length;
  if (run.length < SHORTEST_INSIDE || run.length > LONGEST_RUN) return 0;
  const best = new Uint8Array(run.length + 1);
  for (let end = 1; end <= run.length; end++) {
    best[end] = best[end - 1] ?? 0;
    for (let start = Math.max(0, end - LONGEST); start <= end - SHORTEST_INSIDE; start++) {
      const total = (best[start] ?? 0) + end - start;
      if (total > (best[end] ?? 0) && WORDS.has(run.slice(start, end))) best[end] = total;
    }
  }
  return best[run.length] ?? 0;
}
