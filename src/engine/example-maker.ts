import { crc32 } from 'node:zlib';
import type { ExampleMaker } from '../model/detector.ts';

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const BASE62 = DIGITS + UPPER + LOWER;

/** Draws that may fail to look random before a short or poor alphabet is taken as it comes. */
const ATTEMPTS = 200;

/**
 * Random material for examples: the same for the same seed, on every machine. Draws look as random as real credentials
 * do: every class of characters of the alphabet occurs, nothing repeats thrice, entropy is near the highest possible.
 */
export function exampleMaker(seed: string): ExampleMaker {
  const random = mulberry32(crc32(seed));

  const draw = (alphabet: string, length: number): string => {
    let text = '';
    for (let index = 0; index < length; index++) text += alphabet[Math.floor(random() * alphabet.length)];
    return text;
  };
  const make = (alphabet: string, length: number): string => {
    let text = draw(alphabet, length);
    for (let attempt = 0; attempt < ATTEMPTS && !looksRandom(text, alphabet); attempt++) text = draw(alphabet, length);
    return text;
  };

  return Object.assign(make, {
    base62: BASE62,
    hex: `${DIGITS}abcdef`,
    upperAlnum: UPPER + DIGITS,
    lowerAlnum: LOWER + DIGITS,
    base64: `${UPPER}${LOWER}${DIGITS}+/`,
    base64url: `${UPPER}${LOWER}${DIGITS}-_`,
    digits: DIGITS,
    withCrc32Base62: (prefix: string, bodyLength: number): string => {
      const body = make(BASE62, bodyLength);
      return prefix + body + base62(crc32(body), 6);
    },
  });
}

/** Public-domain generator by Tommy Ettinger: 32 bits of state, numbers in [0, 1). */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function looksRandom(text: string, alphabet: string): boolean {
  if (text.length < 6 || alphabet.length < 3) return true;
  const classes = [/[A-Z]/, /[a-z]/, /\d/].filter((pattern) => pattern.test(alphabet));
  if (!classes.every((pattern) => pattern.test(text)) || /(.)\1\1/.test(text)) return false;
  return entropy(text) >= 0.85 * Math.log2(Math.min(text.length, alphabet.length));
}

/** Shannon entropy in bits a character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Most significant digit first, padded with zeros. */
function base62(value: number, digits: number): string {
  let text = '';
  for (let rest = value; text.length < digits; rest = Math.floor(rest / 62)) text = `${BASE62[rest % 62]}${text}`;
  return text;
}
