/** Characters of Bech32 by value (BIP 173). */
const CHARSET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const CHECKSUM = 6;
const BECH32 = 1;
const BECH32M = 0x2bc830a3;

/** Answers whether a text is Bech32 (BIP 173) or Bech32m (BIP 350) with the right checksum, whatever its length. */
export function isBech32(text: string): boolean {
  const lower = text.toLowerCase();
  if (lower !== text && text.toUpperCase() !== text) return false;
  const separator = lower.lastIndexOf('1');
  const values = Array.from(lower.slice(separator + 1), (character) => CHARSET.indexOf(character));
  if (separator < 1 || values.length < CHECKSUM || values.includes(-1)) return false;
  const remainder = polymod([...expand(lower.slice(0, separator)), ...values]);
  return remainder === BECH32 || remainder === BECH32M;
}

/** Text of the data characters under a prefix, with the checksum of BIP 173. */
export function toBech32(prefix: string, data: string): string {
  const values = Array.from(data, (character) => CHARSET.indexOf(character));
  const remainder = polymod([...expand(prefix), ...values, ...Array.from({ length: CHECKSUM }, () => 0)]) ^ BECH32;
  const sum = Array.from({ length: CHECKSUM }, (_, index) => CHARSET[(remainder >> (5 * (CHECKSUM - 1 - index))) & 31]);
  return `${prefix}1${data}${sum.join('')}`;
}

function expand(prefix: string): readonly number[] {
  const codes = Array.from(prefix, (character) => character.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [bit, generator] of GENERATOR.entries()) if ((top >> bit) & 1) sum ^= generator;
  }
  return sum;
}
