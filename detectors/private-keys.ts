import type { Detector, ExampleMaker } from '../src/model/detector.ts';
import { toBech32 } from '../src/model/encodings/bech32.ts';
import { block, dsaKey, ecKey, lines, lockedKey, openSshKey, pgpKey, pkcs8, rsaKey, RSA } from './build/example-key.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

const docs = 'https://www.rfc-editor.org/rfc/rfc7468';
const rotate =
  'Generate a new key pair, replace the public key or certificate wherever it is trusted (authorized_keys, certificate authority, app settings), then remove the old one.';
const LONGEST = 16_000;
const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
/** What stands between BEGIN and END, also inside strings with escaped line ends, joined strings and quoted or commented lines. */
const BODY = `(?:[A-Za-z0-9+/=\\s\\\\"'\`,:;()._@#*>|&]|-(?!----))`;

/** From BEGIN to END. */
function pem(label: string): RegExp {
  return new RegExp(`-----BEGIN ${label}-----${BODY}{64,${LONGEST - 100}}-----END ${label}-----`);
}

interface PemKind {
  readonly id: string;
  readonly title: string;
  readonly label: string;
  readonly severity: Detector['severity'];
  readonly body: (make: ExampleMaker) => string;
}

const pemKinds: readonly PemKind[] = [
  {
    id: 'rsa-private-key',
    title: 'RSA private key (PKCS #1)',
    label: 'RSA PRIVATE KEY',
    severity: 'high',
    body: (make) => lines(rsaKey(make)),
  },
  {
    id: 'ec-private-key',
    title: 'EC private key (SEC 1)',
    label: 'EC PRIVATE KEY',
    severity: 'high',
    body: (make) => lines(ecKey(make)),
  },
  {
    id: 'dsa-private-key',
    title: 'DSA private key',
    label: 'DSA PRIVATE KEY',
    severity: 'high',
    body: (make) => lines(dsaKey(make)),
  },
  {
    id: 'pkcs8-private-key',
    title: 'Private key (PKCS #8)',
    label: 'PRIVATE KEY',
    severity: 'high',
    body: (make) => lines(pkcs8(RSA, rsaKey(make))),
  },
  {
    id: 'pkcs8-encrypted-private-key',
    title: 'Private key under a passphrase (PKCS #8)',
    label: 'ENCRYPTED PRIVATE KEY',
    severity: 'high',
    body: (make) => lines(lockedKey(make)),
  },
  {
    id: 'openssh-private-key',
    title: 'OpenSSH private key',
    label: 'OPENSSH PRIVATE KEY',
    severity: 'high',
    body: (make) => lines(openSshKey(make), 70),
  },
  {
    id: 'pgp-private-key',
    title: 'OpenPGP private key',
    label: 'PGP PRIVATE KEY BLOCK',
    severity: 'high',
    body: (make) => `\n${lines(pgpKey(make))}\n=Ab3d`,
  },
];

