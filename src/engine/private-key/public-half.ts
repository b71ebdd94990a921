import { createPublicKey, hash } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { rememberedBytes } from '../remembered.ts';
import { sshFingerprint } from './ssh-fingerprint.ts';

/** Larger numbers than any key has; it keeps a forged one from taking long. */
const LARGEST_KEY = 16_384;

/** What the public half of a key is known by; nothing where it cannot be read. */
export interface PublicHalf {
  /** See {@link publicKeyPin}. */
  readonly pin?: string;
  /** Of keys that SSH knows. */
  readonly sshFingerprint?: string;
}

/**
 * The public half of a private key that is not locked. A key stands in many versions of a file, and each time is met as
 * PEM and as base64; reading it takes a millisecond.
 *
 * @param der A key of PKCS #1, PKCS #8 or SEC 1
 */
export const publicHalf = rememberedBytes((der): PublicHalf => {
  const half = readHalf(der);
  if (half === undefined) return {};
  const fingerprint = sshFingerprint(half);
  return { pin: publicKeyPin(half), ...(fingerprint !== undefined && { sshFingerprint: fingerprint }) };
});

function readHalf(der: Uint8Array): KeyObject | undefined {
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
