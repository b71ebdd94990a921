/** One element of DER (ITU-T X.690): its tag, and where its contents stand. */
export interface DerElement {
  readonly tag: number;
  readonly start: number;
  /** Beyond the bytes where the element was cut off. */
  readonly end: number;
}

export const TAG = { integer: 0x02, bitString: 0x03, octetString: 0x04, oid: 0x06, sequence: 0x30, context0: 0xa0 };

/** Lengths of an element are written in at most so many bytes: no key is larger. */
const WIDEST_LENGTH = 3;

/** The element that begins at an offset; `undefined` where none can. Only low tags and definite lengths are read. */
export function derElement(bytes: Uint8Array, at: number): DerElement | undefined {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined;
  if (first < 0x80) return { tag, start: at + 2, end: at + 2 + first };
  const width = first & 0x7f;
  if (width === 0 || width > WIDEST_LENGTH || at + 2 + width > bytes.length) return undefined;
  let length = 0;
  for (let index = 0; index < width; index++) length = length * 256 + bytes[at + 2 + index]!;
  return { tag, start: at + 2 + width, end: at + 2 + width + length };
}

/** The elements within another, as many as are there and at most `most`; the last may be cut off. */
export function derChildren(bytes: Uint8Array, { start, end }: DerElement, most: number): readonly DerElement[] {
  const children: DerElement[] = [];
  for (let at = start; at < Math.min(end, bytes.length) && children.length < most;) {
    const child = derElement(bytes, at);
    if (child === undefined || child.end > end) break;
    children.push(child);
    at = child.end;
  }
  return children;
}

/** Contents of an object identifier in hex, as it is compared with those that are known. */
export function derHex(bytes: Uint8Array, { start, end }: DerElement): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'hex',
    start,
    Math.min(end, start + 32),
  );
}
