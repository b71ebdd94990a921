import type { Detector, ExampleMaker } from '../src/model/detector.ts';
import { chance, der, ecKey, integer, oid, openSshKey, pkcs8, rsaKey, RSA, sequence } from './build/example-key.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { either, run } from './build/value.ts';

const rotate =
  'Generate a new key pair, replace the public key or certificate wherever it is trusted, then remove the old one.';

/** What goes on a line of base64, and between two lines, also where they are strings in a program. */
const CHARACTER = '[A-Za-z0-9+/]';
const BETWEEN = '(?:\\\\[nr](?:["\'`]\\s{0,8}\\+\\s{1,40}["\'`])?|["\'`]\\s{0,8}\\+\\s{1,40}["\'`]|\\s{1,40})';

/**
 * Beginnings of private keys in DER (ITU-T X.690), as base64 writes them. Where they stand in the value depends on how
 * many bytes its length takes.
 */
const IN_KEYS = [
  // PKCS #1 (RFC 8017), by the length of the modulus; the last is that of 512 bits.
  'IBAAKCAQ',
  'IBAAKCAg',
  'IBAAKBgQ',
  'IBAAJB',
  // PKCS #8 (RFC 5958): RSA, EC behind lengths of two and three bytes, and the keys of RFC 8410.
  'BADANBgkqhkiG9w0BAQEFA',
  'GByqGSM49AgEG',
  // DSA (RFC 3279), whose public keys begin so too.
  'GByqGSM44BAEw',
  'CAQAwEwYHKoZIzj0CAQ',
  'CAQAwEAYHKoZIzj0CAQ',
  'wBQYDK2VwBCIEI',
  'wBQYDK2VuBCIEI',
  'wBQYDK2VxBDsEO',
  // SEC 1 (RFC 5915) on curves of 256, 384 and 521 bits.
  'MHcCAQEEI',
  'MHQCAQEEI',
  'MIGkAgEBBD',
  'MIHcAgEBBEI',
  // PKCS #8 under a passphrase (RFC 8018).
  'BgkqhkiG9w0BBQ0w',
  'GCSqGSIb3DQEFDTB',
];

/** The outside of a PKCS #12 store (RFC 7292). */
function store(make: ExampleMaker): Buffer {
  const content = der(0xa0, der(0x04, chance(make, 900)));
  return sequence(integer(3), sequence(oid('2a864886f70d010701'), content), chance(make, 60));
}

/** The outside of a JKS store with one private key. */
function javaStore(make: ExampleMaker, tag = 1): Buffer {
  const head = Buffer.from([0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, tag, 0, 2, 0x63, 0x69]);
  return Buffer.concat([
    head,
    chance(make, 8),
    Buffer.from([0, 0, 1, 0]),
    chance(make, 256),
    Buffer.from([0, 0, 0, 1, 0, 5]),
    Buffer.from('X.509'),
    chance(make, 300),
  ]);
}

/** Base64 that begins so, in one line or in several. */
function base64(start: string, least: number): RegExp {
  return new RegExp(
    `(?<!(?<!\\\\)[\\w+/])${start}(?:${CHARACTER}{20,128}(?:${BETWEEN}${CHARACTER}{36,128}){1,120}(?:${BETWEEN}${CHARACTER}{1,127})?|${CHARACTER}{${least},9000})={0,2}(?![\\w+/])`,
  );
}

