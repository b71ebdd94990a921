import { execFileSync } from 'node:child_process';
import { createHmac, createHash, createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { binaryKeys } from '../../detectors/binary-keys.ts';
import { chance, der, integer, lockedKey, oid, sequence } from '../../detectors/build/example-key.ts';
import { scanInline } from '../../src/engine/scan-inline.ts';
import { exampleMaker } from '../support/example-maker.ts';

const make = exampleMaker('binary keys');

function found(bytes: Uint8Array, path = 'a.bin'): ReturnType<typeof scanInline>['matches'] {
  return scanInline([{ id: 1, path, bytes }], { detectors: binaryKeys, key: new Uint8Array(32) }).matches;
}

/** What is told of the only match. */
function factsOf(bytes: Uint8Array, path?: string): unknown {
  const matches = found(bytes, path);
  expect(matches).toHaveLength(1);
  const { 'public key': _, 'ssh fingerprint': __, ...facts } = matches[0]?.facts ?? {};
  return facts;
}

const octets = (contents: Uint8Array): Buffer => der(0x04, contents);
const DATA = oid('2a864886f70d010701');
const data = (contents: Uint8Array): Buffer => sequence(DATA, der(0xa0, octets(contents)));
const encrypted = (length = 400): Buffer =>
  sequence(oid('2a864886f70d010706'), der(0xa0, sequence(integer(0), chance(make, length))));
const bag = (last: string): Buffer =>
  data(sequence(sequence(oid(`2a864886f70d010c0a01${last}`), der(0xa0, lockedKey(make)))));

/** The derivation of RFC 7292 appendix B.2, step by step as it stands there, for keys of any length. */
function derive(digest: string, purpose: number, text: Buffer, salt: Buffer, rounds: number, length: number): Buffer {
  const [u, v] = [createHash(digest).digest().length, digest === 'sha512' ? 128 : 64];
  const repeat = (bytes: Buffer): Buffer =>
    Buffer.from(Array.from({ length: v * Math.ceil(bytes.length / v) }, (_, at) => bytes[at % bytes.length]!));
  const input = Buffer.concat([repeat(salt), repeat(text)]);
  let block = Buffer.concat([Buffer.alloc(v, purpose), input]);
  for (let round = 0; round < rounds; round++) block = createHash(digest).update(block).digest();
  if (length > u) throw new Error('longer than a block');
  return block.subarray(0, length);
}

interface Lock {
  readonly digest: string;
  readonly oid: string;
  readonly password: string | undefined;
  readonly rounds: number;
}

/** A store whose integrity such a password protects. */
function store(lock: Lock, ...parts: readonly Buffer[]): Buffer {
  const content = sequence(...parts);
  const salt = chance(make, 8);
  const text = lock.password === undefined ? Buffer.alloc(0) : Buffer.from(`${lock.password}\0`, 'utf16le').swap16();
  const length = createHash(lock.digest).digest().length;
  const sum = createHmac(lock.digest, derive(lock.digest, 3, text, salt, lock.rounds, length))
    .update(content)
    .digest();
  const info = sequence(sequence(oid(lock.oid), der(0x05)), octets(sum));
  const count =
    lock.rounds === 1 ? [] : [integer(...(lock.rounds > 255 ? [lock.rounds >> 8] : []), lock.rounds & 0xff)];
  return sequence(integer(3), data(content), sequence(info, octets(salt), ...count));
}

const SHA1 = { digest: 'sha1', oid: '2b0e03021a', rounds: 300 };
const SHA256 = { digest: 'sha256', oid: '608648016503040201', rounds: 300 };
const STORE = { encrypted: 'PKCS #12 store' };

describe('stores of PKCS #12', () => {
  it.each([
    ['the password of Java', { ...SHA256, password: 'changeit' }, 'with the usual password of Java'],
    ['the password of Google', { ...SHA1, password: 'notasecret' }, 'with the usual password of Google Cloud'],
    ['the word', { ...SHA1, password: 'password', rounds: 1 }, 'with the word for it'],
    [
      'the password of Java, in as many rounds as Java takes',
      { ...SHA256, password: 'changeit', rounds: 10_000 },
      'with the usual password of Java',
    ],
    ['an empty password', { ...SHA256, password: '' }, 'with an empty password'],
    ['none', { ...SHA1, password: undefined }, 'without a password'],
    [
      'long blocks',
      { digest: 'sha512', oid: '608648016503040203', password: 'changeit', rounds: 2 },
      'with the usual password of Java',
    ],
  ])('tell that they open with %s', (_, lock, opens) => {
    expect(factsOf(store(lock, encrypted(), bag('02')))).toEqual({ ...STORE, opens });
  });

  it('do not tell it of other passwords, of too many rounds, and of digests that are not known', () => {
    expect(factsOf(store({ ...SHA1, password: 'q8Zr2vLp' }, bag('02')))).toEqual(STORE);
    expect(factsOf(store({ ...SHA1, password: 'changeit', rounds: 20_481 }, bag('02')))).toEqual(STORE);
    expect(factsOf(store({ ...SHA1, password: 'password', rounds: 4097 }, bag('02')))).toEqual(STORE);
    expect(factsOf(store({ ...SHA1, oid: '2b0e03021b', password: 'changeit' }, bag('02')))).toEqual(STORE);
  });

  it('with a key that is not locked open to everybody', () => {
    expect(factsOf(store({ ...SHA1, password: 'q8Zr2vLp' }, bag('01')))).toEqual({
      ...STORE,
      opens: 'without a password',
    });
  });

  it('of certificates alone are none, and neither is one behind other bytes', () => {
    const lock = { ...SHA1, password: 'changeit' };
    expect(found(store(lock, encrypted()))).toEqual([]);
    expect(found(Buffer.concat([Buffer.from('x'), store(lock, bag('02'))]))).toEqual([]);
  });

  it('of which not all is known count', () => {
    const other = sequence(oid('2a864886f70d010703'), der(0xa0, chance(make, 300)));
    expect(factsOf(store({ ...SHA1, password: 'q8Zr2vLp' }, encrypted(), other))).toEqual(STORE);
    expect(factsOf(store({ ...SHA1, password: 'q8Zr2vLp' }, bag('05')))).toEqual(STORE);
  });

  it('with many certificates are read to their end', () => {
    const many = Array.from({ length: 14 }, () => encrypted(4000));
    expect(factsOf(store({ ...SHA1, password: 'q8Zr2vLp' }, ...many, bag('02')))).toEqual(STORE);
    expect(found(store({ ...SHA1, password: 'q8Zr2vLp' }, ...many))).toEqual([]);
  });
});

const hasOpenSsl = ((): boolean => {
  try {
    return execFileSync('openssl', ['version'], { encoding: 'utf8', stdio: 'pipe' }).startsWith('OpenSSL 3');
  } catch {
    return false;
  }
})();

describe.skipIf(!hasOpenSsl)('what OpenSSL writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bitting-openssl-'));
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(join(folder, 'k.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const openssl = (...args: readonly string[]): Buffer => {
    execFileSync('openssl', [...args, '-out', 'out'], { cwd: folder, stdio: 'pipe' });
    return readFileSync(join(folder, 'out'));
  };

  it('is read', () => {
    openssl('req', '-x509', '-key', 'k.pem', '-subj', '/CN=shop', '-days', '2');
    writeFileSync(join(folder, 'c.pem'), readFileSync(join(folder, 'out')));
    const both = ['pkcs12', '-export', '-inkey', 'k.pem', '-in', 'c.pem'];
    const java = { ...STORE, opens: 'with the usual password of Java' };
    expect(factsOf(openssl(...both, '-passout', 'pass:changeit'))).toEqual(java);
    expect(factsOf(openssl(...both, '-passout', 'pass:'))).toEqual({ ...STORE, opens: 'with an empty password' });
    expect(factsOf(openssl(...both, '-passout', `pass:${make(make.base62, 12)}`))).toEqual(STORE);
    expect(found(openssl('pkcs12', '-export', '-nokeys', '-in', 'c.pem', '-passout', 'pass:changeit'))).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});

describe('keys in DER', () => {
  const pairs = {
    RSA: generateKeyPairSync('rsa', { modulusLength: 2048 }),
    'P-256': generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    'P-384': generateKeyPairSync('ec', { namedCurve: 'P-384' }),
    'P-521': generateKeyPairSync('ec', { namedCurve: 'P-521' }),
    Ed25519: generateKeyPairSync('ed25519'),
    X25519: generateKeyPairSync('x25519'),
    Ed448: generateKeyPairSync('ed448'),
    X448: generateKeyPairSync('x448'),
  };
  const forms = [
    ['RSA', 'pkcs1', 'RSA 2048'],
    ['RSA', 'pkcs8', 'RSA 2048'],
    ['P-256', 'sec1', 'EC P-256'],
    ['P-256', 'pkcs8', 'EC P-256'],
    ['P-384', 'sec1', 'EC P-384'],
    ['P-521', 'sec1', 'EC P-521'],
    ['Ed25519', 'pkcs8', 'Ed25519'],
    ['X25519', 'pkcs8', 'X25519'],
    ['Ed448', 'pkcs8', 'Ed448'],
    ['X448', 'pkcs8', 'X448'],
  ] as const;

  it.each(forms)('%s in %s', (name, type, algorithm) => {
    const key = createPrivateKey(pairs[name].privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const bytes = key.export({ type: type as 'pkcs8', format: 'der' });
    expect(factsOf(bytes)).toEqual({ algorithm });
    const [match] = found(Buffer.concat([chance(make, 700), bytes, chance(make, 700)]));
    expect([match?.start, match?.end]).toEqual([700, 700 + bytes.length]);
    // The same key is the same credential, whatever stands behind it.
    expect(match?.fingerprint).toBe(found(bytes)[0]?.fingerprint);
    expect(match?.preview).toBe(`… (${bytes.length} bytes)`);
  });

  it.each(Object.entries(pairs))('not of the public half of %s', (_, { publicKey }) => {
    expect(found(publicKey.export({ type: 'spki', format: 'der' }))).toEqual([]);
  });

  it('under a passphrase', () => {
    const bytes = pairs.RSA.privateKey.export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase: 'p' });
    expect(factsOf(bytes)).toEqual({ encrypted: 'PBES2 with AES-256-CBC' });
  });
});
