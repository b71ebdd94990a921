import { BitReader, MAX_BLOCK_BYTES, readBlock } from './bzip2-block.ts';
import { need } from './input.ts';
import type { Input } from './input.ts';
import { CHECKSUM, DAMAGED, Damage, TRAILING } from './stop.ts';

/** Two numbers of 24 bits at the beginning of a block (pi) and at the end of a stream (the square root of pi). */
const BLOCK = [0x314159, 0x265359];
const END = [0x177245, 0x385090];
const OUTPUT_BYTES = 64 * 1024;

/** CRC-32 as bzip2 has it: highest bit first. */
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index << 24;
  for (let bit = 0; bit < 8; bit++) crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  return crc;
});

/**
 * Decompresses bzip2, all streams of it. Memory is that of one block: 2.5 MiB in, 3.6 MiB out.
 *
 * @throws Damage once all blocks before the damage have been given.
 */
export async function* bunzip2(
  input: Input,
  report: (what: string) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  let memory = new Uint32Array(0);
  do {
    await need(input, 4);
    const [b, z, h, digit = 0] = input.take(4);
    const level = digit - 0x30;
    if (b !== 0x42 || z !== 0x5a || h !== 0x68 || level < 1 || level > 9) throw new Damage(DAMAGED);
    if (memory.length !== level * 100_000) memory = new Uint32Array(level * 100_000);
    let bit = 0;
    for (;;) {
      await input.fill(MAX_BLOCK_BYTES);
      const reader = new BitReader(input.bytes.subarray(input.at, input.end), bit);
      const [high, low] = [reader.take(24), reader.take(24)];
      const stated = reader.take(16) * 2 ** 16 + reader.take(16);
      const isBlock = high === BLOCK[0] && low === BLOCK[1];
      if (!isBlock && (high !== END[0] || low !== END[1])) throw new Damage(DAMAGED);
      const block = isBlock ? readBlock(reader, memory) : undefined;
      const used = isBlock ? Math.floor(reader.position / 8) : Math.ceil(reader.position / 8);
      bit = reader.position - used * 8;
      input.at += used;
      if (block === undefined) break;
      const crc = yield* expand(memory, block.first, block.length);
      if (crc !== stated) report(CHECKSUM);
    }
    while ((await input.fill(1)) && input.bytes[input.at] === 0) input.at++;
    if (input.available > 0 && input.bytes[input.at] !== 0x42) throw new Damage(TRAILING);
  } while (input.available > 0);
}

/** Undoes the first run-length coding: four equal bytes are followed by the count of further ones. Gives the CRC. */
function* expand(memory: Uint32Array, first: number, length: number): Generator<Uint8Array, number, undefined> {
  const output = new Uint8Array(OUTPUT_BYTES + 256);
  let used = 0;
  let crc = -1;
  let item = first;
  let previous = -1;
  let equal = 0;
  for (let index = 0; index < length; index++) {
    const entry = memory[item]!;
    item = entry >>> 8;
    const byte = entry & 0xff;
    if (equal === 4) {
      for (let repeat = 0; repeat < byte; repeat++) crc = (crc << 8) ^ CRC_TABLE[(crc >>> 24) ^ previous]!;
      output.fill(previous, used, used + byte);
      used += byte;
      equal = 0;
      previous = -1;
    } else {
      equal = byte === previous ? equal + 1 : 1;
      previous = byte;
      crc = (crc << 8) ^ CRC_TABLE[(crc >>> 24) ^ byte]!;
      output[used++] = byte;
    }
    if (used >= OUTPUT_BYTES) {
      yield output.subarray(0, used);
      used = 0;
    }
  }
  if (used > 0) yield output.subarray(0, used);
  return ~crc >>> 0;
}
