import { hash } from 'node:crypto';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const CHECKSUM = 4;
/** Longest text decoded: its work grows with the square of its length. */
const LONGEST = 200;

/** What a text in Base58Check holds; `undefined` when it is none or its checksum is wrong. */
export function fromBase58Check(text: string): Uint8Array | undefined {
  if (text.length > LONGEST) return undefined;
  let number = 0n;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value === -1) return undefined;
    number = number * 58n + BigInt(value);
  }
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  const digits = number === 0n ? '' : number.toString(16);
  const bytes = Buffer.from('00'.repeat(zeros) + (digits.length % 2 === 0 ? digits : `0${digits}`), 'hex');
  if (bytes.length <= CHECKSUM) return undefined;
  const content = bytes.subarray(0, -CHECKSUM);
  return checksum(content).equals(bytes.subarray(-CHECKSUM)) ? content : undefined;
}

/** The text of bytes in Base58Check. */
export function toBase58Check(content: Uint8Array): string {
  let number = BigInt(`0x${Buffer.concat([content, checksum(content)]).toString('hex')}`);
  let text = '';
  for (; number > 0n; number /= 58n) text = `${ALPHABET[Number(number % 58n)]}${text}`;
  return '1'.repeat(content.findIndex((byte) => byte !== 0)) + text;
}

function checksum(content: Uint8Array): Buffer {
  return hash('sha256', hash('sha256', content, 'buffer'), 'buffer').subarray(0, CHECKSUM);
}