const pemDetectors: readonly Detector[] = pemKinds.map(({ id, title, label, severity, body }) => ({
  id,
  title,
  provider: 'Private key',
  kind: 'private-key',
  identity: 'unknown',
  severity,
  match: {
    anchors: [`-----BEGIN ${label}-----`],
    pattern: pem(label),
    maxLength: LONGEST,
    proof: 'format',
    multiLine: true,
  },
  checks: [{ check: 'pem-private-key' }],
  rotate,
  docs,
  examples: {
    match: (make) => {
      const key = block(label, body(make));
      const oneLine = key.replaceAll('\n', '\\n');
      const commented = key.replaceAll('\n', '\n// ');
      const joined = key.replace(/(?<=\n[\w+/]{20})/, '` + `');
      const concatenated = key.replaceAll('\n', '\\n" +\n    "');
      const indented = key.replaceAll('\n', '\n    ');
      return [
        { text: `${key}\n`, secret: key, path: 'deploy/id.pem' },
        { text: `{"key": "${oneLine}\\n"}`, secret: oneLine, path: 'app.json' },
        { text: `// ${commented}\n`, secret: commented, path: 'keys.go' },
        { text: `var key = \`${joined}\``, secret: joined, path: 'keys.go' },
        { text: `String KEY = "${concatenated}";`, secret: concatenated, path: 'Keys.java' },
        { text: `key: |\n    ${indented}\n`, secret: indented, path: 'values.yaml' },
      ];
    },
    noMatch: () => [
      block(label, '...'),
      block(label, 'x'.repeat(64)),
      `-----BEGIN ${label}-----`,
      block(label.replace('PRIVATE', 'PUBLIC'), 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A'),
    ],
  },
}));

/** What may stand between two lines of a key, also where they are strings in a program. */
const LINE_END = `(?:\\s|\\\\[nr]|["'\`,])`;

/** Labels that detectors of their own look for. */
const OWN_LABELS = '(?:(?:RSA|EC|DSA|OPENSSH|ENCRYPTED) )?';

/** Private keys. An identity is known only where the key's owner is: GitHub Apps, SSH users and TLS servers use the same formats. */
export const privateKeys: readonly Detector[] = [
  ...pemDetectors,
  {
    id: 'other-pem-private-key',
    title: 'Private key in PEM',
    provider: 'Private key',
    kind: 'private-key',
    identity: 'unknown',
    severity: 'high',
    match: {
      anchors: ['PRIVATE KEY-----'],
      // Keys wrapped by a TPM open nothing elsewhere.
      pattern: new RegExp(
        `-----BEGIN (?!${OWN_LABELS}PRIVATE KEY-|TSS2 )[A-Za-z0-9 ]{1,32}PRIVATE KEY-----${BODY}{44,${LONGEST - 200}}-----END [A-Za-z0-9 ]{1,32}PRIVATE KEY-----`,
      ),
      lookBehind: 45,
      maxLength: LONGEST,
      proof: 'format',
      multiLine: true,
    },
    checks: [{ check: 'pem-private-key' }],
    rotate,
    docs,
    examples: {
      match: (make) => {
        const nebula = block('NEBULA ED25519 PRIVATE KEY', Buffer.from(make(make.hex, 128), 'hex').toString('base64'));
        const sealed = { kdf: { name: 'scrypt', salt: make(make.base64, 43) }, ciphertext: make(make.base64, 200) };
        const cosign = block('ENCRYPTED SIGSTORE PRIVATE KEY', lines(Buffer.from(JSON.stringify(sealed))));
        return [
          { text: `${nebula}\n`, secret: nebula, path: 'host.key' },
          { text: `${cosign}\n`, secret: cosign, path: 'cosign.key' },
        ];
      },
      noMatch: (make) => [
        block('TSS2 PRIVATE KEY', lines(Buffer.from(make(make.hex, 400), 'hex'))),
        block('NEBULA ED25519 PUBLIC KEY', Buffer.from(make(make.hex, 64), 'hex').toString('base64')),
        block('ED25519 PRIVATE KEY', 'x'.repeat(64)),
      ],
    },
  },
  {
    id: 'private-key-without-end',
    title: 'Private key whose end is missing',
    provider: 'Private key',
    kind: 'private-key',
    identity: 'unknown',
    severity: 'high',
    match: {
      anchors: ['PRIVATE KEY-----'],
      // Lines of base64 only, as other text follows them; a whole key is the other detectors'.
      pattern: new RegExp(
        `-----BEGIN (?:[A-Z]{2,9} )?PRIVATE KEY-----(?!${BODY}{64,8000}-----END)(?:${LINE_END}{1,24}[A-Za-z0-9+/]{40,76}={0,2}){4,100}`,
      ),
      lookBehind: 27,
      maxLength: 9000,
      proof: 'format',
      multiLine: true,
    },
    checks: [{ check: 'pem-private-key' }],
    rotate,
    docs,
    examples: {
      match: (make) => {
        const secret = block('RSA PRIVATE KEY', lines(rsaKey(make)))
          .split('\n')
          .slice(0, 20)
          .join('\n');
        return [{ text: `${secret}\nint main(void) {}\n`, secret, path: 'key.h' }];
      },
      noMatch: (make) => [
        `-----BEGIN RSA PRIVATE KEY-----\n${make(make.base62, 64)}\n...\n`,
        `-----BEGIN RSA PUBLIC KEY-----\n${lines(rsaKey(make)).slice(0, 500)}\n`,
      ],
    },
  },
  {
    id: 'putty-private-key',
    title: 'PuTTY private key',
    provider: 'Private key',
    kind: 'private-key',
    identity: 'unknown',
    severity: 'high',
    match: {
      anchors: ['PuTTY-User-Key-File-'],
      pattern:
        /PuTTY-User-Key-File-[123]: [\w@.-]{3,60}(?:\s|\\+[nr]){1,8}Encryption: [a-z0-9-]{3,20}(?:\s|\\+[nr])[^\0]{20,6000}?Private-Lines: \d{1,3}(?:\s|\\+[nr]){1,8}(?<secret>(?:[A-Za-z0-9+/=]{1,80}(?:\s|\\+[nr]){1,8}){1,100})Private-(?:MAC|Hash)/,
      maxLength: LONGEST,
      proof: 'format',
      multiLine: true,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }, { check: 'putty-private-key' }],
    rotate,
    docs: 'https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html',
    examples: {
      match: (make) => {
        const secret = `${make(make.base64, 64)}\n${make(make.base64, 40)}\n`;
        const head = (encryption: string): string =>
          `PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: ${encryption}\nComment: deploy\nPublic-Lines: 1\n${make(make.base64, 64)}\n`;
        return [
          { text: `${head('none')}Private-Lines: 2\n${secret}Private-MAC: 00\n`, secret, path: 'deploy.ppk' },
          { text: `${head('aes256-cbc')}Private-Lines: 2\n${secret}Private-MAC: 00\n`, secret, path: 'ops.ppk' },
        ];
      },
      noMatch: () => [
        'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n',
        `PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: deploy\nPublic-Lines: 1\nAAAA\nPrivate-Lines: 1\n${'A'.repeat(64)}\nPrivate-MAC: 00\n`,
      ],
    },
  },
  {
    id: 'ssh2-private-key',
    title: 'SSH.COM private key',
    provider: 'Private key',
    kind: 'private-key',
    identity: 'unknown',
    severity: 'high',
    match: {
      anchors: ['---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----'],
      pattern:
        /---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----(?<secret>(?:[A-Za-z0-9+/=\s"',:;()._@]|-(?!---)){64,8000})---- END SSH2 ENCRYPTED PRIVATE KEY ----/,
      maxLength: 8200,
      proof: 'format',
      multiLine: true,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }, { check: 'ssh2-private-key' }],
    rotate,
    docs: 'https://www.ssh.com/academy/ssh/keygen',
    examples: {
      match: (make) => {
        const secret = `\nComment: "deploy"\n${make(make.base64, 70)}\n${make(make.base64, 70)}\n`;
        const label = 'SSH2 ENCRYPTED PRIVATE KEY';
        return [{ text: `---- BEGIN ${label} ----${secret}---- END ${label} ----\n`, secret, path: 'id_rsa_ssh2' }];
      },
      noMatch: () => [
        '---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\n...\n---- END SSH2 ENCRYPTED PRIVATE KEY ----',
        '---- BEGIN SSH2 PUBLIC KEY ----\nAAAAB3NzaC1yc2EAAAABJQ\n---- END SSH2 PUBLIC KEY ----',
      ],
    },
  },
  {
    id: 'age-secret-key',
    title: 'age secret key',
    provider: 'age',
    kind: 'encryption-key',
    identity: 'unknown',
    severity: 'critical',
    match: { anchors: ['AGE-SECRET-KEY-1'], pattern: token(/AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}/), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }, { check: 'bech32' }],
    rotate:
      'Make a new key with `age-keygen`, encrypt the files again for it, and change every secret the old key could open.',
    docs: 'https://age-encryption.org/v1',
    examples: {
      match: (make) => [exampleLine('SOPS_AGE_KEY=', toBech32('age-secret-key-', make(BECH32, 52)).toUpperCase())],
      noMatch: (make) => [
        `SOPS_AGE_KEY=AGE-SECRET-KEY-1${'X'.repeat(58)}`,
        `SOPS_AGE_KEY=AGE-SECRET-KEY-1${make(make.upperAlnum, 20)}`,
      ],
    },
  },
  {
    id: 'wireguard-private-key',
    title: 'WireGuard private key',
    provider: 'WireGuard',
    kind: 'private-key',
    identity: 'workload',
    severity: 'high',
    match: {
      anchors: ['PrivateKey', 'PresharedKey'],
      pattern:
        /(?:PrivateKey|PresharedKey)[ \t]{0,4}=[ \t]{0,4}(?<secret>[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)(?![\w+/=])/,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate: 'Make a new pair with `wg genkey | wg pubkey` and replace the public key at every peer.',
    docs: 'https://www.wireguard.com/quickstart/',
    examples: {
      match: (make) => [exampleLine('PrivateKey = ', `${make(make.base62, 42)}w=`)],
      noMatch: (make) => [
        `PublicKey = ${make(make.base62, 42)}w=`,
        'PrivateKey = <your private key>',
        `PrivateKey = ${'x'.repeat(42)}w=`,
      ],
    },
  },
  {
    id: 'json-web-key-private',
    title: 'Private JSON Web Key',
    provider: 'Private key',
    kind: 'private-key',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['"kty"'],
      pattern: /"kty"\s{0,8}:\s{0,8}"(?:RSA|EC|OKP)"[^{}]{1,4000}?"d"\s{0,8}:\s{0,8}"(?<secret>[\w-]{40,800})"/,
      maxLength: 5000,
      proof: 'format',
      multiLine: true,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate: 'Publish a new key in the key set, sign with it, wait for old tokens to end, then remove this one.',
    docs: 'https://www.rfc-editor.org/rfc/rfc7517',
    examples: {
      match: (make) => [
        exampleLine(
          `{"kty":"EC","crv":"P-256","x":"${make(make.base64url, 43)}","d":"`,
          make(make.base64url, 43),
          '"}',
        ),
      ],
      noMatch: (make) => [
        `{"kty":"EC","crv":"P-256","x":"${make(make.base64url, 43)}"}`,
        `{"kty":"EC","d":"${'x'.repeat(43)}"}`,
      ],
    },
  },
];
