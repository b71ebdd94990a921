const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * Base32 (RFC 4648) without padding whose last two bytes are the CRC-16 (XMODEM) of those before, low byte first: seeds of
 * NATS and of Stellar.
 * https://github.com/nats-io/nkeys/blob/main/strkey.go
 * https://github.com/stellar/stellar-protocol/blob/master/ecosystem/sep-0023.md
 */
export function hasCrc16(text: string): boolean {
  const bytes = fromBase32(text);
  if (bytes === undefined || bytes.length < 3) return false;
  const content = bytes.subarray(0, -2);
  return crc16(content) === bytes[bytes.length - 2]! + bytes[bytes.length - 1]! * 256;
}

/** The text of bytes with their checksum behind. */
export function withCrc16(content: Uint8Array): string {
  const sum = crc16(content);
  let bits = '';
  for (const byte of [...content, sum & 0xff, sum >> 8]) bits += byte.toString(2).padStart(8, '0');
  return bits.replaceAll(/.{1,5}/g, (five) => ALPHABET.charAt(Number.parseInt(five.padEnd(5, '0'), 2)));
}

function fromBase32(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value === -1) return undefined;
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}

function crc16(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) sum = sum & 0x8000 ? (sum << 1) ^ 0x1021 : sum << 1;
    sum &= 0xffff;
  }
  return sum;
}
