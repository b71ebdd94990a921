import type { Detector, ExampleMaker } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

const docs = 'https://www.rfc-editor.org/rfc/rfc7468';
const rotate =
  'Generate a new key pair, replace the public key or certificate wherever it is trusted (authorized_keys, certificate authority, app settings), then remove the old one.';
const LONGEST = 16_000;

/** From BEGIN to END, also inside strings with escaped line ends, joined strings and quoted or commented lines. */
function pem(label: string): RegExp {
  return new RegExp(
    `-----BEGIN ${label}-----(?:[A-Za-z0-9+/=\\s\\\\"'\`,:;()._@#*>|]|-(?!----)){64,${LONGEST - 100}}-----END ${label}-----`,
  );
}

/** A DER sequence (ITU-T X.690) of random content in lines of 64 characters: the outside of a key, no key. */
function derLines(make: ExampleMaker, length: number): string {
  const head = Buffer.from([0x30, 0x82, length >> 8, length & 0xff, 0x02, 0x01, 0x00]);
  const der = Buffer.concat([head, Buffer.from(make(make.base62, length - 3), 'latin1')]);
  return der.toString('base64').replaceAll(/.{64}/g, '$&\n');
}

function block(label: string, body: string): string {
  return `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----`;
}

interface PemKind {
  readonly id: string;
  readonly title: string;
  readonly label: string;
  readonly severity: Detector['severity'];
  readonly body: (make: ExampleMaker) => string;
}

/** Text behind its length in four bytes (RFC 4251 section 5). */
function sshString(text: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, Buffer.from(text, 'latin1')]);
}

const pemKinds: readonly PemKind[] = [
  {
    id: 'rsa-private-key',
    title: 'RSA private key (PKCS #1)',
    label: 'RSA PRIVATE KEY',
    severity: 'high',
    body: (make) => derLines(make, 1188),
  },
  {
    id: 'ec-private-key',
    title: 'EC private key (SEC 1)',
    label: 'EC PRIVATE KEY',
    severity: 'high',
    body: (make) => derLines(make, 300),
  },
  {
    id: 'dsa-private-key',
    title: 'DSA private key',
    label: 'DSA PRIVATE KEY',
    severity: 'high',
    body: (make) => derLines(make, 440),
  },
  {
    id: 'pkcs8-private-key',
    title: 'Private key (PKCS #8)',
    label: 'PRIVATE KEY',
    severity: 'high',
    body: (make) => derLines(make, 1214),
  },
  {
    id: 'pkcs8-encrypted-private-key',
    title: 'Private key under a passphrase (PKCS #8)',
    label: 'ENCRYPTED PRIVATE KEY',
    severity: 'medium',
    body: (make) => derLines(make, 1300),
  },
  {
    id: 'openssh-private-key',
    title: 'OpenSSH private key',
    label: 'OPENSSH PRIVATE KEY',
    severity: 'high',
    body: (make) => {
      const key = Buffer.concat([
        Buffer.from('openssh-key-v1\0', 'latin1'),
        ...['none', 'none', ''].map(sshString),
        Buffer.from([0, 0, 0, 1]),
        sshString(make(make.base62, 51)),
        sshString(make(make.base62, 240)),
      ]);
      return key.toString('base64').replaceAll(/.{70}/g, '$&\n');
    },
  },
  {
    id: 'pgp-private-key',
    title: 'OpenPGP private key',
    label: 'PGP PRIVATE KEY BLOCK',
    severity: 'high',
    body: (make) => {
      const packet = Buffer.concat([
        Buffer.from([0x95, 0x03, 0xbe, 0x04]),
        Buffer.from(make(make.base62, 950), 'latin1'),
      ]);
      return `\n${packet.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n=Ab3d`;
    },
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
      const joined = key.replace(/(?<=\n\w{20})/, '` + `');
      return [
        { text: `${key}\n`, secret: key, path: 'deploy/id.pem' },
        { text: `{"key": "${oneLine}\\n"}`, secret: oneLine, path: 'app.json' },
        { text: `// ${commented}\n`, secret: commented, path: 'keys.go' },
        { text: `var key = \`${joined}\``, secret: joined, path: 'keys.go' },
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

/** Private keys. An identity is known only where the key's owner is: GitHub Apps, SSH users and TLS servers use the same formats. */
export const privateKeys: readonly Detector[] = [
  ...pemDetectors,
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
        /PuTTY-User-Key-File-[23]: [\w@.-]{3,60}\r?\nEncryption: none\r?\n[^\0]{20,6000}?Private-Lines: \d{1,3}\r?\n(?<secret>(?:[A-Za-z0-9+/=]{1,80}\r?\n){1,100})Private-MAC/,
      maxLength: LONGEST,
      proof: 'format',
      multiLine: true,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate,
    docs: 'https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html',
    examples: {
      match: (make) => {
        const secret = `${make(make.base64, 64)}\n${make(make.base64, 40)}\n`;
        const head = 'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: deploy\nPublic-Lines: 1\n';
        return [
          {
            text: `${head}${make(make.base64, 64)}\nPrivate-Lines: 2\n${secret}Private-MAC: 00\n`,
            secret,
            path: 'deploy.ppk',
          },
        ];
      },
      noMatch: (make) => [
        `PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: aes256-cbc\nComment: deploy\nPublic-Lines: 1\n${make(make.base64, 64)}\nPrivate-Lines: 1\n${make(make.base64, 64)}\nPrivate-MAC: 00\n`,
        'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n',
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
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
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
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate:
      'Make a new key with `age-keygen`, encrypt the files again for it, and change every secret the old key could open.',
    docs: 'https://age-encryption.org/v1',
    examples: {
      match: (make) => [
        exampleLine('SOPS_AGE_KEY=', `AGE-SECRET-KEY-1${make('023456789ACDEFGHJKLMNPQRSTUVWXYZ', 58)}`),
      ],
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