/** Private keys and stores of them without the armour of PEM. */
export const keyStores: readonly Detector[] = [
  {
    id: 'base64-private-key',
    title: 'Private key in base64',
    provider: 'Private key',
    kind: 'private-key',
    identity: 'unknown',
    severity: 'high',
    match: {
      anchors: IN_KEYS,
      pattern: base64('M', 40),
      lookBehind: 24,
      maxLength: 10_000,
      proof: 'format',
      multiLine: true,
    },
    checks: [{ check: 'base64-private-key' }],
    rotate,
    docs: 'https://www.rfc-editor.org/rfc/rfc5958',
    examples: {
      match: (make) => {
        const wrapped = pkcs8(RSA, rsaKey(make))
          .toString('base64')
          .replaceAll(/.{64}(?=.)/g, '$&" +\n    "');
        const wide = wrapped.replaceAll('" +\n    "', '').replaceAll(/.{96}(?=.)/g, '$&" +\n    "');
        return [
          exampleLine('rsa.private=', rsaKey(make).toString('base64')),
          exampleLine('JWT_PRIVATE_KEY="', pkcs8(RSA, rsaKey(make, 128)).toString('base64'), '"'),
          exampleLine('  key: ', ecKey(make).toString('base64')),
          { text: `static final String KEY = "${wrapped}";`, secret: wrapped, path: 'Signer.java' },
          { text: `val key = (\n  "${wide}"\n)`, secret: wide, path: 'Signer.kt' },
        ];
      },
      noMatch: (make) => [
        // A public key, and one whose structure breaks off.
        `key: MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA${make(make.base62, 340)}`,
        `key: MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgw${make(make.base62, 340)}`,
        `key: ${'MIIEvgIBADANBgkqhkiG9w0BAQEFAASC'}...`,
      ],
    },
  },
  {
    id: 'openssh-private-key-base64',
    title: 'OpenSSH private key without its armour',
    provider: 'Private key',
    kind: 'private-key',
    identity: 'unknown',
    severity: 'high',
    match: {
      anchors: ['b3BlbnNzaC1rZXktdjEA'],
      pattern: base64('b3BlbnNzaC1rZXktdjEA', 200),
      maxLength: 10_000,
      proof: 'format',
      multiLine: true,
    },
    checks: [{ check: 'base64-private-key' }],
    rotate,
    docs: 'https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key',
    examples: {
      match: (make) => [exampleLine('DEPLOY_KEY=', openSshKey(make).toString('base64'))],
      noMatch: (make) => [
        `DEPLOY_KEY=b3BlbnNzaC1rZXktdjEA${make(make.base62, 300)}`,
        'b3BlbnNzaC1rZXktdjEAAAAABG5vbmU',
      ],
    },
  },
  {
    id: 'pkcs12-store',
    title: 'PKCS #12 key store in base64',
    provider: 'Private key',
    kind: 'key-file',
    identity: 'unknown',
    severity: 'high',
    match: {
      anchors: ['GCSqGSIb3DQEHAaC', 'MIACAQMwgAYJKoZIhvcNAQcB'],
      pattern: base64('M(?=I[IAJ])', 200),
      lookBehind: 24,
      maxLength: 10_000,
      proof: 'format',
      multiLine: true,
    },
    checks: [{ check: 'base64-private-key' }],
    rotate: `${rotate} The store's own password is often beside it: it counts as known too.`,
    docs: 'https://www.rfc-editor.org/rfc/rfc7292',
    examples: {
      match: (make) => [exampleLine('SIGNING_PFX=', store(make).toString('base64'))],
      noMatch: (make) => [
        `SIGNING_PFX=MIIJqQIBAzCCCW8GCSqGSIb3DQEHAaC${'x'.repeat(20)}`,
        // Signed data (RFC 5652) holds certificates, no keys.
        `SIGNATURE=${sequence(oid('2a864886f70d010702'), der(0xa0, sequence(integer(1), sequence(oid('2a864886f70d010701'), der(0xa0, chance(make, 400)))))).toString('base64')}`,
      ],
    },
  },
  {
    id: 'java-key-store-base64',
    title: 'Java key store in base64',
    provider: 'Java',
    kind: 'key-file',
    identity: 'unknown',
    severity: 'high',
    match: {
      anchors: ['/u3+7QAAAA', 'zs7OzgAAAA'],
      pattern: base64('(?:/u3\\+7QAAAA|zs7OzgAAAA)', 200),
      maxLength: 10_000,
      proof: 'format',
      multiLine: true,
    },
    checks: [{ check: 'base64-private-key' }],
    rotate: `${rotate} Change the store's password too: JKS protects its keys weakly.`,
    docs: 'https://docs.oracle.com/en/java/javase/21/docs/specs/man/keytool.html',
    examples: {
      match: (make) => [exampleLine('KEYSTORE_BASE64=', javaStore(make).toString('base64'))],
      noMatch: (make) => [
        `TRUSTSTORE_BASE64=${javaStore(make, 2).toString('base64')}`,
        `KEYSTORE_BASE64=/u3+7QAAAA${'x'.repeat(300)}`,
      ],
    },
  },
  {
    id: 'java-key-store',
    title: 'Java key store with a private key',
    provider: 'Java',
    kind: 'key-file',
    identity: 'unknown',
    severity: 'high',
    match: {
      // The type of the first certificate, which follows the first key.
      anchors: ['X.509'],
      pattern:
        /(?<![^])(?:\xfe\xed\xfe\xed|\xce\xce\xce\xce)\0\0\0[\x01\x02]\0\0[^][^]\0\0\0[\x01\x03][^]{40,6000}?\0\x05X\.509/,
      lookBehind: 6100,
      maxLength: 6200,
      proof: 'format',
      paths: /\.(?:jks|jceks|keystore|ks|p12|pfx)$/i,
      multiLine: true,
    },
    checks: [{ check: 'key-store' }],
    rotate: `${rotate} Change the store's password too: JKS protects its keys weakly.`,
    docs: 'https://docs.oracle.com/en/java/javase/21/docs/specs/man/keytool.html',
    examples: {
      match: (make) => {
        const whole = javaStore(make).toString('latin1');
        const secret = whole.slice(0, whole.indexOf('X.509') + 5);
        return [{ text: whole, secret, path: 'app.jks', binary: true }];
      },
      noMatch: () => [{ text: 'X.509', path: 'app.jks' }],
    },
  },
  ...provider('Minisign', [
    {
      id: 'minisign-secret-key',
      title: 'Minisign secret key under a passphrase',
      kind: 'signing-key',
      identity: 'unknown',
      severity: 'medium',
      value: ['RWRTY0Iy', run('A-Za-z0-9+/', 203), '='],
      rotate: 'Make a new pair with `minisign -G`, publish its public key, and sign the present releases again.',
      docs: 'https://jedisct1.github.io/minisign/',
    },
    {
      id: 'minisign-secret-key-unencrypted',
      title: 'Minisign secret key without a passphrase',
      kind: 'signing-key',
      identity: 'unknown',
      severity: 'high',
      value: ['RWQAAEIy', run('A-Za-z0-9+/', 203), '='],
      rotate: 'Make a new pair with `minisign -G`, publish its public key, and sign the present releases again.',
      docs: 'https://jedisct1.github.io/minisign/',
    },
  ]),
  ...provider('signify', [
    {
      id: 'signify-secret-key',
      title: 'signify secret key',
      kind: 'signing-key',
      identity: 'unknown',
      severity: 'high',
      value: [either('RWRCSwAAAA', 'RWRCSwAAAC'), run('A-Za-z0-9+/', 129), '='],
      anchors: ['RWRCSwAAA'],
      rotate: 'Make a new pair with `signify -G`, publish its public key, and sign the present releases again.',
      docs: 'https://man.openbsd.org/signify.1',
    },
  ]),
  {
    id: 'openvpn-static-key',
    title: 'OpenVPN static key',
    provider: 'OpenVPN',
    kind: 'encryption-key',
    identity: 'workload',
    severity: 'high',
    match: {
      anchors: ['-----BEGIN OpenVPN '],
      pattern:
        /-----BEGIN OpenVPN (?:Static key V1|tls-crypt-v2 (?:client|server) key)-----(?<secret>(?:(?:\s|\\[nr]){1,8}[A-Za-z0-9+/=]{16,76}){2,64}(?:\s|\\[nr]){1,8})-----END OpenVPN/,
      maxLength: 3200,
      proof: 'format',
      multiLine: true,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Make another with `openvpn --genkey secret FILE` and give it to the server and every client.',
    docs: 'https://openvpn.net/community-docs/static-key-mini-howto.html',
    examples: {
      match: (make) => {
        const secret = `\n${Array.from({ length: 16 }, () => make(make.hex, 32)).join('\n')}\n`;
        const label = 'OpenVPN Static key V1';
        return [{ text: `-----BEGIN ${label}-----${secret}-----END ${label}-----\n`, secret, path: 'ta.key' }];
      },
      noMatch: () => ['-----BEGIN OpenVPN Static key V1-----\n...\n-----END OpenVPN Static key V1-----'],
    },
  },
];
