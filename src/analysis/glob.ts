/**
 * Patterns in which `*` stands for any run of characters and `?` for one, as in conditions of IAM: what one matches,
 * whether two have a text in common, whether one takes in all of another. Letters must agree in case.
 *
 * No regular expression is built from a pattern, because policies come from elsewhere. Steps are at most the product of
 * both lengths; patterns longer than {@link MAX_LENGTH} are cut, which only ever makes them wider.
 */
const MAX_LENGTH = 2048;

/** Whether a text matches a pattern. */
export function matchesGlob(pattern: string, text: string): boolean {
  return overlaps(pattern, text, false);
}

export function hasWildcard(text: string): boolean {
  return text.includes('*') || text.includes('?');
}

/** Whether some text matches both patterns. */
export function globsIntersect(a: string, b: string): boolean {
  return overlaps(a, b, true);
}

/**
 * Whether every text that matches `inner` matches `outer` too. Never true wrongly; it may be false for two patterns that
 * say the same in ways that differ, such as `a*x*b` within `a?*b`.
 */
export function globContains(outer: string, inner: string): boolean {
  const wide = cut(ordered(outer));
  const narrow = ordered(inner);
  // A star of the inner pattern is one more character, which only a star of the outer one takes.
  let row = startRow(wide, (char) => char === '*');
  for (let index = 0; index < narrow.length; index++) {
    const char = narrow[index];
    const next: boolean[] = [false];
    for (let at = 1; at <= wide.length; at++) {
      const other = wide[at - 1];
      const takes = other === '?' ? char !== '*' : char !== '*' && char !== '?' && other === char;
      next[at] = other === '*' ? next[at - 1] === true || row[at] === true : takes && row[at - 1] === true;
    }
    row = next;
  }
  return row[wide.length] === true;
}

/** Row by row: which beginnings of both have a text in common. */
function overlaps(first: string, second: string, bothPatterns: boolean): boolean {
  const a = cut(first);
  const b = bothPatterns ? cut(second) : second;
  const isStar = (char: string | undefined): boolean => bothPatterns && char === '*';
  let row = startRow(b, isStar);
  for (let index = 0; index < a.length; index++) {
    const char = a[index];
    const next: boolean[] = [char === '*' && row[0] === true];
    for (let at = 1; at <= b.length; at++) {
      const other = b[at - 1];
      // A star ends where it stands, or takes one more character of the other side.
      next[at] =
        char === '*' || isStar(other)
          ? row[at] === true || next[at - 1] === true
          : (char === '?' || (bothPatterns && other === '?') || char === other) && row[at - 1] === true;
    }
    row = next;
  }
  return row[b.length] === true;
}

/** Which prefixes of a pattern match the empty text. */
function startRow(pattern: string, isStar: (char: string | undefined) => boolean): boolean[] {
  const row = [true];
  for (let at = 1; at <= pattern.length; at++) row[at] = row[at - 1] === true && isStar(pattern[at - 1]);
  return row;
}

/** The same pattern with every run of wildcards as its question marks first and then one star. */
function ordered(pattern: string): string {
  return pattern.replaceAll(/[*?]+/g, (run) => (run.includes('*') ? `${run.replaceAll('*', '')}*` : run));
}

function cut(pattern: string): string {
  return pattern.length > MAX_LENGTH ? `${pattern.slice(0, MAX_LENGTH)}*` : pattern;
}
