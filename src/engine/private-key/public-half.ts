import { createPublicKey, hash } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** Larger numbers than any key has; it keeps a forged one from taking long. */
const LARGEST_KEY = 16_384;

/**
 * The public half of a private key that is not locked.
 *
 * @param der A key of PKCS #1, PKCS #8 or SEC 1
 * @returns `undefined` for what cannot be read
 */
export function publicHalf(der: Uint8Array): KeyObject | undefined {
  if (der.length > LARGEST_KEY) return undefined;
  for (const type of ['pkcs8', 'pkcs1', 'sec1'] as const) {
    try {
      // Node takes a private key for its public half; its types ask for a public one.
      return createPublicKey({ key: Buffer.from(der), format: 'der', type: type as 'pkcs1' });
    } catch {
      // Not of this type.
    }
  }
  return undefined;
}

/**
 * What a public key is known by, in a private key as in a certificate: `SHA256:` and base64 over its
 * SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7), as pins of certificates have it (RFC 7469 section 2.4).
 */
export function publicKeyPin(key: KeyObject): string {
  return `SHA256:${hash('sha256', key.export({ type: 'spki', format: 'der' }), 'base64')}`;
}
