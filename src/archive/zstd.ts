import { createZstdDecompress } from 'node:zlib';
import type { ZstdDecompress } from 'node:zlib';
import { need, pass } from './input.ts';
import type { Input } from './input.ts';
import { DAMAGED, Damage, METHOD, TRAILING } from './stop.ts';

const MAGIC = 0xfd2fb528;
/** 0x184d2a50 to 0x184d2a5f. */
const SKIPPABLE = 0x184d2a5;
const MAX_BLOCK = 128 * 1024;
const RLE = 1;
const RESERVED = 3;

/**
 * Decompresses Zstandard (RFC 8878), all frames, with node:zlib, which is given one block at a time: a block yields at
 * most 128 KiB, so nothing piles up, and what stands before damage is had to the block. Windows are limited to
 * 128 MiB by the library.
 *
 * @throws Damage once all blocks before the damage have been given.
 */
export async function* unzstd(input: Input): AsyncGenerator<Uint8Array, void, undefined> {
  const decoder = new BlockDecoder();
  try {
    while (await input.fill(1)) {
      await need(input, 8);
      const magic = u32(input.bytes, input.at);
      if (magic >>> 4 === SKIPPABLE) {
        const size = u32(input.bytes, input.at + 4);
        await pass(input, 8 + size);
      } else if (magic === MAGIC) yield* readFrame(input, decoder);
      else throw new Damage(TRAILING);
    }
  } finally {
    decoder.close();
  }
}

async function* readFrame(input: Input, decoder: BlockDecoder): AsyncGenerator<Uint8Array, void, undefined> {
  const descriptor = input.bytes[input.at + 4]!;
  const isSingle = (descriptor & 0x20) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3]!;
  if (dictionaryBytes > 0) throw new Damage(METHOD);
  const sizeBytes = [isSingle ? 1 : 0, 2, 4, 8][descriptor >> 6]!;
  const headerBytes = 5 + (isSingle ? 0 : 1) + sizeBytes;
  await need(input, headerBytes);
  yield* decoder.decode(input.take(headerBytes));
  for (let isLast = false; !isLast;) {
    await need(input, 3);
    const header = input.bytes[input.at]! + input.bytes[input.at + 1]! * 256 + input.bytes[input.at + 2]! * 65_536;
    isLast = (header & 1) === 1;
    const type = (header >> 1) & 3;
    const size = header >> 3;
    if (type === RESERVED || size > MAX_BLOCK) throw new Damage(DAMAGED);
    const blockBytes = 3 + (type === RLE ? 1 : size);
    await need(input, blockBytes);
    yield* decoder.decode(input.take(blockBytes));
  }
  if ((descriptor & 4) !== 0) {
    await need(input, 4);
    yield* decoder.decode(input.take(4));
  }
}

/** The library's stream, taken by the piece. */
class BlockDecoder {
  readonly #stream: ZstdDecompress;
  #output: Buffer[] = [];
  #error: unknown;
  #finish: () => void = () => {};

  constructor() {
    this.#stream = createZstdDecompress({ chunkSize: MAX_BLOCK });
    this.#stream.on('data', (chunk: Buffer) => this.#output.push(chunk));
    // The callback of the write that fails is not called.
    this.#stream.on('error', (error) => {
      this.#error = error;
      this.#finish();
    });
  }

  /** @param bytes Copied, since the library reads them in another thread. */
  async *decode(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
    await new Promise<void>((resolve) => {
      this.#finish = resolve;
      this.#stream.write(bytes.slice(), () => resolve());
    });
    const output = this.#output;
    this.#output = [];
    yield* output;
    if (this.#error !== undefined) throw new Damage(DAMAGED, { cause: this.#error });
  }

  close(): void {
    this.#stream.destroy();
  }
}

function u32(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(at, true);
}
