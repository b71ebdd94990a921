import type { Detector, ExampleMaker } from '../src/model/detector.ts';
import { chance, der, oid, pgpKey, sequence } from './build/example-key.ts';

/** Nothing stands before it: the file begins with it. */
const FILE_START = '(?<![^])';
/** Beginning of the object identifier of PBES2 (RFC 8018), as DER writes it. */
const PBES2 = '*\x86H\x86\xf7';

/** A file of bytes, one character for each, of which the first so many are the match. */
function file(bytes: Buffer, path: string, most = bytes.length) {
  const text = bytes.toString('latin1');
  return { text, secret: text.slice(0, most), path, binary: true };
}

const signature = (...bytes: readonly number[]): Buffer => Buffer.from(bytes);

/** A row of the table that holds the check of the password of a Firefox profile: its salt, and how it is encrypted. */
function firefoxRow(make: ExampleMaker): Buffer {
  const derivation = sequence(
    oid('2a864886f70d01050c'),
    sequence(der(0x04, chance(make, 32)), der(0x02, chance(make, 2))),
  );
  const scheme = sequence(
    oid('2a864886f70d01050d'),
    sequence(derivation, sequence(oid('60864801650304012a'), der(0x04, chance(make, 14)))),
  );
  return Buffer.concat([chance(make, 20), sequence(scheme, der(0x04, chance(make, 16)))]);
}

