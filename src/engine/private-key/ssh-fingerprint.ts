import { hash } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** Names of curves in JSON Web Keys and in SSH (RFC 7518 section 6.2, RFC 5656 section 6.1). */
const CURVES: Readonly<Record<string, string>> = { 'P-256': 'nistp256', 'P-384': 'nistp384', 'P-521': 'nistp521' };

/**
 * Fingerprint of the public half of a private key, as `ssh-keygen -l` and lists of deploy keys have it: `SHA256:` and
 * base64 without padding over the key as RFC 4253 section 6.6 writes it; `undefined` for keys that SSH does not know.
 */
export function sshFingerprint(half: KeyObject): string | undefined {
  if (!hasWebKey(half)) return undefined;
  const blob = publicBlob(half.export({ format: 'jwk' }));
  return blob && fingerprintOf(blob);
}

/** Answers whether there is a JSON Web Key for it: node:crypto throws for other kinds, such as DSA, and other curves. */
function hasWebKey({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): boolean {
  if (type === 'ec') return ['prime256v1', 'secp384r1', 'secp521r1'].includes(details?.namedCurve ?? '');
  return type === 'rsa' || type === 'ed25519';
}

/** The same of a public key that is written in SSH's own form. */
export function fingerprintOf(blob: Uint8Array): string {
  return `SHA256:${hash('sha256', blob, 'base64').replaceAll('=', '')}`;
}

function publicBlob({ kty, crv = '', n, e, x, y }: JsonWebKey): Buffer | undefined {
  if (kty === 'RSA') return joined(Buffer.from('ssh-rsa'), positive(bytes(e)), positive(bytes(n)));
  if (kty === 'OKP' && crv === 'Ed25519') return joined(Buffer.from('ssh-ed25519'), bytes(x));
  const curve = CURVES[crv];
  if (kty !== 'EC' || curve === undefined) return undefined;
  const point = Buffer.concat([Buffer.of(4), bytes(x), bytes(y)]);
  return joined(Buffer.from(`ecdsa-sha2-${curve}`), Buffer.from(curve), point);
}

function bytes(text: string | undefined): Buffer {
  return Buffer.from(text ?? '', 'base64url');
}

/** A number as RFC 4251 section 5 writes it: with a byte in front where it would read as a negative one. */
function positive(number: Buffer): Buffer {
  return (number[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), number]) : number;
}

/** Strings behind their lengths. */
function joined(...parts: readonly Buffer[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.length);
      return [length, part];
    }),
  );
}
