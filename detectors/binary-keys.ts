import type { Detector, ExampleMaker } from '../src/model/detector.ts';
import {
  chance,
  der,
  DSA,
  dsaKey,
  ecKey,
  indefinite,
  integer,
  lockedKey,
  oid,
  pkcs8,
  rsaKey,
  RSA,
  sequence,
} from './build/example-key.ts';

const rotate =
  'Generate a new key pair, replace the public key or certificate wherever it is trusted, then remove the old one.';

/** The tag of a sequence and its length, up to 65,535 bytes. */
const SEQUENCE = '0(?:\\x82[^][^]|\\x81[^]|[\\x05-\\x7f])';
/** An object identifier of RSA Data Security, Inc., as DER writes its beginning. */
const RSADSI = '\\*\\x86H\\x86\\xf7\\r\\x01';
/** Nothing stands before it: the file begins with it. */
const FILE_START = '(?<![^])';

/** What stands in private keys. */
const IN_KEYS = [
  // The public exponent 65537, between modulus and private exponent: PKCS #1 (RFC 8017), and PKCS #8 round it.
  '\x02\x03\x01\0\x01\x02',
  // SEC 1 (RFC 5915) on curves of 256, 384 and 521 bits: the version and the length of the key; also in PKCS #8.
  '\x02\x01\x01\x04 ',
  '\x02\x01\x01\x040',
  '\x02\x01\x01\x04B',
  // PKCS #1 and the old form of DSA: version, and the length of a modulus or prime of 1024, 2048, 3072 and 4096 bits.
  '\x02\x01\0\x02\x81\x81\0',
  '\x02\x01\0\x02\x82\x01\x01\0',
  '\x02\x01\0\x02\x82\x01\x81\0',
  '\x02\x01\0\x02\x82\x02\x01\0',
  // PKCS #8 of DSA (RFC 3279): the object identifier of the algorithm.
  '*\x86H\xce8\x04\x01',
  // RFC 8410: Ed25519, X25519, Ed448, X448.
  '+ep\x04"\x04 ',
  '+en\x04"\x04 ',
  '+eq\x04;\x049',
  '+eo\x04:\x048',
  // PKCS #8 under a passphrase (RFC 8018): the object identifiers of RSA Data Security, Inc.
  '*\x86H\x86\xf7',
];

/** PKCS #8 and its algorithm; PKCS #1 and its modulus; SEC 1 and the key, the curve behind it. */
const PLAIN = `${SEQUENCE}\\x02\\x01(?:[\\x00\\x01]${SEQUENCE}\\x06[\\x03-\\x0b]|\\x00\\x02(?:\\x82[^][^]|\\x81[^]|A\\x00)|\\x01\\x04[\\x14-H](?=[^]{20,72}\\xa0[\\x07-\\x0d]\\x06[\\x05-\\x0b]))`;
const LOCKED = `${FILE_START}${SEQUENCE}${SEQUENCE}\\x06[\\t\\n]${RSADSI}[\\x05\\x0c]`;

const data = (contents: Buffer): Buffer => sequence(oid('2a864886f70d010701'), der(0xa0, der(0x04, contents)));

/** A PKCS #12 store (RFC 7292) that shows one key under a passphrase. */
function store(make: ExampleMaker): Buffer {
  const bag = sequence(oid('2a864886f70d010c0a0102'), der(0xa0, lockedKey(make)));
  return sequence(integer(3), data(sequence(data(sequence(bag)))), chance(make, 60));
}

/** The same as BER writes it where lengths are not known beforehand (ITU-T X.690 section 8.1.3.6). */
function openEndedStore(make: ExampleMaker): Buffer {
  const bag = sequence(oid('2a864886f70d010c0a0102'), der(0xa0, lockedKey(make)));
  const safe = sequence(data(sequence(bag)));
  const pieces = [der(0x04, safe.subarray(0, 1000)), der(0x04, safe.subarray(1000))];
  const content = indefinite(0xa0, indefinite(0x24, ...pieces));
  return indefinite(0x30, integer(3), indefinite(0x30, oid('2a864886f70d010701'), content), sequence(chance(make, 60)));
}

/** The same with certificates alone, which are encrypted. */
function trustStore(make: ExampleMaker): Buffer {
  const encrypted = sequence(oid('2a864886f70d010706'), der(0xa0, sequence(integer(0), chance(make, 600))));
  const content = der(0xa0, der(0x04, sequence(encrypted)));
  return sequence(integer(3), sequence(oid('2a864886f70d010701'), content), chance(make, 60));
}

/** A store of Bouncy Castle whose first entry has such a tag. */
function bouncyCastleStore(make: ExampleMaker, tag: number): Buffer {
  const head = Buffer.concat([Buffer.from([0, 0, 0, 2, 0, 0, 0, 20]), chance(make, 20), Buffer.from([0, 0, 6, 0x3a])]);
  return Buffer.concat([head, Buffer.from([tag, 0, 2]), Buffer.from('ci'), chance(make, 400)]);
}

