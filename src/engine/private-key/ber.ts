import { derElement } from './der.ts';

const CONSTRUCTED = 0x20;
const OCTET_STRING = 0x04;
const INDEFINITE = 0x80;
/** Deepest element read: stores of keys have less than half as many. */
const MOST_LEVELS = 24;
const MOST_ELEMENTS = 4096;

/** An element with all it holds, as DER writes it, and where it ends in what was read. */
interface Rewritten {
  readonly tag: number;
  readonly body: Buffer;
  readonly end: number;
}

/**
 * Rewrites an element of BER as DER does: lengths that an end marks instead are written out (ITU-T X.690 section
 * 8.1.3.6), and octet strings that stand in pieces become one (section 8.7.3).
 *
 * @returns `undefined` for what is no element, breaks off, or is nested or cut up beyond all use.
 */
export function berToDer(bytes: Uint8Array): Buffer | undefined {
  const whole = rewrite(bytes, 0, 0, { left: MOST_ELEMENTS });
  return whole === undefined ? undefined : written(whole);
}

function rewrite(bytes: Uint8Array, at: number, level: number, budget: { left: number }): Rewritten | undefined {
  if (level > MOST_LEVELS || budget.left-- <= 0) return undefined;
  const tag = bytes[at];
  if (tag === undefined || (tag & 0x1f) === 0x1f) return undefined;
  const isOpen = bytes[at + 1] === INDEFINITE;
  const element = isOpen ? { tag, start: at + 2, end: bytes.length } : derElement(bytes, at);
  if (element === undefined || element.end > bytes.length) return undefined;
  const asItStands = { tag, body: Buffer.from(bytes.subarray(element.start, element.end)), end: element.end };
  if ((tag & CONSTRUCTED) === 0) return isOpen ? undefined : asItStands;
  const children: Rewritten[] = [];
  let from = element.start;
  while (isOpen ? bytes[from] !== 0 || bytes[from + 1] !== 0 : from < element.end) {
    const child = rewrite(bytes, from, level + 1, budget);
    // Where its length is known, what it holds need not be.
    if (child === undefined || child.end > element.end) return isOpen ? undefined : asItStands;
    children.push(child);
    from = child.end;
  }
  const end = isOpen ? from + 2 : element.end;
  if (tag === (OCTET_STRING | CONSTRUCTED))
    return { tag: OCTET_STRING, body: Buffer.concat(children.map(({ body }) => body)), end };
  return { tag, body: Buffer.concat(children.map(written)), end };
}

function written({ tag, body }: Rewritten): Buffer {
  const { length } = body;
  const head = Buffer.from([tag, 0x83, length >> 16, (length >> 8) & 0xff, length & 0xff]);
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), body]);
  if (length < 0x100) return Buffer.concat([Buffer.from([tag, 0x81, length]), body]);
  if (length < 0x10000) return Buffer.concat([Buffer.from([tag, 0x82, length >> 8, length & 0xff]), body]);
  return Buffer.concat([head, body]);
}
