import { X509Certificate } from 'node:crypto';
import { PUBLIC_KEY } from '../../model/detector.ts';
import { readPem } from '../private-key/pem.ts';
import { publicKeyPin } from '../private-key/public-half.ts';
import { facts } from './facts.ts';
import type { Extracted } from './facts.ts';

/** Larger than certificates are, in bytes. */
const LARGEST = 16_384;

/**
 * What a certificate (RFC 5280) says: its thumbprints, SHA-1 as `target`, whose it is and who says so, when it ends, and
 * its public key. Nothing of what cannot be read.
 */
export function certificate(value: string): Extracted {
  const bytes = readPem(value)?.bytes ?? Buffer.from(value.replaceAll(/\s/g, ''), 'base64');
  if (bytes.length > LARGEST) return { facts: {} };
  try {
    const read = new X509Certificate(bytes);
    return {
      facts: facts({
        target: hex(read.fingerprint),
        sha256: hex(read.fingerprint256),
        subject: inLine(read.subject),
        issuer: inLine(read.issuer),
        expires: read.validToDate.toISOString(),
        [PUBLIC_KEY]: publicKeyPin(read.publicKey),
      }),
    };
  } catch {
    return { facts: {} };
  }
}

function hex(fingerprint: string): string {
  return fingerprint.replaceAll(':', '').toLowerCase();
}

/** Names one below the other, on one line. */
function inLine(name: string | undefined): string | undefined {
  return name?.split('\n').join(', ');
}
