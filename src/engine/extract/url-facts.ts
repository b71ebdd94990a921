import { urlParts } from '../url-parts.ts';
import { facts } from './facts.ts';
import type { Extracted } from './facts.ts';
import { isNameLike } from './is-name-like.ts';

/** Schemes whose path names a page, not a database. */
const WEB = /^(?:https?|wss?|git|svn|s?ftps?|ssh|scp|socks5)$/i;
/** Passwords that say that the user part is the token: GitHub, Bitbucket, GitLab. */
const NO_PASSWORD = /^(?:x-oauth-basic|x-token-auth|oauth2?|x-access-token|x)?$/i;

/**
 * Scheme, host, user and database of a URL; never its password or query. Only names are taken, and only from where
 * they cannot be a part of the password.
 *
 * @param value The password.
 * @param whole The URL.
 */
export function urlFacts(value: string, whole: string): Extracted {
  const parts = urlParts(whole);
  if (parts?.password !== value) return { facts: {} };
  const { scheme, host, user, password, database, certain } = parts;
  return {
    facts: facts({
      scheme,
      host: certain ? host : undefined,
      user: !NO_PASSWORD.test(password) && isNameLike(user) ? user : undefined,
      database: certain && !WEB.test(scheme) && isNameLike(database) ? database : undefined,
    }),
  };
}
