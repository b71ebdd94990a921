import { describe, expect, it } from 'vitest';
import { runCheck } from '../../src/engine/checks/index.ts';
import type { PlainCheck as Check } from '../../src/engine/checks/index.ts';
import { isEverydayWord } from '../../src/engine/checks/everyday.ts';
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
    '\u0001\u0002:\u0003abcd',
  ])('drops %j', (pair) => {
    expect(verdict(check, base64(pair))).toBe('drop');
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

  it.each(['MACHINE-PASS', 'personal-access-token', 'my db password', 'pass#pass', 'otherpassword'])(
    '%s is a word for a secret',
    (words) => {
      expect(isEverydayWord(words)).toBe(true);
    },
  );

  it.each(['t0ken-Zk3vQ9', 'correct-horse-battery'])('%s is none', (words) => {
    expect(isEverydayWord(words)).toBe(false);
  });
});
