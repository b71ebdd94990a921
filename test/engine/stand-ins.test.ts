import { describe, expect, it } from 'vitest';
import { runCheck } from '../../src/engine/checks/index.ts';
import type { PlainCheck as Check } from '../../src/engine/checks/index.ts';
import { isEverydayWord } from '../../src/engine/checks/everyday.ts';
import { isNamedAfter } from '../../src/engine/checks/named-after.ts';
import { ntlmMessage } from '../../src/engine/checks/ntlm-message.ts';
import { isTypedRow } from '../../src/engine/checks/typed-row.ts';
import { exampleMaker } from '../support/example-maker.ts';

const make = exampleMaker('stand-ins');

function verdict(check: Check, value: string): string {
  const whole = { whole: value, context: value, valueStart: 0, wholeStart: 0 };
  const result = runCheck(check, { value, ...whole });
  return result.verdict === 'keep' && result.confidence === 'low' ? 'low' : result.verdict;
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('values typed along the alphabet', () => {
  it.each([
    'aBcDeFgHiJkLmNoPqRsT',
    'zYxWvUtSrQpOnMlKj',
    '1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d',
    'aAbBcCdDeEfFgGhHiI',
    '51H9xK2LkJhDfG8pQ9xK2LkJhDfG8pQ',
  ])('%s is one', (value) => {
    expect(isTypedRow(value)).toBe(true);
  });

  it.each(['Password1Password1', 'a1b2c3', 'shop-db-prod-shop-db-test', 'aabbccdd-eeff'])('%s is none', (value) => {
    expect(isTypedRow(value)).toBe(false);
  });

  it('random values are none', () => {
    for (let length = 8; length <= 255; length++) expect(isTypedRow(make(make.base62, length))).toBe(false);
    for (let length = 8; length <= 64; length++) expect(isTypedRow(make(make.hex, length))).toBe(false);
  });
});

describe('hex digits that somebody typed', () => {
  const check: Check = { check: 'not-placeholder' };
  const spelled = ['dead', 'beef'].join('7');

  it.each([
    ['UUIDs of examples', ['123e4567', 'e89b', '12d3', 'a456', '426614174000'].join('-')],
    ['the same with another end', ['123E4567', 'E89B', '12D3', 'A456', '426614174ABC'].join('-')],
    ['UUIDs of tutorials', ['3fa85f64', '5717', '4562', 'b3fc', '2c963f66afa6'].join('-')],
    ['rows', '01234567-89ab-cdef-0123-456789abcdef'],
    ['rows that take turns', 'a1b2c3d4-e5f6-7890-abcd-ef1234567890'],
    ['groups of one digit', '11111111-2222-3333-4444-555555555555'],
    ['groups of the same digits', '00001111-2222-3333-4444-555566667777'],
    ['seven digits', '02020244-0a0a-4b0b-8c8c-2a4b4c8a0b2c'],
    ['words', `f3fca79989${spelled}eefedc812bf3`],
    ['one piece in two spellings', `${'0815D6afa7b1dbda'}${'0815d6Afa7b1dbda'}`],
  ])('are stand-ins: %s', (_, value) => {
    expect(verdict(check, value)).toBe('drop');
  });

  it.each([
    ['one word', `f3fca79989${spelled.slice(0, 4)}1ea87cedc812bf3`],
    ['a UUID of another', ['123e4567', 'e89b', '12d4', 'a456', '426614174000'].join('-')],
    ['eight digits', '02020246-0a0a-4b0b-8c8c-2a4b6c8a0b2c'],
  ])('are none: %s', (_, value) => {
    expect(verdict(check, value)).toBe('keep');
  });

  it('are not taken for what was drawn', () => {
    for (let count = 0; count < 2000; count++) expect(verdict(check, make(make.hex, 32))).toBe('keep');
  });
});

/** A message of a user whose answer to the challenge has so many bytes. */
function message(user: string, { answer = 24, wide = false } = {}): string {
  const name = Buffer.from(user, wide ? 'utf16le' : 'latin1');
  const head = Buffer.alloc(64);
  head.write('NTLMSSP\0\u0003', 'latin1');
  head.writeUInt16LE(answer, 20);
  head.writeUInt16LE(name.length, 36);
  head.writeUInt32LE(64, 40);
  head.writeUInt32LE(wide ? 0x0201 : 0x0202, 60);
  return Buffer.concat([head, name, Buffer.from(make(make.base62, 24))]).toString('base64');
}

describe('the last message of NTLM', () => {
  const check: Check = { check: 'ntlm-message' };

  it.each([
    ['of somebody', message('j.doe'), 'prove'],
    ['in UTF-16', message('j.doe', { wide: true }), 'prove'],
    ['of a trial', message('testuser'), 'drop'],
    ['of a trial, in UTF-16', message('User', { wide: true }), 'drop'],
    ['of nobody, without an answer', message('j.doe', { answer: 0 }), 'drop'],
    ['without a name', message(''), 'keep'],
    ['up to the end of its name', Buffer.from(message('j.doe'), 'base64').subarray(0, 69).toString('base64'), 'prove'],
    ['with a name that begins as none', message('\u0001j'), 'keep'],
    ['with a name that ends as none', message('j\u0001'), 'keep'],
    ['with a name that is none', message('\u0001\u0002'), 'keep'],
    ['cut off in its head', message('j.doe').slice(0, 80), 'keep'],
    ['cut off in its name', Buffer.from(message('j.doe'), 'base64').subarray(0, 66).toString('base64'), 'keep'],
  ])('%s', (_, value, expected) => {
    expect(verdict(check, value)).toBe(expected);
  });
});

it('the last message of NTLM tells its user', () => {
  expect(ntlmMessage(message('SHOP\\j.doe'))).toMatchObject({ facts: { user: 'SHOP\\j.doe' } });
});

describe('passwords named after their users', () => {
  it.each([
    ['tobi', 'Tobi'],
    ['minio123', 'minio'],
    ['minio-2024!', 'minio'],
    ['shoppass', 'shopuser'],
    ['shoppass2', 'shop'],
    ['shop_password', 'shopuser1'],
    ['cachesecret', 'cacheusername'],
    ['pleaf', 'leaf'],
  ])('%s of %s', (password, user) => {
    expect(isNamedAfter(password, user)).toBe(true);
  });

  it.each([
    ['', ''],
    ['2024', ''],
    ['minio12345', 'minio'],
    ['miniox1', 'minio'],
    ['shoppassx', 'shop'],
    ['qqleaf', 'leaf'],
    ['pqz', 'qz'],
    ['shoppass', 'shopuserx'],
    ['quartzpass', 'shopuser'],
  ])('not %s of %s', (password, user) => {
    expect(isNamedAfter(password, user)).toBe(false);
  });
});

describe('references', () => {
  const check: Check = { check: 'not-placeholder' };

  it('are stand-ins with up to five characters beside them', () => {
    expect(verdict(check, 'q8Zr2${X}')).toBe('drop');
    expect(verdict(check, 'q8Zr2v${X}')).toBe('keep');
    expect(verdict(check, 'q$8%Z')).toBe('keep');
  });
});

describe('HTTP Basic pairs', () => {
  const check: Check = { check: 'basic-auth' };

  it.each([`deploy:${make(make.base62, 16)}`, `${make(make.base62, 40)}:`, `${make(make.base62, 40)}:x-oauth-basic`])(
    'keeps %s',
    (pair) => {
      expect(verdict(check, base64(pair))).toBe('keep');
    },
  );

  it.each([
    'user:pass',
    'tobi:tobi',
    'deploy:',
    'no-colon-in-here',
    'deploy:your-password-here',
    'customUser:customPass',
    'minio:minio123',
    'Aladdin:open sesame',
    'aladdin:opensesame',
    'deploy:accessToken',
    'deploy:clientSecret%3D',
    'deploy:clientSecret=',
    'user:pass:word',
    '\u0001\u0002:\u0003abcd',
  ])('drops %j', (pair) => {
    expect(verdict(check, base64(pair))).toBe('drop');
  });

  it('drops words that can be read as base64', () => {
    expect(Buffer.from('Operations', 'base64').includes(':')).toBe(true);
    expect(verdict(check, 'Operations')).toBe('drop');
  });
});

describe('documentation', () => {
  it('what was made out of its examples is doubted', () => {
    const altered = ['wJalrXUtnFEMI', 'K7MDENG', 'bPxRfiCY', 'Qk3ZpT9LwEYx'].join('/').slice(0, 40);
    expect(verdict({ check: 'not-placeholder' }, altered)).toBe('low');
  });

  it('its signature proves nothing under other claims', () => {
    const signature = ['SflKxwRJSMeKKF2QT4fwp', 'MeJf36POk6yJV_adQssw5c'].join('');
    const token = `${part({ alg: 'HS256' })}.${part({ sub: 'svc-orders' })}.`;
    expect(verdict({ check: 'jwt' }, token + signature)).toBe('drop');
    expect(verdict({ check: 'jwt' }, token + make(make.base64url, 43))).toBe('prove');
  });

  it('a proof that somebody holds a key is no token', () => {
    const proof = `${part({ typ: 'dpop+jwt', alg: 'ES256' })}.${part({ jti: 'q8' })}.${make(make.base64url, 86)}`;
    expect(verdict({ check: 'jwt' }, proof)).toBe('drop');
  });

  it.each([
    'MACHINE-PASS',
    'personal-access-token',
    'my db password',
    'pass#pass',
    'otherpassword',
    'veryverysecret',
    'my super secret',
    'MySekretPassword',
    'alicespassword',
    'BobPassword1',
  ])('%s is a word for a secret', (words) => {
    expect(isEverydayWord(words)).toBe(true);
  });

  it.each(['t0ken-Zk3vQ9', 'correct-horse-battery', 'SecretPass123456', 'q8password'])('%s is none', (words) => {
    expect(isEverydayWord(words)).toBe(false);
  });
});
