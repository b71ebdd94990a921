import { PUBLIC_PART } from './key-form.ts';
import type { KeyForm } from './key-form.ts';
import { fingerprintOf } from './ssh-fingerprint.ts';

const MAGIC = 'openssh-key-v1\0';
/** Bytes that may be missing at the end of a key that was copied carelessly. */
const FORGIVEN = 8;
const LONGEST_NAME = 64;

/**
 * Reads an OpenSSH key: magic; names of cipher and key derivation and its options, as strings behind their lengths; the
 * number of keys; public and private part, as strings again. A private part that is not encrypted begins with the same
 * number twice.
 * https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key
 *
 * @returns `undefined` for what is none, was cut off, or only begins like a key.
 */
export function openSshKey(bytes: Uint8Array): KeyForm | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.toString('latin1', 0, MAGIC.length) !== MAGIC) return undefined;
  let offset = MAGIC.length;
  const next = (): Buffer | undefined => {
    if (offset + 4 > buffer.length) return undefined;
    const start = offset + 4;
    offset = start + buffer.readUInt32BE(offset);
    return offset > buffer.length + FORGIVEN ? undefined : buffer.subarray(start, offset);
  };
  const [cipher, derivation, options] = [next(), next(), next()];
  offset += 4;
  const [publicPart, privatePart] = [next(), next()];
  if (cipher === undefined || derivation === undefined || options === undefined) return undefined;
  if (publicPart === undefined || privatePart === undefined || privatePart.length < 8) return undefined;
  const algorithm = keyType(publicPart);
  const known = {
    ...(algorithm !== undefined && { algorithm, fingerprint: fingerprintOf(publicPart) }),
    ...noteOf(algorithm),
  };
  const lock = cipher.toString('latin1');
  if (lock !== 'none') return { part: 'private', ...known, encrypted: nameOf(lock) ?? 'a cipher' };
  return privatePart.readUInt32BE(0) === privatePart.readUInt32BE(4) ? { part: 'private', ...known } : undefined;
}

/** Reads the base64 of a public key or certificate, as `authorized_keys` has it (RFC 4253 section 6.6). */
export function sshPublicKey(bytes: Uint8Array): KeyForm | undefined {
  return /^(?:ssh-|ecdsa-|sk-)/.test(keyType(Buffer.from(bytes)) ?? '') ? PUBLIC_PART : undefined;
}

/** The name a public key begins with, such as `ssh-ed25519`. */
function keyType(part: Buffer): string | undefined {
  if (part.length < 4) return undefined;
  const length = part.readUInt32BE(0);
  return length > LONGEST_NAME ? undefined : nameOf(part.toString('latin1', 4, 4 + length));
}

function nameOf(text: string): string | undefined {
  return /^[a-z0-9@.-]{3,64}$/.test(text) ? text : undefined;
}

function noteOf(algorithm: string | undefined): { readonly note?: string } {
  return algorithm?.startsWith('sk-') ? { note: 'opens nothing without its hardware token' } : {};
}
