import { hasCrc16 } from '../../model/encodings/base32-crc16.ts';
import { fromBase58Check } from '../../model/encodings/base58check.ts';
import { isBech32 } from '../../model/encodings/bech32.ts';
import { checkMnemonic } from '../../model/encodings/mnemonic.ts';
import { publishedValue } from './published.ts';
import { DROP, KEEP_DOUBTFUL, prove } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** Bech32 (BIP 173) behind a prefix that says what it is: a letter mistyped makes it doubtful. */
export function bech32(value: string): Verdict {
  return isBech32(value) ? prove('checksum', publishedValue(value)) : KEEP_DOUBTFUL;
}

/** Base58Check, whose checksum is a part of the format. */
export function base58Check(value: string): Verdict {
  return fromBase58Check(value) === undefined ? DROP : prove('checksum', publishedValue(value));
}

/** Base32 with a CRC-16 behind; a wrong one is doubted, as seeds with a letter mistyped are, or dropped. */
export function base32Crc16(value: string, wrong: 'drop' | 'doubt'): Verdict {
  if (hasCrc16(value)) return prove('checksum', publishedValue(value));
  return wrong === 'drop' ? DROP : KEEP_DOUBTFUL;
}

/** A sentence of BIP 39: all words are of its list. Where only the checksum is wrong, it is doubted. */
export function mnemonic(value: string): Verdict {
  const checked = checkMnemonic(
    value
      .toLowerCase()
      .replaceAll(/[\s,_-]+/g, ' ')
      .trim(),
  );
  if (checked === undefined) return DROP;
  const facts = publishedValue(value);
  if (checked === 'checksum') return prove('checksum', facts);
  return { verdict: 'keep', confidence: 'low', ...(facts !== undefined && { facts }) };
}
