import { X509Certificate } from 'node:crypto';

/** Longer than any certificate: what is longer is not parsed. */
const MAX_LENGTH = 100_000;

/** When the first certificate of a PEM text stops being valid, ISO 8601; undefined when it is none. */
export function certificateEnd(pem: string | null | undefined): string | undefined {
  if (pem === null || pem === undefined || pem.length > MAX_LENGTH) return undefined;
  try {
    return new X509Certificate(pem).validToDate.toISOString();
  } catch {
    return undefined;
  }
}
