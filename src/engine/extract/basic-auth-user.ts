import { decodeBase64 } from '../base64-text.ts';
import { facts } from './facts.ts';
import type { Extracted } from './facts.ts';
import { isNameLike } from './is-name-like.ts';
import { withoutSecret } from './without-secret.ts';

/** Password that says that the user is the token: GitHub's. */
const NO_PASSWORD = /^(?:x-oauth-basic|x)?$/i;

/**
 * User of HTTP Basic credentials (RFC 7617): what stands before the first colon of the decoded pair. None where the
 * password is empty, for then the user is the secret.
 */
export function basicAuthUser(value: string): Extracted {
  const encoded = /([A-Za-z0-9+/_-]{4,1024}={0,2})\s*$/.exec(value)?.[1] ?? '';
  const pair = decodeBase64(encoded);
  const colon = pair.indexOf(':');
  if (colon <= 0) return { facts: {} };
  const user = pair.slice(0, colon);
  const password = pair.slice(colon + 1);
  if (NO_PASSWORD.test(password) || !isNameLike(user)) return { facts: {} };
  return { facts: withoutSecret(facts({ user }), password) };
}
