import type { PrefilterLiteral, PrefilterUser } from '../../../src/kernel/prefilter-tables.ts';

/** A name, what may close it, and then what assigns: see mayBeAssignment in assembly/prefilter.ts. */
const WORD = /^([A-Za-z0-9_.-]{0,80})([ \t"'`\\\])[}]{0,24})/;

/**
 * Hits as they are defined: every place of every literal at which a user may match, as pairs of literal and offset, by
 * offset and then by literal.
 */
export function naiveHits(literals: readonly PrefilterLiteral[], text: string, from = 0, to = text.length): number[][] {
  const folded = text.toLowerCase();
  const hits: number[][] = [];
  for (const [index, { literal, ignoreCase, users }] of literals.entries()) {
    const [hay, needle] = ignoreCase ? [folded, literal.toLowerCase()] : [text, literal];
    for (let at = hay.indexOf(needle, from); at !== -1 && at + needle.length <= to; at = hay.indexOf(needle, at + 1)) {
      if (users.some((user) => mayMatch(user, text.slice(at)))) hits.push([index, at]);
    }
  }
  return hits.sort(([a = 0, x = 0], [b = 0, y = 0]) => x - y || a - b);
}

function mayMatch({ prefix, generic }: PrefilterUser, text: string): boolean {
  const begins = prefix.every((set, index) => index < text.length && set[text.charCodeAt(index)] !== 0);
  if (!begins || !generic) return begins;
  const [all = '', , between = ''] = WORD.exec(text) ?? [];
  const rest = text.slice(all.length);
  if (rest.length <= 4) return false;
  return /^[=:,(>|?{]/.test(rest) || (/[ \t]/.test(between) && (text.startsWith('-') || /^v/i.test(rest)));
}
