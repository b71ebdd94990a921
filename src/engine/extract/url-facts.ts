import { urlParts } from '../url-parts.ts';
import { facts } from './facts.ts';
import type { Extracted } from './facts.ts';

/** Scheme, host, user and database of a URL; never its password or query. */
export function urlFacts(value: string, whole: string): Extracted {
  const parts = urlParts(value) ?? urlParts(whole);
  if (parts === undefined) return { facts: {} };
  const { scheme, host, user, database } = parts;
  // Without a password the user part is itself the secret, as in `https://TOKEN@host`.
  return { facts: facts({ scheme, host, user: parts.password === '' ? undefined : user, database }) };
}
