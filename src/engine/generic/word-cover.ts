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
  for (const chunk of text.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]*/g) ?? []) {
    letters += chunk.length;
    covered += coverOf(chunk.toLowerCase());
  }
  return letters === 0 ? 0 : covered / letters;
}

/** Most letters of a run that words can cover without overlapping. */
function coverOf(run: string): number {
  const { length } = run;
  if (length < SHORTEST_INSIDE || length > LONGEST_RUN) return WORDS.has(run) ? length : 0;
  const best = new Uint8Array(length + 1);
  for (let start = 0; start < length; start++) {
    best[start + 1] = Math.max(best[start + 1]!, best[start]!);
    if (!beginsWord(run, start)) continue;
    for (let end = start + SHORTEST_INSIDE; end <= Math.min(length, start + LONGEST); end++) {
      const total = best[start]! + end - start;
      if (total > best[end]! && WORDS.has(run.slice(start, end))) best[end] = total;
    }
  }
  return best[length]!;
}

/** For each four letters, whether a word begins with them: what chance drew has few such places. */
const beginnings = new Uint8Array(26 ** SHORTEST_INSIDE);
for (const word of WORDS) if (word.length >= SHORTEST_INSIDE) beginnings[placeOf(word, 0)] = 1;

function beginsWord(run: string, start: number): boolean {
  return start + SHORTEST_INSIDE <= run.length && beginnings[placeOf(run, start)] === 1;
}

function placeOf(letters: string, start: number): number {
  let place = 0;
  for (let index = start; index < start + SHORTEST_INSIDE; index++)
    place = place * 26 + letters.charCodeAt(index) - 0x61;
  return place;
}
