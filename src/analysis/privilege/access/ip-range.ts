/** A range of addresses in CIDR form: its bytes and how many of their bits count. */
export interface IpRange {
  /** 4 bytes of an IPv4 address or 16 of an IPv6 one. */
  readonly bytes: readonly number[];
  readonly bits: number;
}

/** Reads `203.0.113.0/24`, `2001:db8::/32` or a single address (RFC 4632, RFC 4291); undefined for anything else. */
export function readIpRange(text: string): IpRange | undefined {
  const [address = '', length, ...more] = text.trim().split('/');
  const bytes = address.includes(':') ? ipv6(address) : ipv4(address);
  if (bytes === undefined || more.length > 0) return undefined;
  const most = bytes.length * 8;
  if (length === undefined) return { bytes, bits: most };
  if (!/^\d{1,3}$/.test(length) || Number(length) > most) return undefined;
  return { bytes, bits: Number(length) };
}

/** Whether every address of `inner` is in `range`. */
export function holdsAddress(range: IpRange, inner: IpRange): boolean {
  if (range.bytes.length !== inner.bytes.length || inner.bits < range.bits) return false;
  for (let bit = 0, index = 0; bit < range.bits; bit += 8, index++) {
    const left = range.bits - bit;
    const mask = left >= 8 ? 0xff : (0xff << (8 - left)) & 0xff;
    if (((range.bytes[index] ?? 0) & mask) !== ((inner.bytes[index] ?? 0) & mask)) return false;
  }
  return true;
}

function ipv4(text: string): readonly number[] | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return parts.map(Number);
}

function ipv6(text: string): readonly number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => groups(half));
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined;
  const missing = 16 - head.length - (tail?.length ?? 0);
  if (halves.length === 1 ? missing !== 0 : missing < 2) return undefined;
  return [...head, ...Array.from({ length: missing }, () => 0), ...(tail ?? [])];
}

function groups(text: string): readonly number[] | undefined {
  if (text === '') return [];
  const bytes: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    const embedded = part.includes('.') && index === parts.length - 1 ? ipv4(part) : undefined;
    if (embedded !== undefined) bytes.push(...embedded);
    else if (/^[0-9a-f]{1,4}$/i.test(part))
      bytes.push(Number.parseInt(part, 16) >> 8, Number.parseInt(part, 16) & 0xff);
    else return undefined;
  }
  return bytes;
}
