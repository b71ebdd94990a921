/** Words of a reason that are kept, and characters of each. */
const MAX_WORDS = 24;
const MAX_WORD = 40;
const HIDDEN = '•••';
const UNREADABLE = 'unreadable';

/** What ends a comment in the languages that have an end of one, and quotes round it in those that have none. */
const COMMENT_END = /(?:\*\/|-->|--%>|#\}|\}\}|%>|"""|''')[^]*$/;

/**
 * What a suppression comment asks for, as facts: `marker` (`bitting:allow`, …), `alone` when nothing but the comment
 * stands on its line, and of what follows the marker: `ids` (detectors, credentials, or another tool's rules), `until`
 * and `reason`.
 *
 * The comment is text of whoever wrote the file, and people paste values into reasons. So a word that could be a
 * secret by its shape is kept as three dots: only plain words, numbers, dates and ticket numbers are shown.
 *
 * @param marker What the pattern took for the marker.
 * @param whole From the beginning of the comment, where that begins its line, or from the marker on; latin1.
 */
export function suppressionComment(marker: string, whole: string): Readonly<Record<string, string | undefined>> {
  const at = whole.indexOf(marker);
  const rest = whole.slice(at + marker.length).replace(COMMENT_END, '');
  const words = Buffer.from(rest, 'latin1').toString('utf8').split(/\s+/).filter(Boolean);
  return {
    marker: marker.toLowerCase().replaceAll(/\s+/g, ' '),
    alone: at > 0 ? 'yes' : undefined,
    ...(marker.startsWith('secretlint-') ? ofSecretlint(words) : ofWords(words)),
  };
}

/** `[id[,id…]] [until YYYY-MM-DD] [reason…]`. What the first word is only whoever knows the ids can tell. */
function ofWords(words: readonly string[]): Readonly<Record<string, string | undefined>> {
  const [first = '', ...others] = words;
  const ids = first !== 'until' && isIdList(first) ? first : undefined;
  const after = ids === undefined ? words : others;
  // People put the date behind the reason, too; a word without a date is one of the reason, except at its place.
  const at = Math.max(
    0,
    after.findIndex((word, index) => word === 'until' && day(after[index + 1]) !== UNREADABLE),
  );
  const until = after[at] === 'until' ? day(after[at + 1]) : undefined;
  return { ids, until, reason: reasonOf(until === undefined ? after : after.toSpliced(at, 2)) };
}

/** `[rule[, rule…]] [-- reason…]`, https://github.com/secretlint/secretlint/blob/master/docs/configuration.md */
function ofSecretlint(words: readonly string[]): Readonly<Record<string, string | undefined>> {
  const dash = words.indexOf('--');
  const rules = (dash === -1 ? words : words.slice(0, dash)).join('').split(',');
  const ids = rules.flatMap(
    (rule) => /^(?:@[\w-]{1,40}\/)?(?:secretlint-rule-)?([a-z][a-z-]{1,40})$/.exec(rule)?.[1] ?? [],
  );
  const named = rules.some((rule) => rule !== '');
  return {
    // A rule that cannot be read restricts the comment all the same.
    ids: named ? ids.join(',') || UNREADABLE : undefined,
    reason: dash === -1 ? undefined : reasonOf(words.slice(dash + 1)),
  };
}

/** Ids of detectors are words with hyphens, a short number here and there; ids of credentials are 24 hex digits. */
function isIdList(text: string): boolean {
  return text.length <= 200 && text.split(',').every((id) => /^cred-[0-9a-f]{24}$/.test(id) || isDetectorId(id));
}

function isDetectorId(id: string): boolean {
  return (
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) && id.split('-').every((part) => /^(?:[a-z]{1,20}|[a-z0-9]{1,5})$/.test(part))
  );
}

function day(text: string | undefined): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? (text ?? '') : UNREADABLE;
}

function reasonOf(words: readonly string[]): string | undefined {
  const shown = words.slice(0, MAX_WORDS).map((word) => (isPlain(word) ? word : HIDDEN));
  const text = shown.join(' ').replace(/^(?:--?|[:–—]) /, '');
  return text === '' ? undefined : text;
}

/** Letters of any script with hyphens and apostrophes, small numbers, dates, ticket numbers such as `OPS-1234`. */
function isPlain(word: string): boolean {
  const bare = word.replaceAll(/^[("'[]+|[)"'\].,;:!?]+$/g, '');
  if (word.length > MAX_WORD || word.length - bare.length > 4) return false;
  return (
    /^(?:[\p{L}\p{M}]{1,20}(?:['’/-][\p{L}\p{M}]{1,20}){0,3})?$/u.test(bare) ||
    /^#?\d{1,6}$/.test(bare) ||
    /^\d{4}-\d{2}-\d{2}$/.test(bare) ||
    /^[A-Z]{2,10}-\d{1,6}$/.test(bare) ||
    /^[-–—:&]$/.test(bare)
  );
}