/** Files in which password managers, browsers and GnuPG keep what is secret. */
export const clientStores: readonly Detector[] = [
  {
    id: 'keepass-database',
    title: 'Database of KeePass (encrypted under its master key)',
    provider: 'KeePass',
    kind: 'key-file',
    identity: 'user',
    severity: 'medium',
    match: {
      anchors: ['\x03\xd9\xa2\x9ae\xfbK\xb5', '\x03\xd9\xa2\x9af\xfbK\xb5', '\x03\xd9\xa2\x9ag\xfbK\xb5'],
      // The seeds of its encryption stand in the first bytes.
      pattern: new RegExp(`${FILE_START}\\x03\\xd9\\xa2\\x9a[efg]\\xfbK\\xb5[^]{100,500}`),
      proof: 'format',
      multiLine: true,
    },
    rotate:
      'Whoever has the file can try master passwords without limit: take it out of the repository and its history, choose a new master key, and change what stands in it if the old one was weak.',
    docs: 'https://keepass.info/help/kb/kdbx.html',
    examples: {
      match: (make) => {
        const whole = Buffer.concat([signature(0x03, 0xd9, 0xa2, 0x9a, 0x67, 0xfb, 0x4b, 0xb5), chance(make, 900)]);
        return [file(whole, 'team.kdbx', 508)];
      },
      noMatch: (make) => [
        Buffer.concat([signature(1, 0x03, 0xd9, 0xa2, 0x9a, 0x67, 0xfb, 0x4b, 0xb5), chance(make, 900)]).toString(
          'latin1',
        ),
        signature(0x03, 0xd9, 0xa2, 0x9a, 0x67, 0xfb, 0x4b, 0xb5).toString('latin1'),
      ],
    },
  },
  {
    id: 'macos-keychain',
    title: 'Keychain of macOS (encrypted under its password)',
    provider: 'Apple',
    kind: 'key-file',
    identity: 'user',
    severity: 'medium',
    match: {
      anchors: ['kych\0\x01\0\0'],
      pattern: new RegExp(`${FILE_START}kych\\x00\\x01\\x00\\x00[^]{500,4000}`),
      maxLength: 4008,
      proof: 'format',
      multiLine: true,
    },
    rotate:
      'Whoever has the file can try passwords without limit: take it out of the repository and its history, and change what stands in it. For signing on build machines, import the certificate from a secret store instead.',
    docs: 'https://support.apple.com/guide/keychain-access/welcome/mac',
    examples: {
      match: (make) => {
        const whole = Buffer.concat([Buffer.from('kych\0\x01\0\0', 'latin1'), chance(make, 5000)]);
        return [file(whole, 'build.keychain', 4008)];
      },
      noMatch: (make) => [`kych\0\x01\0\0${make(make.base62, 20)}`, ` kych\0\x01\0\0${make(make.base62, 600)}`],
    },
  },
  {
    id: 'firefox-key-store',
    title: 'Key store of a Firefox or Thunderbird profile (often under no password)',
    provider: 'Mozilla',
    kind: 'key-file',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: [PBES2],
      lookBehind: 96,
      // The row of the table metaData whose key is `password`: a salt, then what is encrypted to check the password.
      pattern: /password(?<secret>[^]{16,40}?0[^]{1,4}0[^]{1,4}\x06\x09\*\x86H\x86\xf7\r\x01\x05\r[^]{60,140})/,
      proof: 'format',
      paths: /(?:^|\/)key4\.db$/,
      multiLine: true,
    },
    rotate:
      'Change the passwords in the logins.json of the profile: without a primary password the two files together give them to anybody.',
    docs: 'https://support.mozilla.org/en-US/kb/profiles-where-firefox-stores-user-data',
    examples: {
      match: (make) => {
        const row = firefoxRow(make).toString('latin1');
        const text = `SQLite format 3\0CREATE TABLE metaData${'\0'.repeat(80)}password${row}`;
        return [{ text, secret: row, path: 'profile/key4.db', binary: true }];
      },
      noMatch: (make) => [
        { text: `password${make(make.base62, 120)}`, path: 'key4.db' },
        { text: `password${firefoxRow(make).toString('latin1')}`, path: 'other.db' },
      ],
    },
  },
  {
    id: 'chrome-saved-login',
    title: 'Password saved by Chrome or a relative (encrypted with a key of the system)',
    provider: 'Chromium',
    kind: 'password',
    identity: 'user',
    severity: 'medium',
    match: {
      anchors: ['v10', 'v11'],
      // Bytes of a cipher are no text.
      pattern: /v1[01](?<secret>(?=(?:[\x09-\x7e]{0,5}[^\x09-\x7e]){3})[^]{16})/,
      proof: 'format',
      paths: /(?:^|\/)Login Data(?: For Account)?$/,
      multiLine: true,
    },
    rotate:
      'Change the password at the site: on Linux without a keyring everybody has the key, elsewhere it is bound to the account of the machine.',
    docs: 'https://source.chromium.org/chromium/chromium/src/+/main:components/os_crypt/',
    examples: {
      match: (make) => {
        const secret = Buffer.from(make('89abcdef', 32), 'hex').toString('latin1');
        return [
          { text: `https://shop.io/jv10${secret}https://shop.io/`, secret, path: 'Default/Login Data', binary: true },
        ];
      },
      noMatch: (make) => [
        { text: 'see v10 and v11 of the documents', path: 'Default/Login Data' },
        `v10${Buffer.from(make('89abcdef', 32), 'hex').toString('latin1')}`,
      ],
    },
  },
  {
    id: 'pgp-secret-keyring',
    title: 'OpenPGP secret key without armour',
    provider: 'Private key',
    kind: 'private-key',
    identity: 'unknown',
    severity: 'high',
    match: {
      // Behind the modulus of RSA, its exponent 65537; the curves Ed25519 and P-256 (RFC 9580 section 9.2).
      anchors: ['\0\x11\x01\0\x01', '\x09+\x06\x01\x04\x01\xdaG\x0f\x01', '\x08*\x86H\xce=\x03\x01\x07'],
      lookBehind: 1024,
      // A packet of a secret key in the old or the new form, version 4 to 6, the time and the algorithm.
      pattern: new RegExp(
        `${FILE_START}(?:\\x94[^]|\\x95[^]{2}|\\xc5(?:[\\0-\\xbf]|[\\xc0-\\xdf][^]|\\xff[^]{4}))[\\x04-\\x06][^]{4}(?:[^]{4})?[\\x01\\x11\\x13\\x16][^]{60,6000}`,
      ),
      maxLength: 6100,
      proof: 'format',
      multiLine: true,
    },
    checks: [{ check: 'der-private-key' }],
    rotate:
      'Make a new key, publish a revocation of this one, and sign anew what it signed; with a passphrase, whoever has the file can try passphrases without limit.',
    docs: 'https://www.rfc-editor.org/rfc/rfc9580#section-5.5.1.3',
    examples: {
      match: (make) => [file(pgpKey(make), 'secring.gpg')],
      noMatch: (make) => [
        ` ${pgpKey(make).toString('latin1')}`,
        pgpKey(make).toString('latin1').replace('\x95', '\x99'),
        pgpKey(make).toString('latin1', 0, 40),
      ],
    },
  },
  {
    id: 'gnupg-private-key-file',
    title: 'Private key in the store of GnuPG',
    provider: 'Private key',
    kind: 'private-key',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['(private-key', '(protected-private-key', '(11:private-key', '(21:protected-private-key'],
      pattern: /\((?:11:|21:)?(?:protected-)?private-key\s{0,8}\((?:[34]:)?(?:rsa|ecc|dsa|elg)[^]{60,5000}/,
      maxLength: 5100,
      proof: 'format',
      paths: /(?:^|\/)private-keys-v1\.d\/[0-9A-F]{8,40}\.key$/i,
      multiLine: true,
    },
    rotate:
      'Make a new key, publish a revocation of this one, and sign anew what it signed; where it is `protected`, whoever has the file can try passphrases without limit.',
    docs: 'https://gnupg.org/documentation/manuals/gnupg/Agent-Configuration.html',
    examples: {
      match: (make) => {
        const text = `(private-key (ecc (curve Ed25519)(flags eddsa)(q #40${make(make.hex, 64)}#)(d #${make(make.hex, 64)}#)))\n`;
        const path = `.gnupg/private-keys-v1.d/${make('0123456789ABCDEF', 40)}.key`;
        return [{ text: `Created: 20260101T000000\nKey: ${text}`, secret: text, path }];
      },
      noMatch: (make) => [
        `(private-key (ecc (curve Ed25519)(d #${make(make.hex, 64)}#)))`,
        {
          text: `(20:shadowed-private-key(3:ecc(5:curve7:Ed25519)(1:q33:${make(make.base62, 33)})))`,
          path: `private-keys-v1.d/${make('0123456789ABCDEF', 40)}.key`,
        },
      ],
    },
  },
];
