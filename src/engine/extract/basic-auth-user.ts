import { decodeBase64 } from '../base64-text.ts';
import { facts } from './facts.ts';
import type { Extracted } from './facts.ts';

/** User of HTTP Basic credentials (RFC 7617): what stands before the first colon of the decoded pair. */
export function basicAuthUser(value: string): Extracted {
  const encoded = /([A-Za-z0-9+/_-]{4,1024}={0,2})\s*$/.exec(value)?.[1] ?? '';
  const pair = decodeBase64(encoded);
  const colon = pair.indexOf(':');
  if (colon <= 0 || /[^\x20-\x7e]/.test(pair.slice(0, colon))) return { facts: {} };
  return { facts: facts({ user: pair.slice(0, colon) }) };
}
