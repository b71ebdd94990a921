import { decodeBase64, parseJsonObject } from '../base64-text.ts';
import { joined } from '../joined-text.ts';
import { isKnownPublic } from './known-public.ts';
import { DROP, KEEP_DOUBTFUL, prove } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** Longest header read, in characters. */
const MAX_HEADER = 8192;
/** Characters of the least that an algorithm of RFC 7518 signs with: 32 bytes. */
const SHORTEST_SIGNATURE = 43;

/**
 * JSON Web Token in compact form (RFC 7519): the first part is a JSON object, and there is a signature. An unsigned
 * token authenticates nobody, and the proof that somebody holds a key (RFC 9449) is used once and says nothing else. One whose header tells no algorithm is none that a library takes (RFC 7515 section
 * 4.1.1), but may be one of its issuer's own kind.
 */
export function jwt(value: string): Verdict {
  const [header = '', payload = '', signature = ''] = joined(value).split('.', 4);
  if (header.length > MAX_HEADER || signature === '' || isKnownPublic(signature)) return DROP;
  const parsed = parseJsonObject(decodeBase64(header));
  if (parsed === undefined || parsed.typ === 'dpop+jwt') return DROP;
  // An encrypted token (RFC 7516) has five parts and no readable payload.
  const isEncrypted = typeof parsed.alg === 'string' && typeof parsed.enc === 'string';
  if (!isEncrypted && parseJsonObject(decodeBase64(payload)) === undefined) return DROP;
  if (parsed.alg === undefined) return signature.length < SHORTEST_SIGNATURE ? DROP : KEEP_DOUBTFUL;
  return typeof parsed.alg !== 'string' || parsed.alg.toLowerCase() === 'none' ? DROP : prove('structure');
}
