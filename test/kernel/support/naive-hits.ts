import { SEPARATOR } from '../../../src/kernel/prefilter-layout.ts';
import { MET, placesOf } from '../../../src/kernel/prefilter-outline.ts';
import type { Outline } from '../../../src/kernel/prefilter-outline.ts';
import type { PrefilterLiteral, PrefilterUser } from '../../../src/kernel/prefilter-tables.ts';

/** A name, what may close it, and then what assigns: see mayBeAssignment in assembly/prefilter.ts. */
const WORD = /^([A-Za-z0-9_.-]{0,80})([ \t"'`\\\])[}]{0,24})/;

/**
 * Hits as they are defined: every place of every literal at which a user may match, as pairs of the user's id and
 * offset, by offset and then by user.
 */
export function naiveHits(literals: readonly PrefilterLiteral[], text: string, from = 0, to = text.length): number[][] {
  const hits: number[][] = [];
  for (const { literal, ignoreCase, users } of literals) {
    const needle = new RegExp(literal.replaceAll(/[^\w]/g, sourceOf), ignoreCase ? 'iy' : 'y');
    for (let at = from; at + literal.length <= to; at++) {
      needle.lastIndex = at;
      if (!needle.test(text)) continue;
      const rest = text.slice(at);
      for (const user of users) if (mayMatch(user, rest, text, at)) hits.push([user.id, at]);
    }
  }
  return hits.sort(([a = 0, x = 0], [b = 0, y = 0]) => x - y || a - b);
}

/** A separator is any byte that has these two bits and not the highest. */
function sourceOf(char: string): string {
  return char === SEPARATOR ? '[,-/<-?L-O\\\\-_l-o|-\\x7f]' : `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

function mayMatch(
  { prefix, generic, outline, maxLength, lookBehind = 0 }: PrefilterUser,
  text: string,
  all: string,
  start: number,
): boolean {
  const begins = prefix.every((set, index) => index < text.length && set[text.charCodeAt(index)] !== 0);
  return (
    begins &&
    (!generic || isAssignment(text)) &&
    (outline === undefined || meets(outline, text, maxLength, { all, start, lookBehind }))
  );
}

function isAssignment(text: string): boolean {
  const [all = '', , between = ''] = WORD.exec(text) ?? [];
  const rest = text.slice(all.length);
  if (rest.length <= 4) return false;
  return /^[=:,(>|?{!;&]/.test(rest) || (/[ \t]/.test(between) && (text.startsWith('-') || /^v/i.test(rest)));
}

const NEWLINE = 0x0a;

/**
 * Whether a text may be the beginning of a match within a line: at each byte, where in the pattern that may be.
 *
 * @param start Where the text begins in `all`; a match may begin as many as `lookBehind` bytes before, in the same line.
 */
export function meets(
  { words, classes, places, next, first }: Outline,
  text: string,
  maxLength = Infinity,
  { all = text, start = 0, lookBehind = 0 } = {},
): boolean {
  const setAt = (sets: Uint32Array, index: number): readonly number[] =>
    placesOf(sets.subarray(index * words, (index + 1) * words));
  const line = all.lastIndexOf('\n', start - 1) + 1;
  let states: readonly number[] = [];
  for (let at = start === 0 ? 0 : Math.max(line, start - lookBehind); ; at++) {
    if (at <= start) states = [...states, ...placesOf(first)];
    if (states.includes(MET)) return true;
    if (at > all.length || (at >= start + maxLength && at < all.length)) return false;
    const standing = setAt(places, classes[at === all.length ? NEWLINE : all.charCodeAt(at)]!);
    const live = states.filter((place) => standing.includes(place));
    if (live.length === 0 && at >= start) return false;
    states = [...new Set(live.flatMap((place) => setAt(next, place)))];
  }
}
