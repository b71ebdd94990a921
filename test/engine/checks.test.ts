import { generateKeyPairSync } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { withCrc16 } from '../../src/model/encodings/base32-crc16.ts';
import { toBase58Check } from '../../src/model/encodings/base58check.ts';
import { toBech32 } from '../../src/model/encodings/bech32.ts';
import { runCheck } from '../../src/engine/checks/index.ts';
import type { PlainCheck as Check } from '../../src/engine/checks/index.ts';
import { exampleMaker } from '../support/example-maker.ts';

const make = exampleMaker('checks');

/** `drop`, `keep`, `low`, `checksum` or `structure`. */
function verdict(check: Check, value: string, whole = value): string {
  const result = runCheck(check, {
    value,
    whole,
    context: whole,
    valueStart: whole.indexOf(value),
    wholeStart: 0,
  });
  if (result.verdict === 'prove') return result.proof;
  return result.verdict === 'keep' && result.confidence === 'low' ? 'low' : result.verdict;
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const url = (password: string, host = 'db.shop.internal'): string => `postgres://app:${password}@${host}:5432/shop`;

describe('checksums', () => {
  const github: Check = { check: 'crc32-base62', skip: 4, digits: 6 };
  const token = make.withCrc32Base62(['ghp', ''].join('_'), 30);
  const broken = token.slice(0, -1) + (token.endsWith('a') ? 'b' : 'a');

  it('prove GitHub tokens and drop those whose sum is wrong', () => {
    expect(verdict(github, token)).toBe('checksum');
    expect(verdict(github, broken)).toBe('drop');
  });

  it('only doubt installation tokens, which were seen without', () => {
    expect(verdict(github, `ghs_${broken.slice(4)}`)).toBe('low');
  });

  it('prove hex sums in either order, with a separator before them', () => {
    const body = `zp_${make(make.base62, 32)}`;
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(crc32(body));
    const little: Check = { check: 'crc32-hex', skip: 0, order: 'le', trim: 1 };
    expect(verdict(little, `${body}_${sum.toString('hex')}`)).toBe('checksum');
    expect(verdict({ ...little, order: 'be' }, `${body}_${sum.toString('hex')}`)).toBe('low');
    expect(verdict({ ...little, order: 'be' }, `${body}_${sum.swap32().toString('hex')}`)).toBe('checksum');
  });

  it('prove sums in base64', () => {
    const body = make(make.base64, 54);
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(crc32(body));
    const check: Check = { check: 'crc32-base64-le', skip: 4, bodyLength: 54 };
    expect(verdict(check, `zqlt${body}${sum.toString('base64').slice(0, 6)}`)).toBe('checksum');
    expect(verdict(check, `zqlt${body}AAAAAA`)).toBe('low');
  });
});

describe('keys with a checksum of their own', () => {
  it('are proven; mistyped ones are doubted where a literal says what they are, and dropped where nothing does', () => {
    const age = toBech32('age-secret-key-', make('qpzry9x8gf2tvdw0s3jn54khce6mua7l', 52)).toUpperCase();
    expect(verdict({ check: 'bech32' }, age)).toBe('checksum');
    expect(verdict({ check: 'bech32' }, age.replace(/.$/, age.endsWith('Q') ? 'P' : 'Q'))).toBe('low');
    const seed = withCrc16(Buffer.from(`9050${make(make.hex, 64)}`, 'hex'));
    expect(verdict({ check: 'base32-crc16', wrong: 'doubt' }, seed)).toBe('checksum');
    expect(verdict({ check: 'base32-crc16', wrong: 'doubt' }, `${seed.slice(0, -1)}1`)).toBe('low');
    expect(verdict({ check: 'base32-crc16', wrong: 'drop' }, `${seed.slice(0, -1)}1`)).toBe('drop');
    const wif = toBase58Check(Buffer.from(`80${make(make.hex, 64)}`, 'hex'));
    expect(verdict({ check: 'base58check' }, wif)).toBe('checksum');
    expect(verdict({ check: 'base58check' }, wif.replace(/.$/, wif.endsWith('2') ? '3' : '2'))).toBe('drop');
  });

  it('sums that nobody documents prove and never disprove', () => {
    const body = `glpat-${make(make.base62, 27)}.01.0w`;
    const sum = crc32(body).toString(36).padStart(7, '0');
    expect(verdict({ check: 'crc32-base36', digits: 7 }, body + sum)).toBe('checksum');
    expect(verdict({ check: 'crc32-base36', digits: 7 }, `${body}aaaaaaa`)).toBe('keep');
    const wrong: Check = { check: 'crc32-base62', skip: 4, digits: 6, wrong: 'doubt' };
    expect(verdict(wrong, `zzz_${make(make.base62, 36)}`)).toBe('low');
    const hex: Check = { check: 'crc32-hex', skip: 0, order: 'be', wrong: 'keep' };
    expect(verdict(hex, `ATBB${make(make.base62, 24)}0123ABCD`)).toBe('keep');
    const personal = Buffer.concat([Buffer.from('104:'), Buffer.alloc(20, 7)]).toString('base64');
    expect(verdict({ check: 'atlassian-token', skip: 5 }, `BBDC-${personal}`)).toBe('structure');
    expect(verdict({ check: 'atlassian-token', skip: 5 }, `BBDC-${make(make.base62, 44)}`)).toBe('keep');
  });

  it('sentences that everybody has are said to be published', () => {
    const sentence = `${'test '.repeat(11)}junk`;
    const input = { value: sentence, whole: sentence, context: sentence, valueStart: 0, wholeStart: 0 };
    expect(runCheck({ check: 'mnemonic' }, input)).toMatchObject({
      proof: 'checksum',
      facts: { published: expect.stringContaining('Hardhat') as unknown },
    });
  });
});

describe('not-placeholder', () => {
  it.each([
    ['AKIA', 'IOSFODNN7', 'EXAMPLE'].join(''),
    'changeme',
    'change-me-please',
    'your-api-key-goes-here',
    'YOUR_TOKEN',
    'my_secret_key_value',
    'xxxxxxxxxxxx',
    'sk_XXXXXXXX',
    '1234567890',
    'abcdefghijkl',
    '0000000000000000',
    'abababababababab',
    'deadbeefdeadbeef',
    'redacted',
    '********',
    '<api-key>',
    '{{ api_key }}',
    '${API_KEY}',
    '$(get-key)',
    '%API_KEY%',
    '$API_KEY',
    'process.env.API_KEY',
    'os.environ["KEY"]',
    'vault:secret/data/app#key',
    '00000000-0000-0000-0000-000000000000',
    'dummy-token-1',
  ])('drops %s', (value) => {
    expect(verdict({ check: 'not-placeholder' }, value)).toBe('drop');
  });

  it.each([
    ['base62', make(make.base62, 36)],
    ['hex', make(make.hex, 32)],
    ['digits', make(make.digits, 12)],
    ['base64', `${make(make.base64, 86)}==`],
    ['short', make(make.base62, 8)],
    ['a passphrase', 'correct horse battery staple'],
    ['a password with a dollar sign', 'p$4tz{Q9!u'],
  ])('keeps %s', (_, value) => {
    expect(verdict({ check: 'not-placeholder' }, value)).toBe('keep');
  });

  it('keeps all of a thousand random values', () => {
    const kept = Array.from({ length: 1000 }, () => verdict({ check: 'not-placeholder' }, make(make.base62, 40)));
    expect(kept.filter((one) => one !== 'keep')).toEqual([]);
  });
});

describe('structures', () => {
  it('jwt: needs a header, a payload and a signature, and doubts one without alg', () => {
    const check: Check = { check: 'jwt' };
    const signature = make(make.base64url, 43);
    expect(verdict(check, `${part({ alg: 'HS256' })}.${part({ sub: 'a' })}.${signature}`)).toBe('structure');
    expect(verdict(check, `${part({ alg: 'none' })}.${part({ sub: 'a' })}.${signature}`)).toBe('drop');
    expect(verdict(check, `${part({ typ: 'JWT' })}.${part({ sub: 'a' })}.${signature}`)).toBe('low');
    expect(verdict(check, `${part({ typ: 'JWT' })}.${part({ sub: 'a' })}.${signature.slice(1)}`)).toBe('drop');
    expect(verdict(check, `${part({ alg: 5 })}.${part({ sub: 'a' })}.${signature}`)).toBe('drop');
    expect(verdict(check, `${part({ alg: 'HS256' })}.${part({ sub: 'a' })}.`)).toBe('drop');
    expect(verdict(check, `eyJhbGciOi.${part({ sub: 'a' })}.${signature}`)).toBe('drop');
  });

  it('pem-private-key: proves keys, doubts damaged ones, drops what is no key', () => {
    const check: Check = { check: 'pem-private-key' };
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(verdict(check, pem)).toBe('structure');
    expect(verdict(check, pem.replaceAll('\n', '\\n'))).toBe('structure');
    expect(verdict(check, pem.replaceAll('\n', '\r\n    '))).toBe('structure');
    expect(verdict(check, privateKey.export({ type: 'sec1', format: 'pem' }).toString())).toBe('structure');
    const locked = privateKey
      .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'p' })
      .toString();
    expect(verdict(check, locked)).toBe('structure');
    expect(verdict(check, pem.replace(/\n[A-Za-z0-9+/]/, '\nA'))).toBe('low');
    expect(verdict(check, ['-----BEGIN', 'PRIVATE', 'KEY-----\n...\n-----END'].join(' '))).toBe('drop');
  });

  it('json-fields: needs all of them', () => {
    const check: Check = { check: 'json-fields', fields: ['type', 'id'] };
    expect(verdict(check, '{"type": "a", "id": 1}')).toBe('structure');
    expect(verdict(check, '{\\"type\\": \\"a\\", \\"id\\": 1}')).toBe('structure');
    expect(verdict(check, '{"type": "a"}')).toBe('drop');
    expect(verdict(check, '{"type": "a", "id": ')).toBe('drop');
  });

  it('base64-prefix: compares decoded bytes', () => {
    const check: Check = { check: 'base64-prefix', skip: 5, hex: '0201' };
    expect(verdict(check, `zqpi-${Buffer.from([2, 1, 8, 9]).toString('base64url')}`)).toBe('structure');
    expect(verdict(check, `zqpi-${Buffer.from([2, 2, 8, 9]).toString('base64url')}`)).toBe('drop');
  });

  it('aws-key-id: proves ids that name their account, keeps others', () => {
    const check: Check = { check: 'aws-key-id' };
    expect(verdict(check, ['ASIA', 'Y34FZKBOKMUTVV7A'].join(''))).toBe('structure');
    expect(verdict(check, ['AKIA', 'IOSFODNN7ABCDEFG'].join(''))).toBe('keep');
  });
});

