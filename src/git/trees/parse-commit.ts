const NEWLINE = 0x0a;
const LESS = 0x3c;
const GREATER = 0x3e;
const SPACE = 0x20;
const PLUS = 0x2b;
const MINUS = 0x2d;
/** Longer names are cut. */
const MAX_AUTHOR_BYTES = 1024;
/** Digits that a date may have: what has more is none. */
const MAX_DIGITS = 15;

const KEYS = ['tree', 'parent', 'author', 'committer', 'encoding', 'object'] as const;

/** A line of the header of a commit or tag: `from` and `to` enclose what stands behind its key and a space. */
export interface HeaderLine {
  readonly key: (typeof KEYS)[number];
  readonly from: number;
  readonly to: number;
}

/** The header lines that matter, in order; others, and lines that go on from one before, are passed over. */
export function headerLines(bytes: Uint8Array): readonly HeaderLine[] {
  const lines: HeaderLine[] = [];
  for (let start = 0; start < bytes.length && bytes[start] !== NEWLINE;) {
    let end = start;
    while (end < bytes.length && bytes[end] !== NEWLINE) end++;
    for (const key of KEYS) {
      if (startsWith(bytes, start, key)) lines.push({ key, from: start + key.length + 1, to: end });
    }
    start = end + 1;
  }
  return lines;
}

function startsWith(bytes: Uint8Array, start: number, key: string): boolean {
  for (let index = 0; index < key.length; index++) if (bytes[start + index] !== key.charCodeAt(index)) return false;
  return bytes[start + key.length] === SPACE;
}

/** Writes the id whose hexadecimal digits stand in `bytes` from `at` to `to`; false when they are no id. */
export function readHexId(bytes: Uint8Array, at: number, to: number, target: Uint8Array): boolean {
  if (to - at !== target.length * 2) return false;
  for (let index = 0; index < target.length; index++) {
    const high = hexDigit(bytes[at + 2 * index]!);
    const low = hexDigit(bytes[at + 2 * index + 1]!);
    if (high < 0 || low < 0) return false;
    target[index] = high * 16 + low;
  }
  return true;
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  return byte >= 0x61 && byte <= 0x66 ? byte - 0x57 : -1;
}

/** Who and when, out of `Name <e-mail> seconds zone`. */
export interface Ident {
  /** Where `Name <e-mail>` ends, cut where it is too long. */
  readonly nameEnd: number;
  /** Seconds since 1970. */
  readonly seconds: number;
  /** Minutes east of Greenwich. */
  readonly zone: number;
}

/** Reads an ident line as git does: the e-mail ends at the first `>` behind `<`, the date begins behind the last. */
export function readIdent(bytes: Uint8Array, from: number, to: number): Ident {
  let less = from;
  while (less < to && bytes[less] !== LESS) less++;
  let greater = less;
  while (greater < to && bytes[greater] !== GREATER) greater++;
  const nameEnd = Math.min(greater + 1, to, from + MAX_AUTHOR_BYTES);
  if (greater >= to) return { nameEnd, seconds: 0, zone: 0 };
  let at = to;
  while (bytes[at - 1] !== GREATER) at--;
  while (at < to && bytes[at] === SPACE) at++;
  const digits = digitsEnd(bytes, at, to);
  if (digits === at || digits - at > MAX_DIGITS) return { nameEnd, seconds: 0, zone: 0 };
  const seconds = numberAt(bytes, at, digits);
  const sign = bytes[digits + 1];
  const zoneEnd = digitsEnd(bytes, digits + 2, to);
  if (bytes[digits] !== SPACE || (sign !== PLUS && sign !== MINUS) || zoneEnd - digits !== 6) {
    return { nameEnd, seconds, zone: 0 };
  }
  const minutes = numberAt(bytes, digits + 2, digits + 4) * 60 + numberAt(bytes, digits + 4, zoneEnd);
  return { nameEnd, seconds, zone: sign === MINUS ? -minutes : minutes };
}

function digitsEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at]! >= 0x30 && bytes[at]! <= 0x39) at++;
  return at;
}

function numberAt(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + bytes[at]! - 0x30;
  return value;
}

/** ISO 8601 in the zone of the date, such as `2024-01-31T23:30:00-05:00`; empty when there is no such date. */
export function isoDate(seconds: number, zone: number): string {
  const local = new Date((seconds + zone * 60) * 1000);
  if (Number.isNaN(local.getTime())) return '';
  const minutes = Math.abs(zone);
  const text = local.toISOString();
  const offset = `${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
  return `${text.slice(0, text.lastIndexOf('.'))}${zone < 0 ? '-' : '+'}${offset}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
