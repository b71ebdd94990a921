import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/engine/fingerprint.ts';
import { joined } from '../../src/engine/joined-text.ts';

const KEY = new Uint8Array(32);

describe('values written in several strings', () => {
  it.each([
    ['head.', `head." + "body`],
    ['head.', `head." +\n      "body`],
    ['head.', `head."\n      "body`],
    ['head.', `head." \\\n  "body`],
    ['head.', "head' . '.' . 'body"],
    ['head.', "head'.'.'.'body"],
    ['head.', 'head.\\" + \\"body'],
    ['head.', 'head.` & `body'],
  ])('%sbody is %s', (head, written) => {
    expect(joined(written)).toBe(`${head}body`);
  });

  it('leaves a value without quotes as it is', () => {
    expect(joined('a + b')).toBe('a + b');
  });

  it('gives a token one fingerprint however it is written', () => {
    const pieces = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiJhIn0', 'c2lnbmF0dXJl'];
    const whole = fingerprint(pieces.join('.'), KEY);
    expect(fingerprint(pieces.join('." + "'), KEY)).toBe(whole);
    expect(fingerprint(pieces.join('." + \n"').replace('c2ln', 'c3ln'), KEY)).not.toBe(whole);
  });
});
