import { describe, expect, it } from 'vitest';

import { hasCrc16, withCrc16 } from '../../src/model/encodings/base32-crc16.ts';
import { fromBase58Check, toBase58Check } from '../../src/model/encodings/base58check.ts';
import { isBech32, toBech32 } from '../../src/model/encodings/bech32.ts';
import { checkMnemonic, toMnemonic } from '../../src/model/encodings/mnemonic.ts';

/** With one character changed for another of the text. */
function altered(text: string): string {
  const at = text.length - 9;
  const other = Array.from(text).findLast((character) => /[a-z0-9]/i.test(character) && character !== text[at]) ?? '';
  return text.slice(0, at) + other + text.slice(at + 1);
}

describe('Bech32', () => {
  // Test vectors of BIP 173 and BIP 350.
  it.each([
    'A12UEL5L',
    'an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs',
    'abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw',
    'split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w',
    'A1LQFN3A',
    'abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx',
  ])('takes %s', (text) => {
    expect(isBech32(text)).toBe(true);
    if (text.length > 20) expect(isBech32(altered(text))).toBe(false);
  });

  it('is written as it is read', () => {
    expect(toBech32('abcdef', 'qpzry9x8gf2tvdw0s3jn54khce6mua7l')).toBe(
      'abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw',
    );
    expect(isBech32('abcDEF1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw')).toBe(false);
  });
});

describe('Base58Check', () => {
  it('reads the address of the first block, and nothing altered', () => {
    const address = '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa';
    expect(Buffer.from(fromBase58Check(address) ?? []).toString('hex')).toBe(
      '0062e907b15cbf27d5425399ebf6f0fb50ebb88f18',
    );
    expect(fromBase58Check(altered(address))).toBeUndefined();
    expect(toBase58Check(fromBase58Check(address) ?? new Uint8Array(1))).toBe(address);
    expect(fromBase58Check('1'.repeat(300))).toBeUndefined();
  });
});

describe('Base32 with CRC-16', () => {
  // The public key of the example of SEP 23.
  it('takes the example, and nothing altered', () => {
    const key = 'GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ';
    expect(hasCrc16(key)).toBe(true);
    expect(hasCrc16(altered(key))).toBe(false);
    expect(hasCrc16(key.toLowerCase())).toBe(false);
    expect(hasCrc16(withCrc16(Buffer.from('content')))).toBe(true);
  });
});

describe('mnemonic sentences', () => {
  // Test vectors of BIP 39.
  it.each([
    ['00000000000000000000000000000000', `${'abandon '.repeat(11)}about`],
    ['7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f', 'legal winner thank year wave sausage worth useful legal winner thank yellow'],
    ['ffffffffffffffffffffffffffffffffffffffffffffffff', `${'zoo '.repeat(17)}when`],
    [
      '8080808080808080808080808080808080808080808080808080808080808080',
      'letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic bless',
    ],
  ])('of %s', (entropy, sentence) => {
    expect(toMnemonic(Buffer.from(entropy, 'hex'))).toBe(sentence);
    expect(checkMnemonic(sentence)).toBe('checksum');
    expect(checkMnemonic(sentence.replace(/\w+$/, 'zebra'))).toBe('words');
    expect(checkMnemonic(sentence.replace(/\w+$/, 'zebras'))).toBeUndefined();
    expect(checkMnemonic(sentence.replace(/ \w+$/, ''))).toBeUndefined();
  });
});
