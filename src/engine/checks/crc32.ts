import { crc32 } from 'node:zlib';
import type { Check } from '../../model/detector.ts';
import { DROP, KEEP, KEEP_DOUBTFUL, prove } from './verdict.ts';
import type { Verdict } from './verdict.ts';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const HEX_DIGITS = 8;
const BASE64_DIGITS = 6;

/**
 * Tokens that end in a base62 CRC-32 of their body, padded with zeros.
 * https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
 *
 * A wrong sum drops the match where the vendor documents it, except for GitHub's `ghs_`: installation tokens without a
 * valid sum were seen.
 */
export function crc32Base62(
  value: string,
  { skip, digits, wrong = 'drop' }: Extract<Check, { check: 'crc32-base62' }>,
): Verdict {
  const body = value.slice(skip, -digits);
  if (inBase(BASE62, crc32(body), digits) === value.slice(-digits)) return prove('checksum');
  return value.startsWith('ghs_') ? KEEP_DOUBTFUL : otherwise(wrong);
}

/** Tokens that end in a base36 CRC-32 of all before: GitLab's routable ones. Nobody documents it: a wrong sum says nothing. */
export function crc32Base36(value: string, digits: number): Verdict {
  const stated = value.slice(-digits);
  return inBase(BASE62.slice(0, 36), crc32(value.slice(0, -digits)), digits).toLowerCase() === stated
    ? prove('checksum')
    : KEEP;
}

/** Tokens that end in a CRC-32 of eight hex digits: Zuplo, Cloudflare, Atlassian, Grafana service accounts (`le`). */
export function crc32Hex(
  value: string,
  { skip, order, trim = 0, wrong = 'doubt' }: Extract<Check, { check: 'crc32-hex' }>,
): Verdict {
  const body = value.slice(skip, value.length - HEX_DIGITS - trim);
  const sum = Buffer.alloc(4);
  if (order === 'le') sum.writeUInt32LE(crc32(body));
  else sum.writeUInt32BE(crc32(body));
  return sum.toString('hex') === value.slice(-HEX_DIGITS).toLowerCase() ? prove('checksum') : otherwise(wrong);
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

function otherwise(wrong: 'drop' | 'doubt' | 'keep'): Verdict {
  return wrong === 'drop' ? DROP : wrong === 'doubt' ? KEEP_DOUBTFUL : KEEP;
}

function inBase(alphabet: string, sum: number, digits: number): string {
  const base = alphabet.length;
  let text = '';
  for (let rest = sum; text.length < digits; rest = Math.floor(rest / base)) text = `${alphabet[rest % base]}${text}`;
  return text;
}
