import { decodeBase64, parseJsonObject } from '../base64-text.ts';
import { isKnownPublic } from './known-public.ts';
import { DROP, prove } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** Longest header read, in characters. */
const MAX_HEADER = 8192;

/**
 * JSON Web Token in compact form (RFC 7519): the first part is a JSON object with `alg`, and there is a signature. An
 * unsigned token authenticates nobody.
 */
export function jwt(value: string): Verdict {
  const [header = '', payload = '', signature = ''] = value.split('.', 4);
  if (header.length > MAX_HEADER || signature === '' || isKnownPublic(signature)) return DROP;
  const parsed = parseJsonObject(decodeBase64(header));
  if (typeof parsed?.alg !== 'string' || parsed.alg.toLowerCase() === 'none') return DROP;
  // An encrypted token (RFC 7516) has five parts and no readable payload.
  if (typeof parsed.enc === 'string') return prove('structure');
  return parseJsonObject(decodeBase64(payload)) === undefined ? DROP : prove('structure');
}
