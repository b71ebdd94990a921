import { SEPARATOR } from '../../../src/kernel/prefilter-layout.ts';
import { OUTLINE_PLACES } from '../../../src/kernel/prefilter-outline.ts';
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
      for (const user of users) if (mayMatch(user, rest)) hits.push([user.id, at]);
    }
  }
  return hits.sort(([a = 0, x = 0], [b = 0, y = 0]) => x - y || a - b);
}

/** A separator is any byte that has these two bits and not the highest. */
function sourceOf(char: string): string {
  return char === SEPARATOR ? '[,-/<-?L-O\\\\-_l-o|-\\x7f]' : `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

function mayMatch({ prefix, generic, outline, maxLength }: PrefilterUser, text: string): boolean {
  const begins = prefix.every((set, index) => index < text.length && set[text.charCodeAt(index)] !== 0);
  return begins && (!generic || isAssignment(text)) && (outline === undefined || meets(outline, text, maxLength));
}

function isAssignment(text: string): boolean {
  const [all = '', , between = ''] = WORD.exec(text) ?? [];
  const rest = text.slice(all.length);
  if (rest.length <= 4) return false;
  return /^[=:,(>|?{!;&]/.test(rest) || (/[ \t]/.test(between) && (text.startsWith('-') || /^v/i.test(rest)));
}

const NEWLINE = 0x0a;

/** Whether a text may be the beginning of a match within a line: at each byte, where in the pattern that may be. */
export function meets({ places, next, first, newline }: Outline, text: string, maxLength = Infinity): boolean {
  let [low, high] = first;
  for (let at = 0; high >= 0; at++) {
    if (at === maxLength && at < text.length) return false;
    const byte = at === text.length ? NEWLINE : text.charCodeAt(at);
    const standing = byte === NEWLINE ? placeOf(newline) : ([places[byte * 2]!, places[byte * 2 + 1]!] as const);
    const here = [low & standing[0], high & standing[1]] as const;
    [low, high] = [0, 0];
    for (let place = 0; place < OUTLINE_PLACES; place++) {
      if (((here[place >> 5]! >>> (place & 31)) & 1) === 0) continue;
      low |= next[place * 2]!;
      high |= next[place * 2 + 1]!;
    }
    if ((low | high) === 0) return false;
  }
  return true;
}

/** A newline stands at the place that is its own, where there is one. */
function placeOf(newline: number | undefined): readonly [low: number, high: number] {
  if (newline === undefined) return [0, 0];
  return newline < 32 ? [1 << newline, 0] : [0, 1 << (newline - 32)];
}
