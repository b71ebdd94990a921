import { createHmac, createSecretKey } from 'node:crypto';
import { joined } from './joined-text.ts';
import { remembered } from './remembered.ts';

const HEX_DIGITS = 32;

/**
 * Keyed fingerprint of a value: the first 32 hex digits of HMAC-SHA-256 (RFC 2104). Without the key nobody can test
 * guesses against it. The same credential written in different ways has one fingerprint; see {@link normalise}.
 *
 * @param value Characters up to U+00FF, one for each byte.
 */
export function fingerprint(value: string, key: Uint8Array): string {
  const known = withKey.get(key) ?? fingerprintWith(key);
  withKey.set(key, known);
  return known(value);
}

const withKey = new WeakMap<Uint8Array, (value: string) => string>();

/** Made once for each key: importing it again for every value costs six times the digest itself. */
function fingerprintWith(key: Uint8Array): (value: string) => string {
  const made = createSecretKey(key);
  return remembered((value) =>
    createHmac('sha256', made).update(normalise(value), 'latin1').digest('hex').slice(0, HEX_DIGITS),
  );
}

/**
 * The value without what a place adds to it: quotes and white space round it, and in PEM (RFC 7468) the escapes,
 * indentation and line lengths; a token of JSON (RFC 7519) may be written in several strings.
 */
function normalise(value: string): string {
  const bare = value.replace(/^[\s"'`]{1,64}/, '').replace(/[\s"'`]{1,64}$/, '');
  if (bare.startsWith('eyJ')) return joined(bare);
  if (!bare.startsWith('-----BEGIN')) return bare;
  return bare.replaceAll(/\\[nrt]/g, '').replaceAll(/[\s"'`+,\\]/g, '');
}
