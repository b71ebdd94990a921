import { crc32 } from 'node:zlib';
import type { Check } from '../../model/detector.ts';
import { DROP, KEEP_DOUBTFUL, prove } from './verdict.ts';
import type { Verdict } from './verdict.ts';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const HEX_DIGITS = 8;
const BASE64_DIGITS = 6;

/**
 * Tokens that end in a base62 CRC-32 of their body, padded with zeros.
 * https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
 *
 * A wrong sum drops the match, except for GitHub's `ghs_`: installation tokens without a valid sum were seen.
 */
export function crc32Base62(value: string, { skip, digits }: Extract<Check, { check: 'crc32-base62' }>): Verdict {
  const body = value.slice(skip, -digits);
  if (base62(crc32(body), digits) === value.slice(-digits)) return prove('checksum');
  return value.startsWith('ghs_') ? KEEP_DOUBTFUL : DROP;
}

/** Tokens that end in a CRC-32 of eight hex digits: Zuplo, Grafana service accounts (`le`). */
export function crc32Hex(value: string, { skip, order, trim = 0 }: Extract<Check, { check: 'crc32-hex' }>): Verdict {
  const body = value.slice(skip, value.length - HEX_DIGITS - trim);
  const sum = Buffer.alloc(4);
  if (order === 'le') sum.writeUInt32LE(crc32(body));
  else sum.writeUInt32BE(crc32(body));
  return sum.toString('hex') === value.slice(-HEX_DIGITS).toLowerCase() ? prove('checksum') : KEEP_DOUBTFUL;
}

/** Tokens that carry the little-endian CRC-32 of their body in base64: Confluent. */
export function crc32Base64(
  value: string,
  { skip, bodyLength }: Extract<Check, { check: 'crc32-base64-le' }>,
): Verdict {
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(value.slice(skip, skip + bodyLength)));
  const stated = value.slice(skip + bodyLength, skip + bodyLength + BASE64_DIGITS);
  return sum.toString('base64').slice(0, BASE64_DIGITS) === stated ? prove('checksum') : KEEP_DOUBTFUL;
}

function base62(sum: number, digits: number): string {
  let text = '';
  for (let rest = sum; text.length < digits; rest = Math.floor(rest / 62)) text = `${BASE62[rest % 62]}${text}`;
  return text;
}
