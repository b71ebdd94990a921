import { SNIFF_BYTES, sniffUtf16, streamToUtf8 } from '../engine/text-encoding.ts';

/** A stream as it is, or, where it begins like UTF-16, as UTF-8. */
export async function* utf8Chunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let length = 0;
  while (length < SNIFF_BYTES) {
    const next = await iterator.next();
    if (next.done === true) break;
    // The chunk may be reused for the next one.
    head.push(next.value.slice());
    length += next.value.length;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* head;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  }
  const encoding = sniffUtf16(Buffer.concat(head).subarray(0, SNIFF_BYTES));
  yield* encoding === undefined ? all() : streamToUtf8(all(), encoding);
}
