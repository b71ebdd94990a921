/** Bytes looked at to tell UTF-16 from anything else. */
export const SNIFF_BYTES = 8192;

export type Utf16 = 'utf-16le' | 'utf-16be';

/**
 * Tells UTF-16 by its byte order mark or, without one, by where the zero bytes stand: text of mostly Latin letters has
 * them in nearly every second byte and nowhere else. Undefined for UTF-8, latin1 and binary data, which are read as
 * they are.
 */
export function sniffUtf16(head: Uint8Array): Utf16 | undefined {
  // FF FE 00 00 is UTF-32LE, which nobody writes; its letters are found by no reader, so it is left as it is.
  if (head[0] === 0xff && head[1] === 0xfe && !(head[2] === 0 && head[3] === 0)) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(head.length, SNIFF_BYTES) >> 1;
  if (head.subarray(0, 2 * pairs).indexOf(0) === -1) return undefined;
  if (pairs < 4) return undefined;
  let even = 0;
  let odd = 0;
  let both = 0;
  for (let pair = 0; pair < pairs; pair++) {
    const first = head[2 * pair] === 0;
    const second = head[2 * pair + 1] === 0;
    if (first) even++;
    if (second) odd++;
    if (first && second) both++;
  }
  if (both > 0) return undefined;
  if (odd >= pairs * 0.7 && even <= pairs * 0.02) return 'utf-16le';
  if (even >= pairs * 0.7 && odd <= pairs * 0.02) return 'utf-16be';
  return undefined;
}

/** UTF-16 bytes as UTF-8, without the byte order mark. Broken pairs become U+FFFD. */
export function toUtf8(bytes: Uint8Array, encoding: Utf16): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(new TextDecoder(encoding).decode(bytes));
}

/** The same for bytes that come in parts. */
export async function* streamToUtf8(chunks: AsyncIterable<Uint8Array>, encoding: Utf16): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
}