/** A file that holds bytes and nothing else. */
const file = (bytes: Buffer, path: string) => {
  const text = bytes.toString('latin1');
  return { text, secret: text, path, binary: true };
};

/** Private keys and stores of them as bytes, in files that are no text. */
export const binaryKeys: readonly Detector[] = [
  {
    id: 'der-private-key',
    title: 'Private key in DER',
    provider: 'Private key',
    kind: 'private-key',
    identity: 'unknown',
    severity: 'high',
    match: {
      anchors: IN_KEYS,
      pattern: new RegExp(`(?:${PLAIN}|${LOCKED})[^]{20,5000}`),
      lookBehind: 1024,
      maxLength: 5100,
      proof: 'format',
      multiLine: true,
      ends: 'der',
    },
    checks: [{ check: 'der-private-key' }],
    rotate,
    docs: 'https://www.rfc-editor.org/rfc/rfc5958',
    examples: {
      match: (make) => {
        const inside = pkcs8(RSA, rsaKey(make));
        return [
          file(pkcs8(RSA, rsaKey(make)), 'signing.der'),
          file(rsaKey(make, 512), 'signing.key'),
          file(ecKey(make), 'server.der'),
          file(pkcs8(sequence(oid('2b6570')), der(0x04, chance(make, 32))), 'server.key'),
          file(lockedKey(make), 'server.pk8'),
          file(dsaKey(make), 'id.der'),
          file(pkcs8(DSA(make), der(0x02, chance(make, 20))), 'id.pk8'),
          {
            text: `\x7fELF\0\0${inside.toString('latin1')}\0\0\x01\x02 and more`,
            secret: inside.toString('latin1'),
            path: 'firmware.bin',
            binary: true,
          },
        ];
      },
      noMatch: (make) => [
        // A public key, and one whose structure breaks off.
        sequence(RSA, der(0x03, Buffer.from([0]), rsaKey(make))).toString('latin1'),
        `${rsaKey(make).toString('latin1', 0, 300)}${make(make.base62, 300)}`,
        `\x02\x03\x01\0\x01\x02${make(make.base62, 60)}`,
      ],
    },
  },
  {
    id: 'pkcs12-store-file',
    title: 'PKCS #12 key store',
    provider: 'Private key',
    kind: 'key-file',
    identity: 'unknown',
    severity: 'high',
    match: {
      anchors: ['\x02\x01\x030'],
      pattern: new RegExp(
        `${FILE_START}0(?:\\x82[^][^]|\\x80)\\x02\\x01\\x030(?:\\x82[^][^]|\\x80)\\x06\\t${RSADSI}\\x07[\\x01\\x02]\\xa0[^]{200,65500}`,
      ),
      lookBehind: 4,
      maxLength: 65_536,
      proof: 'format',
      multiLine: true,
      ends: 'der',
    },
    checks: [{ check: 'key-store' }],
    rotate: `${rotate} The store's own password is often beside it: it counts as known too.`,
    docs: 'https://www.rfc-editor.org/rfc/rfc7292',
    examples: {
      match: (make) => [
        file(store(make), 'signing.p12'),
        file(store(make), 'release.pfx'),
        file(openEndedStore(make), 'browser.p12'),
      ],
      noMatch: (make) => [
        trustStore(make).toString('latin1'),
        store(make).toString('latin1', 0, 120),
        ` ${store(make).toString('latin1')}`,
      ],
    },
  },
  {
    id: 'bouncy-castle-key-store',
    title: 'Bouncy Castle key store with a private key',
    provider: 'Java',
    kind: 'key-file',
    identity: 'unknown',
    severity: 'high',
    match: {
      anchors: ['\0\0\0\x14'],
      pattern: new RegExp(
        `${FILE_START}\\x00\\x00\\x00[\\x01\\x02]\\x00\\x00\\x00\\x14[^]{20}\\x00\\x00[^][^][\\x02-\\x04]\\x00[^]{40,2000}`,
      ),
      lookBehind: 4,
      maxLength: 2100,
      proof: 'format',
      paths: /\.(?:bks|keystore|ks|jks)$/i,
      multiLine: true,
    },
    checks: [{ check: 'key-store' }],
    rotate,
    docs: 'https://downloads.bouncycastle.org/java/docs/bcprov-jdk18on-javadoc/',
    examples: {
      match: (make) => [file(bouncyCastleStore(make, 4), 'app.bks')],
      noMatch: (make) => [{ text: bouncyCastleStore(make, 1).toString('latin1'), path: 'trust.bks' }],
    },
  },
];
