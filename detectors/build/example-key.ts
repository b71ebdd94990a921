import type { ExampleMaker } from '../../src/model/detector.ts';

/** An element of DER (ITU-T X.690). */
export function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(contents);
  const { length } = body;
  const width = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...width]), body]);
}

/** An element of BER whose end is marked instead of its length (ITU-T X.690 section 8.1.3.6). */
export function indefinite(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  return Buffer.concat([Buffer.from([tag, 0x80]), ...contents, Buffer.from([0, 0])]);
}

export const sequence = (...contents: readonly Uint8Array[]): Buffer => der(0x30, ...contents);
export const integer = (...bytes: readonly number[]): Buffer => der(0x02, Buffer.from(bytes));
const octets = (contents: Uint8Array): Buffer => der(0x04, contents);
/** @param hex Contents of the object identifier. */
export const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));

/** Bytes that look drawn. */
export function chance(make: ExampleMaker, length: number): Buffer {
  return Buffer.from(make(make.hex, length * 2), 'hex');
}

/** A positive number of so many bytes. */
const number = (make: ExampleMaker, length: number): Buffer => integer(0, 0xc1, ...chance(make, length - 1));

/** The shape of an RSA key of PKCS #1 (RFC 8017 appendix A.1.2) whose numbers have nothing to do with each other. */
export function rsaKey(make: ExampleMaker, bytes = 256): Buffer {
  const half = bytes / 2;
  return sequence(
    integer(0),
    number(make, bytes),
    integer(1, 0, 1),
    number(make, bytes),
    ...Array.from({ length: 5 }, () => number(make, half)),
  );
}

/** The shape of an EC key (RFC 5915) on P-256. */
export function ecKey(make: ExampleMaker): Buffer {
  return sequence(
    integer(1),
    octets(chance(make, 32)),
    der(0xa0, oid('2a8648ce3d030107')),
    der(0xa1, der(0x03, Buffer.concat([Buffer.from([0, 4]), chance(make, 64)]))),
  );
}

/** The shape of a DSA key. */
export function dsaKey(make: ExampleMaker): Buffer {
  return sequence(integer(0), ...[128, 20, 128, 128, 20].map((length) => number(make, length)));
}

/** The algorithm of a DSA key with its parameters (RFC 3279 section 2.3.2). */
export function DSA(make: ExampleMaker): Buffer {
  return sequence(oid('2a8648ce380401'), sequence(...[128, 20, 128].map((length) => number(make, length))));
}

/** A key in PKCS #8 (RFC 5958). */
export function pkcs8(algorithm: Buffer, key: Uint8Array): Buffer {
  return sequence(integer(0), algorithm, octets(key));
}

export const RSA = sequence(oid('2a864886f70d010101'), der(0x05));

/** The shape of a PKCS #8 key under a passphrase, by PBES2 with AES-256 (RFC 8018). */
export function lockedKey(make: ExampleMaker): Buffer {
  const derivation = sequence(oid('2a864886f70d01050c'), sequence(octets(chance(make, 8)), integer(8, 0)));
  const cipher = sequence(oid('60864801650304012a'), octets(chance(make, 16)));
  return sequence(sequence(oid('2a864886f70d01050d'), sequence(derivation, cipher)), octets(chance(make, 1232)));
}

/** Text behind its length in four bytes (RFC 4251 section 5). */
function sshString(contents: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(contents.length);
  return Buffer.concat([length, contents]);
}

/** The shape of an OpenSSH key of Ed25519. */
export function openSshKey(make: ExampleMaker, cipher = 'none'): Buffer {
  const text = (value: string): Buffer => sshString(Buffer.from(value, 'latin1'));
  const check = chance(make, 4);
  const publicPart = Buffer.concat([text('ssh-ed25519'), sshString(chance(make, 32))]);
  return Buffer.concat([
    Buffer.from('openssh-key-v1\0', 'latin1'),
    text(cipher),
    text(cipher === 'none' ? 'none' : 'bcrypt'),
    sshString(cipher === 'none' ? Buffer.alloc(0) : Buffer.concat([sshString(chance(make, 16)), Buffer.alloc(4, 16)])),
    Buffer.from([0, 0, 0, 1]),
    sshString(publicPart),
    sshString(Buffer.concat([check, check, publicPart, sshString(chance(make, 64)), text('ci')])),
  ]);
}

/** The shape of an OpenPGP secret key packet of RSA (RFC 9580 section 5.5.3) without a passphrase. */
export function pgpKey(make: ExampleMaker): Buffer {
  const mpi = (bytes: number): Buffer =>
    Buffer.concat([Buffer.from([(bytes * 8) >> 8, (bytes * 8) & 0xff, 0xc1]), chance(make, bytes - 1)]);
  const body = Buffer.concat([
    Buffer.from([4, 0x5f, 0x10, 0x20, 0x30, 1]),
    mpi(256),
    Buffer.from([0, 17, 1, 0, 1]),
    Buffer.from([0]),
    ...[256, 128, 128, 128].map(mpi),
  ]);
  return Buffer.concat([Buffer.from([0x95, body.length >> 8, body.length & 0xff]), body]);
}

/** Base64 in lines. */
export function lines(bytes: Buffer, width = 64): string {
  return bytes.toString('base64').replaceAll(new RegExp(`.{${width}}(?=.)`, 'g'), '$&\n');
}

/** A PEM block (RFC 7468). The label is given in parts so that none stands in a file whole. */
export function block(label: string, body: string): string {
  return `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----`;
}