describe('url-password', () => {
  const check: Check = { check: 'url-password' };

  it.each([url('q8Zr!2vLp0'), url('q%40Zr9vLpQ'), url('a@b:c!d9xK')])('keeps %s', (value) => {
    expect(verdict(check, value)).toBe('keep');
  });

  it.each([
    url(''),
    url('password'),
    url('app'),
    url('one+two%3F'),
    url('password!with%40%2B%20symbols'),
    url('$PASSWORD'),
    url('${DB_PASS}'),
    url('<password>'),
    url('{password}'),
    url('%s'),
    url('q8Zr!2vLp0', 'example.com'),
    'postgres://db.shop.internal/shop',
    'https://db.shop.internal:443/docs/v1.@types',
  ])('drops %s', (value) => {
    expect(verdict(check, value)).toBe('drop');
  });

  it('doubts passwords before hosts that the program fills in', () => {
    expect(verdict(check, url('q8Zr!2vLp0', '${HOST}'))).toBe('low');
  });

  it('doubts passwords of this machine', () => {
    expect(verdict(check, url('q8Zr!2vLp0', 'localhost'))).toBe('low');
  });
});

describe('shape', () => {
  it('entropy: drops below the minimum', () => {
    expect(verdict({ check: 'entropy', min: 3 }, 'aabbaabb')).toBe('drop');
    expect(verdict({ check: 'entropy', min: 3 }, make(make.base62, 32))).toBe('keep');
  });

  it('mixed: needs every class', () => {
    expect(verdict({ check: 'mixed', classes: 'uld' }, 'aB3')).toBe('keep');
    expect(verdict({ check: 'mixed', classes: 'uld' }, 'ab3')).toBe('drop');
  });
});
