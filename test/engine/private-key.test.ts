import { createHash, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { block, lines, openSshKey, pgpKey } from '../../detectors/build/example-key.ts';
import { runCheck } from '../../src/engine/checks/index.ts';
import type { PlainCheck as Check } from '../../src/engine/checks/index.ts';
import type { Verdict } from '../../src/engine/checks/verdict.ts';
import { exampleMaker } from '../support/example-maker.ts';

const make = exampleMaker('private keys');

function run(check: Check['check'], value: string, whole = value): Verdict {
  return runCheck({ check } as Check, {
    value,
    whole,
    context: whole,
    valueStart: whole.indexOf(value),
    wholeStart: 0,
  });
}

/** `drop`, `low`, or what is told of a key that is proven; its fingerprints stand apart. */
function told(verdict: Verdict): unknown {
  if (verdict.verdict === 'prove') {
    const { 'ssh fingerprint': _, 'public key': __, ...facts } = verdict.facts ?? {};
    return facts;
  }
  return verdict.verdict === 'keep' ? verdict.confidence : 'drop';
}

const fingerprint = (verdict: Verdict): string | undefined =>
  verdict.verdict === 'prove' ? verdict.facts?.['ssh fingerprint'] : undefined;
const pinOf = (verdict: Verdict): string | undefined =>
  verdict.verdict === 'prove' ? verdict.facts?.['public key'] : undefined;
const wire = (...parts: readonly Buffer[]): Buffer =>
  Buffer.concat(parts.flatMap((part) => [Buffer.from([0, 0, part.length >> 8, part.length & 0xff]), part]));
const expected = (blob: Buffer): string =>
  `SHA256:${createHash('sha256').update(blob).digest('base64').replaceAll('=', '')}`;
const part = (key: KeyObject, name: 'n' | 'e' | 'x' | 'y'): Buffer =>
  Buffer.from(key.export({ format: 'jwk' })[name] ?? '', 'base64url');

const pem = (value: string): unknown => told(run('pem-private-key', value));
const bare = (value: Buffer): unknown => told(run('base64-private-key', value.toString('base64')));

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed25519 = generateKeyPairSync('ed25519');
const text = (key: KeyObject, type: 'pkcs1' | 'pkcs8' | 'sec1' | 'spki'): string =>
  key.export({ type, format: 'pem' }).toString();
const bytes = (key: KeyObject, type: 'pkcs1' | 'pkcs8' | 'sec1' | 'spki'): Buffer =>
  key.export({ type, format: 'der' });

const locked = (cipher: string): string =>
  ec.privateKey.export({ type: 'pkcs8', format: 'pem', cipher, passphrase: 'p' }).toString();
const relabel = (publicKey: string): string => publicKey.replaceAll('PUBLIC', 'PRIVATE');
const armoured = (content: Buffer): string => block('OPENSSH PRIVATE KEY', lines(content, 70));
const around = (inner: string): string => block('RSA PRIVATE KEY', inner);

describe('private keys', () => {
  it.each([
    ['PKCS #1', rsa.privateKey, 'pkcs1', 'RSA 2048'],
    ['PKCS #8 of RSA', rsa.privateKey, 'pkcs8', 'RSA 2048'],
    ['SEC 1', ec.privateKey, 'sec1', 'EC P-256'],
    ['PKCS #8 of EC', ec.privateKey, 'pkcs8', 'EC P-256'],
    ['PKCS #8 of Ed25519', ed25519.privateKey, 'pkcs8', 'Ed25519'],
  ] as const)('%s: told apart, in PEM and as bare base64', (_, key, type, algorithm) => {
    expect(pem(text(key, type))).toEqual({ algorithm });
    expect(bare(bytes(key, type))).toEqual({ algorithm });
  });

  it('under a passphrase say by which cipher', () => {
    expect(pem(locked('aes-256-cbc'))).toEqual({ encrypted: 'PBES2 with AES-256-CBC' });
    expect(pem(locked('des-ede3-cbc'))).toEqual({ encrypted: 'PBES2 with 3DES-CBC' });
    const old = rsa.privateKey
      .export({ type: 'pkcs1', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'p' })
      .toString();
    expect(pem(old)).toEqual({ encrypted: 'AES-128-CBC' });
    expect(pem(old.replaceAll('\n', '\\n'))).toEqual({ encrypted: 'AES-128-CBC' });
  });

  it('public keys are none, whatever their label says', () => {
    expect(pem(relabel(text(rsa.publicKey, 'spki')))).toBe('drop');
    expect(pem(relabel(text(rsa.publicKey, 'pkcs1')))).toBe('drop');
    expect(bare(bytes(ec.publicKey, 'spki'))).toBe('drop');
  });

  it('of OpenSSH: plain, locked, cut off', () => {
    expect(pem(armoured(openSshKey(make, 'none')))).toEqual({ algorithm: 'ssh-ed25519' });
    expect(pem(armoured(openSshKey(make, 'aes256-ctr')))).toEqual({
      algorithm: 'ssh-ed25519',
      encrypted: 'aes256-ctr',
    });
    expect(pem(armoured(openSshKey(make).subarray(0, 150)))).toBe('low');
  });

  it('of OpenPGP: secret, public, locked, and stubs without the secret', () => {
    const label = 'PGP PRIVATE KEY BLOCK';
    const key = pgpKey(make);
    const usage = 3 + 6 + 2 + 256 + 2 + 3;
    const with_ = (...octets: readonly number[]): Buffer => {
      const changed = Buffer.from(key);
      changed.set(octets, usage);
      return changed;
    };
    expect(key[usage]).toBe(0);
    expect(pem(block(label, lines(key)))).toEqual({ algorithm: 'RSA' });
    expect(pem(block(label, lines(with_(254, 9, 3))))).toEqual({ algorithm: 'RSA', encrypted: 'OpenPGP' });
    expect(pem(block(label, lines(with_(254, 0, 101))))).toBe('drop');
    const publicKey = Buffer.from(key);
    publicKey[0] = 0x99;
    expect(pem(block(label, lines(publicKey)))).toBe('drop');
  });

  it('as programs and configuration write them', () => {
    const key = text(rsa.privateKey, 'pkcs8').trim();
    const ways = [
      key.replaceAll('\n', '\\n'),
      key.replaceAll('\n', '\\\\n'),
      key.replaceAll('\n', '\\r\\n'),
      key.replaceAll('\n', '\r\n      '),
      key.replaceAll('\n', '\\n" +\n    "'),
      key.replaceAll('\n', '\\n" &  _\n    "'),
      key.replaceAll('\n', "\\n' .\n    '"),
      key.replaceAll('\n', '",\n  "'),
      key.replaceAll('\n', '\n# '),
      key.replaceAll('\n', ' '),
      key.replaceAll('\n', '&#10;'),
      key.replaceAll('\n', '\\u000a').replaceAll('/', '\\/'),
    ];
    expect(ways.map((way) => pem(way))).toEqual(ways.map(() => ({ algorithm: 'RSA 2048' })));
  });

  it('that are damaged are doubted; stand-ins are dropped', () => {
    const key = text(rsa.privateKey, 'pkcs1');
    expect(pem(key.replace(/\n.{20}/, '\nAAAAAAAAAAAAAAAAAAAA'))).toBe('low');
    const body = make(make.base64, 900);
    expect(pem(around(body))).toBe('low');
    for (const inner of ['...', 'x'.repeat(400), `${body.slice(0, 60)}\n...\n${body.slice(0, 60)}`])
      expect(pem(around(inner))).toBe('drop');
    expect(pem(around('put the content of your own private key in this place, all of its lines and no others'))).toBe(
      'drop',
    );
    expect(pem(key.split('\n').slice(0, 4).join('\n'))).toBe('drop');
  });

  it('that everybody has are said to be published', () => {
    const head = Buffer.from('302e020100300506032b657004220420', 'hex');
    // The example of RFC 8410, section 10.3.
    const seed = ['d4ee72dbf913584ad5b6d8f1f769f8ad', '3afe7c28cbf1d4fbe097a88f44755842'].join('');
    expect(bare(Buffer.concat([head, Buffer.from(seed, 'hex')]))).toEqual({
      algorithm: 'Ed25519',
      published: 'the example of RFC 8410',
    });
  });

  it('never make the reader fail', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 0, maxLength: 300 }),
        fc.constantFrom('3082', '30', '95', '6f70656e', ''),
        (random, head) => {
          const value = Buffer.concat([Buffer.from(head, 'hex'), random]).toString('base64');
          for (const label of ['PRIVATE KEY', 'PGP PRIVATE KEY BLOCK', 'OPENSSH PRIVATE KEY']) pem(block(label, value));
          told(run('base64-private-key', value));
          told(run('key-store', Buffer.from(random).toString('latin1')));
          told(run('ssh2-private-key', value));
        },
      ),
      { numRuns: 500 },
    );
  });

  describe('pin of the public half', () => {
    it.each([
      ['RSA', rsa],
      ['EC', ec],
      ['Ed25519', ed25519],
    ])('%s: is that of its SubjectPublicKeyInfo', (_, pair) => {
      const pin = `SHA256:${createHash('sha256').update(bytes(pair.publicKey, 'spki')).digest('base64')}`;
      expect(pinOf(run('pem-private-key', text(pair.privateKey, 'pkcs8')))).toBe(pin);
    });

    it('is not known of a key that is locked', () => {
      expect(pinOf(run('pem-private-key', locked('aes-256-cbc')))).toBeUndefined();
    });
  });

  describe('fingerprint of the public half', () => {
    it.each(['pkcs1', 'pkcs8'] as const)('of RSA in %s', (type) => {
      const blob = wire(
        Buffer.from('ssh-rsa'),
        part(rsa.publicKey, 'e'),
        // The highest bit of a modulus is set: a byte in front keeps it positive.
        Buffer.concat([Buffer.of(0), part(rsa.publicKey, 'n')]),
      );
      expect(fingerprint(run('pem-private-key', text(rsa.privateKey, type)))).toBe(expected(blob));
    });

    it.each(['sec1', 'pkcs8'] as const)('of EC in %s', (type) => {
      const point = Buffer.concat([Buffer.of(4), part(ec.publicKey, 'x'), part(ec.publicKey, 'y')]);
      const blob = wire(Buffer.from('ecdsa-sha2-nistp256'), Buffer.from('nistp256'), point);
      expect(fingerprint(run('pem-private-key', text(ec.privateKey, type)))).toBe(expected(blob));
    });

    it('of Ed25519', () => {
      const blob = wire(Buffer.from('ssh-ed25519'), part(ed25519.publicKey, 'x'));
      expect(fingerprint(run('pem-private-key', text(ed25519.privateKey, 'pkcs8')))).toBe(expected(blob));
    });

    it.each([
      ['DSA', generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 })],
      ['another curve', generateKeyPairSync('ec', { namedCurve: 'secp224r1' })],
      ['the curve of coins', generateKeyPairSync('ec', { namedCurve: 'secp256k1' })],
      ['Ed448', generateKeyPairSync('ed448')],
      ['X25519', generateKeyPairSync('x25519')],
      ['RSA-PSS', generateKeyPairSync('rsa-pss', { modulusLength: 1024 })],
    ])('is not told of %s, which is a key all the same', (_, { privateKey }) => {
      const verdict = run('pem-private-key', text(privateKey, 'pkcs8'));
      expect(verdict.verdict).toBe('prove');
      expect(fingerprint(verdict)).toBeUndefined();
      expect(pinOf(verdict)).toMatch(/^SHA256:/);
    });

    it('of OpenSSH, locked or not, and of no key whose public half is locked', () => {
      for (const cipher of ['none', 'aes256-ctr']) {
        const key = block('OPENSSH PRIVATE KEY', lines(openSshKey(make, cipher)));
        expect(fingerprint(run('pem-private-key', key))).toMatch(/^SHA256:[A-Za-z0-9+/]{43}$/);
      }
      expect(fingerprint(run('pem-private-key', locked('aes-256-cbc')))).toBeUndefined();
    });
  });
});
