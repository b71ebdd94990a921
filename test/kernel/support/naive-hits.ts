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
  const folded = text.toLowerCase();
  const hits: number[][] = [];
  for (const { literal, ignoreCase, users } of literals) {
    const [hay, needle] = ignoreCase ? [folded, literal.toLowerCase()] : [text, literal];
    for (let at = hay.indexOf(needle, from); at !== -1 && at + needle.length <= to; at = hay.indexOf(needle, at + 1)) {
      const rest = text.slice(at);
      for (const user of users) if (mayMatch(user, rest)) hits.push([user.id, at]);
    }
  }
  return hits.sort(([a = 0, x = 0], [b = 0, y = 0]) => x - y || a - b);
}

function mayMatch({ prefix, generic, outline, maxLength }: PrefilterUser, text: string): boolean {
  const begins = prefix.every((set, index) => index < text.length && set[text.charCodeAt(index)] !== 0);
  return begins && (!generic || isAssignment(text)) && (outline === undefined || meets(outline, text, maxLength));
}

function isAssignment(text: string): boolean {
  const [all = '', , between = ''] = WORD.exec(text) ?? [];
  const rest = text.slice(all.length);
  if (rest.length <= 4) return false;
  return /^[=:,(>|?{]/.test(rest) || (/[ \t]/.test(between) && (text.startsWith('-') || /^v/i.test(rest)));
}

/** Whether a text may be the beginning of a match within a line: at each byte, where in the pattern that may be. */
export function meets({ places, next, first, newline }: Outline, text: string, maxLength = Infinity): boolean {
  const [line = '', ...others] = text.split('\n', 2);
  if (newline !== undefined && others.length > 0 && line.length < maxLength) {
    // Any way through the line will do: what stands behind it is not asked.
    return staysAlive({ places, next, first }, line) || meets({ places, next, first }, line, maxLength);
  }
  let [low, high] = first;
  for (let at = 0; high >= 0; at++) {
    if (at >= line.length || at >= maxLength) return false;
    const byte = line.charCodeAt(at);
    const here = [low & places[byte * 2]!, high & places[byte * 2 + 1]!] as const;
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

/** Whether some place is left at the end of a text, or all was met before it. */
function staysAlive({ places, next, first }: Outline, text: string): boolean {
  let [low, high] = first;
  for (let at = 0; at < text.length && high >= 0; at++) {
    const byte = text.charCodeAt(at);
    const here = [low & places[byte * 2]!, high & places[byte * 2 + 1]!] as const;
    [low, high] = [0, 0];
    for (let place = 0; place < OUTLINE_PLACES; place++) {
      if (((here[place >> 5]! >>> (place & 31)) & 1) === 0) continue;
      low |= next[place * 2]!;
      high |= next[place * 2 + 1]!;
    }
  }
  return (low | high) !== 0;
}
