import { TAG, derElement } from '../private-key/der.ts';
import { derKey } from '../private-key/der-key.ts';
import type { KeyForm } from '../private-key/key-form.ts';
import { openSshKey, sshPublicKey } from '../private-key/openssh-key.ts';
import { readPem } from '../private-key/pem.ts';
import { pgpKey } from '../private-key/pgp-key.ts';
import { publishedKey } from '../private-key/published.ts';
import { publicHalf } from '../private-key/public-half.ts';
import { PUBLIC_KEY } from '../../model/detector.ts';
import { isPlaceholder } from './not-placeholder.ts';
import { DROP, KEEP_DOUBTFUL, prove } from './verdict.ts';
import type { CheckFacts, CheckInput, Verdict } from './verdict.ts';

/** Fewest bytes of a key: a bare Curve25519 key has as many. */
const MIN_BODY = 32;
const MIN_VARIETY = 12;
/** Prose has no run of base64 characters as long; the shortest lines of keys have more. */
const MIN_RUN = 24;
/** Characters looked at for stand-ins. */
const LOOKED_AT = 400;

/**
 * A private key in PEM (RFC 7468), also with its line ends escaped. What parses as one is proven, and its facts say of
 * which kind it is and how it is locked. A public key or a certificate is dropped, and so is a stand-in: too little of
 * it, words, text left out. Base64 that does not parse, as of a damaged key, is doubted.
 */
export function pemPrivateKey(value: string): Verdict {
  const pem = readPem(value);
  if (pem === undefined) return DROP;
  const { label, bytes, longestRun, text, encrypted } = pem;
  if (bytes.length < MIN_BODY || longestRun < MIN_RUN || !isVaried(bytes)) return DROP;
  // The bytes of the old encryption of PEM are those of the cipher: nothing in them can be read.
  if (encrypted !== undefined) return prove('structure', factsOf({ part: 'private', encrypted }, bytes));
  const form = label.includes('PGP') ? pgpKey(bytes) : (derKey(bytes) ?? openSshKey(bytes) ?? bareKey(label, bytes));
  if (form !== undefined) return verdictOn(form, bytes);
  const isStandIn =
    isPlaceholder(text.slice(0, LOOKED_AT)) || /\.{3}|…/.test(text) || announcedBytes(bytes) > 2 * bytes.length;
  return isStandIn ? DROP : KEEP_DOUBTFUL;
}

/** Keys have as many different bytes near their beginning. */
function isVaried(bytes: Uint8Array): boolean {
  const met = new Set<number>();
  for (const byte of bytes) if (met.add(byte).size >= MIN_VARIETY) return true;
  return false;
}

/** Bytes that a DER sequence says it has; less than half of a key is a sample of how one looks. */
function announcedBytes(bytes: Uint8Array): number {
  const outer = derElement(bytes, 0);
  return outer?.tag === TAG.sequence ? outer.end : 0;
}

/**
 * Base64 of DER, of an OpenSSH key or of a key store, without armour: the structure is all that tells it from other
 * base64, so what does not parse as a private key is none.
 */
