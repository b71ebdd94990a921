import { decodeBase64 } from '../base64-text.ts';
import { isNamedAfter } from './named-after.ts';
import { isPlaceholder } from './not-placeholder.ts';
import { notWords } from './not-words.ts';
import { DROP, KEEP } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** Passwords that say that the user part is the token, or that there is none. */
const TOKEN_AS_USER = /^(?:x-oauth-basic|x)?$/i;

const SHORTEST_TOKEN = 16;
const SHORTEST_PASSWORD = 4;

/** What RFC 7617 and RFC 2617 show, as people type it. */
const SAMPLE = /^aladdin:open ?sesame$/i;

/** Letters, and signs behind them, also in percent: tests of encodings write so. */
const WORD_AND_SIGNS = /^([A-Za-z]{4,32})(?:%[0-9A-Fa-f]{2}|[^A-Za-z0-9]){1,8}$/;

/** A word behind `Basic`, which can be read as base64 too. */
const WORD = /^[A-Z]?[a-z]+$/;

/**
 * Base64 of user and password with a colon between them (RFC 7617), neither of them a stand-in. Services that take a
 * token for the user leave the password empty.
 */
export function basicAuth(value: string): Verdict {
  if (WORD.test(value)) return DROP;
  const pair = decodeBase64(value);
  const colon = pair.indexOf(':');
  if (colon < 0 || /[^\x20-\x7e\x80-\xff]/.test(pair)) return DROP;
  const user = pair.slice(0, colon);
  const password = pair.slice(colon + 1);
  const isToken = TOKEN_AS_USER.test(password);
  const secret = isToken ? user : password;
  if (
    secret.length < (isToken ? SHORTEST_TOKEN : SHORTEST_PASSWORD) ||
    isNamedAfter(password, user) ||
    notWords(secret) === DROP ||
    (WORD_AND_SIGNS.test(secret) && notWords(secret.replace(WORD_AND_SIGNS, '$1')) === DROP) ||
    SAMPLE.test(pair) ||
    isPlaceholder(secret)
  )
    return DROP;
  return KEEP;
}
