import { hash } from 'node:crypto';
import { MNEMONIC_WORDS } from './mnemonic-words.ts';

/** Words of a mnemonic sentence (BIP 39). */
const LENGTHS = [12, 15, 18, 21, 24];
const BITS = 11;

let numbers: ReadonlyMap<string, number> | undefined;

/** Words by number: each is written as how many letters it shares with the one before, and the rest. */
function words(): readonly string[] {
  let before = '';
  return Array.from(MNEMONIC_WORDS.matchAll(/(\d)([a-z]+)/g), ([, shared = '0', rest = '']) => {
    before = before.slice(0, Number(shared)) + rest;
    return before;
  });
}

/**
 * Whether a sentence is a mnemonic of BIP 39: `words` where every word is of the list but the checksum is wrong;
 * `undefined` for anything else.
 */
export function checkMnemonic(sentence: string): 'checksum' | 'words' | undefined {
  numbers ??= new Map(words().map((word, number) => [word, number]));
  const known = numbers;
  const values = sentence.split(' ').map((word) => known.get(word));
  if (!LENGTHS.includes(values.length) || values.includes(undefined)) return undefined;
  const bits = values.map((value = 0) => value.toString(2).padStart(BITS, '0')).join('');
  const length = (bits.length * 32) / 33;
  return checksum(bits.slice(0, length)) === bits.slice(length) ? 'checksum' : 'words';
}

/** The sentence of so many bytes of entropy: 16 to 32 of them, a multiple of four. */
export function toMnemonic(entropy: Uint8Array): string {
  const list = words();
  const bits = Array.from(entropy, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits + checksum(bits)).replaceAll(/.{11}/g, (each) => `${list[Number.parseInt(each, 2)]} `).trim();
}

/** A bit for every 32 of the entropy: the first ones of its SHA-256. */
function checksum(bits: string): string {
  const entropy = Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
  const [first = 0] = hash('sha256', entropy, 'buffer');
  return first
    .toString(2)
    .padStart(8, '0')
    .slice(0, bits.length / 32);
}
