import { X509Certificate } from 'node:crypto';
import { PUBLIC_KEY } from '../../model/detector.ts';
import { readPem } from '../private-key/pem.ts';
import { publicKeyPin } from '../private-key/public-half.ts';
import { rememberedBytes } from '../remembered.ts';
import { facts } from './facts.ts';
import type { Extracted } from './facts.ts';

/** Larger than certificates are, in bytes. */
const LARGEST = 16_384;

/**
 * What a certificate (RFC 5280), in PEM, base64 or DER, says: its thumbprints, SHA-1 as `target`, whose it is and who
 * says so, when it ends, and its public key. Nothing of what cannot be read.
 */
export function certificate(value: string): Extracted {
  return read(bytesOf(value));
}

function bytesOf(value: string): Uint8Array {
  if (value.startsWith('0\x82')) return Buffer.from(value, 'latin1');
  return readPem(value)?.bytes ?? Buffer.from(value.replaceAll(/\s/g, ''), 'base64');
}

const read = rememberedBytes((bytes): Extracted => {
  if (bytes.length > LARGEST) return { facts: {} };
  try {
    const known = new X509Certificate(bytes);
    return {
      facts: facts({
        target: hex(known.fingerprint),
        sha256: hex(known.fingerprint256),
        subject: inLine(known.subject),
        issuer: inLine(known.issuer),
        expires: known.validToDate.toISOString(),
        [PUBLIC_KEY]: publicKeyPin(known.publicKey),
      }),
    };
  } catch {
    return { facts: {} };
  }
});

function hex(fingerprint: string): string {
  return fingerprint.replaceAll(':', '').toLowerCase();
}

/** Names one below the other, on one line. */
function inLine(name: string | undefined): string | undefined {
  return name?.split('\n').join(', ');
}
