import { createHash } from 'node:crypto';

/** A short stable id: kind, a hyphen, and 16 hex digits of the SHA-256 over the parts. Parts are never secret. */
export function stableId(kind: string, ...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return `${kind}-${hash.digest('hex').slice(0, 16)}`;
}

/** Id of a credential whose value was seen: from its keyed fingerprint, so that it cannot be guessed from a value. */
export function credentialId(fingerprint: string): string {
  return `cred-${fingerprint.slice(0, 24)}`;
}
