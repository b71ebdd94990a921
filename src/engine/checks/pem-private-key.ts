import { DROP, KEEP_DOUBTFUL, prove } from './verdict.ts';
import type { Verdict } from './verdict.ts';

const DER_SEQUENCE = 0x30;
const MIN_BODY = 32;
const OPENSSH_MAGIC = 'openssh-key-v1\0';
/** Bytes that may be missing at the end of a key that was copied carelessly. */
const FORGIVEN = 8;

/**
 * A private key in PEM (RFC 7468), also with its line ends escaped. The body must be base64 of an ASN.1 sequence of
 * plausible length, an OpenSSH key, or an OpenPGP packet. Keys under a passphrase are kept with low confidence.
 */
export function pemPrivateKey(value: string): Verdict {
  const bounds = /-----BEGIN ([A-Z0-9 ]{0,40})-----([\s\S]*?)(?:-----END|$)/.exec(value);
  if (bounds === null) return DROP;
  const [, label = '', inner = ''] = bounds;
  // A line comment is told from base64 by the blank behind its slashes, and a plus that joins strings by their quotes.
  const text = inner
    .replaceAll(/\\+[nrt]/g, '\n')
    .replaceAll(/^[^\S\n]*\/\/[^\S\n]/gm, '')
    .replaceAll(/["'`]\s{0,80}\+\s{0,80}["'`]/g, '');
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

/**
 * https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key: magic; names of cipher and key derivation and
 * its options, as strings behind their lengths; the number of keys; public and private part, as strings again. All must
 * be there: what only begins like a key opens nothing.
 */
function openSsh(bytes: Buffer): Verdict {
  if (bytes.toString('latin1', 0, OPENSSH_MAGIC.length) !== OPENSSH_MAGIC) return DROP;
  let offset = OPENSSH_MAGIC.length;
  const next = (): string | undefined => {
    if (offset + 4 > bytes.length) return undefined;
    const end = offset + 4 + bytes.readUInt32BE(offset);
    if (end > bytes.length + FORGIVEN) return undefined;
    const text = bytes.toString('latin1', offset + 4, end);
    offset = end;
    return text;
  };
  const cipher = next();
  next();
  next();
  offset += 4;
  const publicPart = next();
  const privatePart = next();
  if (cipher === undefined || publicPart === undefined || privatePart === undefined) return DROP;
  return cipher === 'none' ? prove('structure') : KEEP_DOUBTFUL;
}

/** A DER sequence (ITU-T X.690) that announces no more than is there; a cut-off tail of a few bytes is forgiven. */
function isSequence(bytes: Buffer): boolean {
  if (bytes[0] !== DER_SEQUENCE) return false;
  const first = bytes[1] ?? 0;
  if (first < 0x80) return first + 2 <= bytes.length + FORGIVEN;
  const width = first & 0x7f;
  if (width === 0 || width > 3) return false;
  return bytes.readUIntBE(2, width) + 2 + width <= bytes.length + FORGIVEN;
}
