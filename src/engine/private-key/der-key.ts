import { berToDer } from './ber.ts';
import { TAG, derChildren, derElement, derHex } from './der.ts';
import type { DerElement } from './der.ts';
import { PUBLIC_PART } from './key-form.ts';
import type { KeyForm } from './key-form.ts';
import { pkcs12Store } from './pkcs12.ts';

/** Bytes that may be missing at the end of a key that was copied carelessly. */
const FORGIVEN = 8;
const MOST_CHILDREN = 12;
/** In place of a length: an end is marked instead. */
const INDEFINITE = 0x80;
/** Shortest modulus that counts, in bytes: 512 bits. */
const LEAST_MODULUS = 64;

/** Object identifiers, as hex of their contents (RFC 8017, RFC 5480, RFC 8410, SEC 2). */
const ALGORITHMS: Readonly<Record<string, string>> = {
  '2a864886f70d010101': 'RSA',
  '2a864886f70d01010a': 'RSA-PSS',
  '2a8648ce380401': 'DSA',
  '2a864886f70d010301': 'DH',
  '2b656e': 'X25519',
  '2b656f': 'X448',
  '2b6570': 'Ed25519',
  '2b6571': 'Ed448',
};
const CURVES: Readonly<Record<string, string>> = {
  '2a8648ce3d030107': 'P-256',
  '2b81040022': 'P-384',
  '2b81040023': 'P-521',
  '2b8104000a': 'secp256k1',
  '2b81040021': 'P-224',
  '2a8648ce3d030101': 'P-192',
  '2b2403030208010107': 'brainpoolP256r1',
};
const EC = '2a8648ce3d0201';
/** PBES2 (RFC 8018), and the schemes of PKCS #5 v1.5 and PKCS #12. */
const LOCKS: readonly (readonly [prefix: string, name: string])[] = [
  ['2a864886f70d01050d', 'PBES2'],
  ['2a864886f70d0105', 'PBES1'],
  ['2a864886f70d010c01', 'PKCS #12 PBE'],
  ['2b060104012a021101', 'Java key store'],
];
/** The ciphers of PBES2: AES-128, -192 and -256 in CBC and GCM mode, and triple DES. */
const CIPHERS: readonly (readonly [oid: string, name: string])[] = [
  ['60864801650304012a', 'AES-256-CBC'],
  ['60864801650304012e', 'AES-256-GCM'],
  ['608648016503040116', 'AES-192-CBC'],
  ['608648016503040102', 'AES-128-CBC'],
  ['608648016503040106', 'AES-128-GCM'],
  ['2a864886f70d0307', '3DES-CBC'],
];

/**
 * Reads what DER bytes are: a private key of PKCS #1 (RFC 8017), PKCS #8 (RFC 5958), SEC 1 (RFC 5915) or the old form
 * of DSA; one under a passphrase; a PKCS #12 store (RFC 7292), which some tools write as BER; or something public. A few
 * bytes missing at the end are forgiven.
 *
 * @returns `undefined` for anything else, and for what is damaged.
 */
export function derKey(written: Uint8Array): KeyForm | undefined {
  const bytes = written[1] === INDEFINITE ? berToDer(written) : written;
  if (bytes === undefined) return undefined;
  const outer = derElement(bytes, 0);
  if (outer?.tag !== TAG.sequence || outer.end > bytes.length + FORGIVEN) return undefined;
  const children = derChildren(bytes, outer, MOST_CHILDREN);
  const [first, second, third] = children;
  if (first === undefined || second === undefined) return undefined;
  if (first.tag === TAG.integer) return numbered(bytes, children, first, second, third);
  if (first.tag !== TAG.sequence) return undefined;
  const [algorithm] = derChildren(bytes, first, 2);
  if (algorithm?.tag === TAG.oid && second.tag === TAG.octetString) return locked(bytes, first, algorithm);
  if (algorithm?.tag === TAG.oid && second.tag === TAG.bitString) return PUBLIC_PART;
  // A certificate (RFC 5280) or a request for one (RFC 2986): what is signed, how, and the signature.
  return second.tag === TAG.sequence && third?.tag === TAG.bitString ? PUBLIC_PART : undefined;
}

/** What begins with a version, or with the modulus of a public key. */
function numbered(
  bytes: Uint8Array,
  children: readonly DerElement[],
  first: DerElement,
  second: DerElement,
  third: DerElement | undefined,
): KeyForm | undefined {
  const version = first.end - first.start === 1 ? bytes[first.start] : undefined;
  if (version === undefined) return children.length === 2 && second.tag === TAG.integer ? PUBLIC_PART : undefined;
  if (second.tag === TAG.sequence && third?.tag === TAG.octetString) return pkcs8(bytes, second, third);
  if (version === 3 && second.tag === TAG.sequence) return pkcs12Store(bytes, second, third);
  if (version === 1 && second.tag === TAG.octetString) return sec1(bytes, second, third);
  const integers = children.filter(({ tag }) => tag === TAG.integer).length;
  if (version === 0 && integers === 6) return { part: 'private', algorithm: `DSA ${bitsOf(second)}` };
  if (version > 1 || integers < 9 || second.end - second.start < LEAST_MODULUS) return undefined;
  return { part: 'private', algorithm: `RSA ${bitsOf(second)}` };
}

function pkcs8(bytes: Uint8Array, algorithm: DerElement, key: DerElement): KeyForm | undefined {
  const [oid, parameters] = derChildren(bytes, algorithm, 2);
  if (oid?.tag !== TAG.oid) return undefined;
  const name = derHex(bytes, oid);
  if (name === EC) {
    const curve = parameters?.tag === TAG.oid ? CURVES[derHex(bytes, parameters)] : undefined;
    return { part: 'private', algorithm: curve === undefined ? 'EC' : `EC ${curve}` };
  }
  const known = ALGORITHMS[name];
  if (known !== 'RSA') return { part: 'private', ...(known !== undefined && { algorithm: known }) };
  const modulus = derChildren(bytes, derElement(bytes, key.start) ?? key, 2)[1];
  return { part: 'private', algorithm: modulus === undefined ? 'RSA' : `RSA ${bitsOf(modulus)}` };
}

function sec1(bytes: Uint8Array, key: DerElement, parameters: DerElement | undefined): KeyForm | undefined {
  const length = key.end - key.start;
  if (length < 20 || length > 72) return undefined;
  const oid = parameters?.tag === TAG.context0 ? derElement(bytes, parameters.start) : undefined;
  const curve = oid?.tag === TAG.oid ? CURVES[derHex(bytes, oid)] : undefined;
  return { part: 'private', algorithm: curve === undefined ? 'EC' : `EC ${curve}` };
}

function locked(bytes: Uint8Array, scheme: DerElement, oid: DerElement): KeyForm | undefined {
  const name = derHex(bytes, oid);
  const lock = LOCKS.find(([prefix]) => name.startsWith(prefix))?.[1];
  if (lock === undefined) return undefined;
  const parameters = derHex(bytes, { ...scheme, start: Math.max(scheme.start, scheme.end - 32) });
  const cipher = CIPHERS.find(([each]) => parameters.includes(each))?.[1];
  return { part: 'private', encrypted: cipher === undefined ? lock : `${lock} with ${cipher}` };
}

/** Bits of a number; the byte that keeps it positive does not count. */
function bitsOf({ start, end }: DerElement): number {
  return Math.floor((end - start) / 8) * 64;
}
