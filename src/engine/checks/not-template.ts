import { isEverydayWord } from './everyday.ts';
import { isFiller, isPlaceholder, isReference } from './not-placeholder.ts';
import { notWords } from './not-words.ts';
import { DROP, KEEP, KEEP_DOUBTFUL } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** What a template says in the place of a password. */
const TEMPLATE =
  /^(?:<.*>|\[.*\]|\{.*\}|%.*%|@.*@)$|(?:^|[^a-z])(?:your|put|insert|enter)[-_ ]?|change[-_ .]?(?:me|this|it)|replace|placeholder|redacted|removed|censored|masked|goes[-_ ]here|[-_ ]here$|todo|undefined/i;

/** A name of what should stand there, or the account that software comes with and nobody outside reaches. */
const BARE =
  /^(?:(?:my|the|new|old|some|any|db|database|user|admin|root|mysql|postgres|redis|mail|smtp|ftp|app)[-_ ]?)?(?:pass(?:word|wd|code|phrase)?|pwd|pw|secret|token|key|user(?:name)?|login|value|string|none|null|nil|empty|false|true|example|sample|dummy|test(?:ing)?|default|admin|root|guest|postgres(?:ql)?|mysql|maria(?:db)?|mongo(?:db)?|redis|rabbit(?:mq)?|minio(?:admin)?|elastic|symfony|laravel|homestead|sail|forge|docker|local|dev|app|changeit)$/i;

/**
 * Drops what a template has in the place of a password, and nothing else: for files that a program signs in with, where
 * even a weak password is one that somebody uses. Such a one is kept with doubt.
 */
export function notTemplate(value: string): Verdict {
  if (isReference(value) || isRow(value) || TEMPLATE.test(value) || BARE.test(value)) return DROP;
  const isWeak = isEverydayWord(value) || isPlaceholder(value) || notWords(value) === DROP;
  return isWeak ? KEEP_DOUBTFUL : KEEP;
}

/** A word with a row of digits behind it is what people choose. */
function isRow(value: string): boolean {
  return isFiller(/[A-Za-z]{3}/.test(value) ? value.replace(/[^A-Za-z]+$/, '') : value);
}