export function base64PrivateKey(value: string): Verdict {
  const joined = value.replaceAll(/["'`]\s{0,80}\+\s{0,80}["'`]/g, '');
  const bytes = Buffer.from(joined.replaceAll(/\\+[nr]|[^A-Za-z0-9+/_=-]/g, ''), 'base64');
  const form = derKey(bytes) ?? openSshKey(bytes) ?? javaKeyStore(bytes);
  return form === undefined ? DROP : verdictOn(form, bytes);
}

/** A key of PuTTY: what stands before its private part says how it is locked. */
export function puttyPrivateKey({ whole }: CheckInput): Verdict {
  const head = /^PuTTY-User-Key-File-\d: ([\w@.-]{3,60})(?:\s|\\+[nr])+Encryption: ([a-z0-9-]{3,20})/.exec(whole);
  if (head === null) return DROP;
  const [, algorithm = '', encryption = ''] = head;
  return prove('structure', { algorithm, ...(encryption !== 'none' && { encrypted: encryption }) });
}

/**
 * A key of SSH Communications Security: a magic number and the length of all, then the type of the key and its cipher
 * as strings behind their lengths.
 */
export function ssh2PrivateKey(value: string): Verdict {
  const body = value.replaceAll(/^[A-Za-z-]+: [^\n]*$/gm, '').replaceAll(/[^A-Za-z0-9+/=]/g, '');
  const bytes = Buffer.from(body, 'base64');
  if (bytes.length < MIN_BODY || bytes.readUInt32BE(0) !== 0x3f6ff9eb) return KEEP_DOUBTFUL;
  const typeEnd = 12 + bytes.readUInt32BE(8);
  if (typeEnd + 4 > bytes.length) return KEEP_DOUBTFUL;
  const cipher = bytes.toString('latin1', typeEnd + 4, typeEnd + 4 + Math.min(32, bytes.readUInt32BE(typeEnd)));
  return prove('structure', /^[a-z0-9-]{3,32}$/.test(cipher) && cipher !== 'none' ? { encrypted: cipher } : {});
}

/** A private key in DER (ITU-T X.690) or of OpenPGP, a character for each byte. */
export function derPrivateKey(value: string): Verdict {
  const bytes = Buffer.from(value, 'latin1');
  const form = derKey(bytes) ?? pgpKey(bytes);
  return form === undefined ? DROP : verdictOn(form, bytes);
}

/** A key store that holds a private key, a character for each byte. */
export function keyStore(value: string): Verdict {
  const bytes = Buffer.from(value, 'latin1');
  const form = javaKeyStore(bytes) ?? bouncyCastleStore(bytes) ?? derKey(bytes);
  return form === undefined ? DROP : verdictOn(form, bytes);
}

function verdictOn(form: KeyForm, bytes: Uint8Array): Verdict {
  return form.part === 'public' ? DROP : prove('structure', factsOf(form, bytes));
}

function factsOf(form: Extract<KeyForm, { part: 'private' }>, bytes: Uint8Array): CheckFacts {
  const { algorithm, encrypted, opens, note } = form;
  const published = publishedKey(bytes);
  const open = algorithm !== undefined && encrypted === undefined;
  const half = open ? publicHalf(bytes) : {};
  const fingerprint = form.fingerprint ?? half.sshFingerprint;
  return {
    ...(algorithm !== undefined && { algorithm }),
    ...(encrypted !== undefined && { encrypted }),
    ...(opens !== undefined && { opens }),
    ...(note !== undefined && { note }),
    ...(published !== undefined && { published }),
    ...(fingerprint !== undefined && { 'ssh fingerprint': fingerprint }),
    ...(half.pin !== undefined && { [PUBLIC_KEY]: half.pin }),
  };
}

/** Formats whose key is nothing but its bytes: Nebula's, and sealed keys of cosign, which are JSON. */
function bareKey(label: string, bytes: Uint8Array): KeyForm | undefined {
  const text = Buffer.from(bytes).toString('latin1', 0, 12);
  if (/SIGSTORE|COSIGN/.test(label) && text.startsWith('{"kdf":')) return { part: 'private', encrypted: 'scrypt' };
  if (/NEBULA/.test(label) && (bytes.length === 32 || bytes.length === 64)) return { part: 'private' };
  return sshPublicKey(bytes);
}

/**
 * JKS and JCEKS begin with a magic number, a version and the number of entries; the first entry's tag tells a private
 * or secret key from a certificate.
 * https://github.com/openjdk/jdk/blob/master/src/java.base/share/classes/sun/security/provider/JavaKeyStore.java
 */
function javaKeyStore(bytes: Buffer): KeyForm | undefined {
  if (bytes.length < 64) return undefined;
  const magic = bytes.readUInt32BE(0);
  if (magic !== 0xfeedfeed && magic !== 0xcececece) return undefined;
  const [version, tag] = [bytes.readUInt32BE(4), bytes.readUInt32BE(12)];
  if (version < 1 || version > 2) return undefined;
  if (tag === 2) return { part: 'public' };
  return tag === 1 || tag === 3
    ? { part: 'private', encrypted: magic === 0xfeedfeed ? 'JKS store' : 'JCEKS store' }
    : undefined;
}

/**
 * Bouncy Castle's BKS begins with a version, a salt behind its length, and rounds; the first entry's tag tells a key from a
 * certificate.
 * https://github.com/bcgit/bc-java/blob/main/prov/src/main/java/org/bouncycastle/jcajce/provider/keystore/bc/BcKeyStoreSpi.java
 */
function bouncyCastleStore(bytes: Buffer): KeyForm | undefined {
  if (bytes.length < 64) return undefined;
  const [version, salt] = [bytes.readUInt32BE(0), bytes.readUInt32BE(4)];
  if (version < 1 || version > 2 || salt !== 20) return undefined;
  const [rounds, tag] = [bytes.readUInt32BE(28), bytes[32]];
  if (rounds < 1 || rounds > 0xffff) return undefined;
  if (tag === 1) return { part: 'public' };
  return tag === 2 || tag === 3 || tag === 4 ? { part: 'private', encrypted: 'BKS store' } : undefined;
}
