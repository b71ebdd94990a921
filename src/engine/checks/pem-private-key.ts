import { DROP, KEEP_DOUBTFUL, prove } from './verdict.ts';
import type { Verdict } from './verdict.ts';

const DER_SEQUENCE = 0x30;
const MIN_BODY = 32;
const OPENSSH_MAGIC = 'openssh-key-v1\0';

/**
 * A private key in PEM (RFC 7468), also with its line ends escaped. The body must be base64 of an ASN.1 sequence of
 * plausible length, an OpenSSH key, or an OpenPGP packet. Keys under a passphrase are kept with low confidence.
 */
export function pemPrivateKey(value: string): Verdict {
  const bounds = /-----BEGIN ([A-Z0-9 ]{0,40})-----([\s\S]*?)(?:-----END|$)/.exec(value);
  if (bounds === null) return DROP;
  const [, label = '', inner = ''] = bounds;
  const text = inner.replaceAll(/\\+[nrt]/g, '\n');
  const encrypted = label.includes('ENCRYPTED') || /^\s*Proc-Type:[^\n]*ENCRYPTED/m.test(text);
  const body = text
    .replaceAll(/^[^\S\n]*(?:[A-Za-z-]+: [^\n]*|=[A-Za-z0-9+/]{4}\s*)$/gm, '')
    .replaceAll(/[^A-Za-z0-9+/=]/g, '');
  const bytes = Buffer.from(body, 'base64');
  if (bytes.length < MIN_BODY || new Set(bytes).size < 12) return DROP;
  if (encrypted) return KEEP_DOUBTFUL;
  if (label.includes('OPENSSH')) return openSsh(bytes);
  if (label.includes('PGP')) return (bytes[0] ?? 0) >= 0x80 ? prove('structure') : DROP;
  return isSequence(bytes) ? prove('structure') : DROP;
}

/** https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key: magic, then the cipher's name. */
function openSsh(bytes: Buffer): Verdict {
  if (bytes.toString('latin1', 0, OPENSSH_MAGIC.length) !== OPENSSH_MAGIC) return DROP;
  const length = bytes.length >= OPENSSH_MAGIC.length + 4 ? bytes.readUInt32BE(OPENSSH_MAGIC.length) : 0;
  const cipher = bytes.toString('latin1', OPENSSH_MAGIC.length + 4, OPENSSH_MAGIC.length + 4 + Math.min(length, 64));
  return cipher === 'none' ? prove('structure') : KEEP_DOUBTFUL;
}

/** A DER sequence (ITU-T X.690) that announces no more than is there; a cut-off tail of a few bytes is forgiven. */
function isSequence(bytes: Buffer): boolean {
  if (bytes[0] !== DER_SEQUENCE) return false;
  const first = bytes[1] ?? 0;
  if (first < 0x80) return first + 2 <= bytes.length + 8;
  const width = first & 0x7f;
  if (width === 0 || width > 3) return false;
  return bytes.readUIntBE(2, width) + 2 + width <= bytes.length + 8;
}
