import { createHmac, createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

const HEX_DIGITS = 32;

/**
 * Keyed fingerprint of a value: the first 32 hex digits of HMAC-SHA-256 (RFC 2104). Without the key nobody can test
 * guesses against it. The same credential written in different ways has one fingerprint; see {@link normalise}.
 *
 * @param value Characters up to U+00FF, one for each byte.
 */
export function fingerprint(value: string, key: Uint8Array): string {
  return createHmac('sha256', keyObject(key)).update(normalise(value), 'latin1').digest('hex').slice(0, HEX_DIGITS);
}

const keyObjects = new WeakMap<Uint8Array, KeyObject>();

/** Made once for each key: importing it again for every value costs six times the digest itself. */
function keyObject(key: Uint8Array): KeyObject {
  const known = keyObjects.get(key);
  if (known !== undefined) return known;
  const made = createSecretKey(key);
  keyObjects.set(key, made);
  return made;
}

/**
 * The value without what a place adds to it: quotes and white space round it, and in PEM (RFC 7468) the escapes,
 * indentation and line lengths.
 */
function normalise(value: string): string {
  const bare = value.replace(/^[\s"'`]{1,64}/, '').replace(/[\s"'`]{1,64}$/, '');
  if (!bare.startsWith('-----BEGIN')) return bare;
  return bare.replaceAll(/\\[nrt]/g, '').replaceAll(/[\s"'`+,\\]/g, '');
}
