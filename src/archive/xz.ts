import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { Crc64 } from './crc64.ts';
import { need, pass } from './input.ts';
import type { Input } from './input.ts';
import { unlzma2 } from './lzma2.ts';
import { CHECKSUM, DAMAGED, Damage, METHOD, TRAILING, TRUNCATED } from './stop.ts';

const LZMA2 = 0x21;
/** x86, PowerPC, IA-64, ARM, ARM Thumb, SPARC, ARM64, RISC-V: they rewrite addresses in machine code. */
const BRANCH_FILTERS: ReadonlySet<number> = new Set([4, 5, 6, 7, 8, 9, 0x0a, 0x0b]);

const BRANCHES =
  'Compressed programs were searched without undoing a filter on their machine code; text is not changed by it.';

/** Bytes of a block's check, by its id: section 2.1.1.2 of the format. */
const CHECK_SIZE = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];

/**
 * Decompresses xz, all blocks of all streams (https://tukaani.org/xz/xz-file-format.txt, in the public domain).
 *
 * @throws Damage once all that stands before the damage has been given.
 */
export async function* unxz(input: Input, report: (what: string) => void): AsyncGenerator<Uint8Array, void, undefined> {
  do {
    await need(input, 12);
    const start = input.take(12);
    if (Buffer.from(start.subarray(0, 6)).toString('latin1') !== '\xfd7zXZ\x00') throw new Damage(TRAILING);
    if (u32(start, 8) !== crc32(start.subarray(6, 8)) || start[6] !== 0) throw new Damage(DAMAGED);
    const check = start[7]! & 0x0f;
    for (;;) {
      await need(input, 1);
      if (input.bytes[input.at] === 0) break;
      yield* readBlock(input, check, report);
    }
    await passIndex(input);
    await pass(input, 12);
    // Streams can be padded with zeros to a multiple of four bytes.
    while ((await input.fill(1)) && input.bytes[input.at] === 0) input.at++;
  } while (input.available > 0);
}

async function* readBlock(
  input: Input,
  check: number,
  report: (what: string) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const headerSize = (input.bytes[input.at]! + 1) * 4;
  await need(input, headerSize);
  const { dictionarySize, hasBranchFilter } = blockHeader(input.take(headerSize));
  if (hasBranchFilter) report(BRANCHES);
  const sum = hasBranchFilter ? undefined : checkOf(check);
  const start = input.position;
  for await (const chunk of unlzma2(input, dictionarySize)) {
    sum?.update(chunk);
    yield chunk;
  }
  await pass(input, (4 - ((input.position - start) % 4)) % 4);
  const size = CHECK_SIZE[check] ?? 0;
  await need(input, size);
  const stated = input.take(size);
  if (sum !== undefined && Buffer.compare(sum.digest(), stated) !== 0) report(CHECKSUM);
}

/** Sections 3.1 and 5.3: the filters of a block. */
function blockHeader(header: Uint8Array): { readonly dictionarySize: number; readonly hasBranchFilter: boolean } {
  const end = header.length - 4;
  const flags = header[1]!;
  if (u32(header, end) !== crc32(header.subarray(0, end)) || (flags & 0x3c) !== 0) throw new Damage(DAMAGED);
  const reader = { bytes: header.subarray(0, end), at: 2 };
  if ((flags & 0x40) !== 0) multibyte(reader);
  if ((flags & 0x80) !== 0) multibyte(reader);
  let hasBranchFilter = false;
  for (let left = (flags & 3) + 1; left > 0; left--) {
    const filter = multibyte(reader);
    const size = multibyte(reader);
    const property = reader.bytes[reader.at] ?? 0;
    reader.at += size;
    if (reader.at > end) throw new Damage(DAMAGED);
    if (filter === LZMA2 && left === 1) {
      if (size !== 1 || property > 40) throw new Damage(DAMAGED);
      const dictionarySize = property === 40 ? 2 ** 32 - 1 : (2 | (property & 1)) * 2 ** ((property >> 1) + 11);
      return { dictionarySize, hasBranchFilter };
    }
    if (!BRANCH_FILTERS.has(filter)) throw new Damage(METHOD);
    hasBranchFilter = true;
  }
  throw new Damage(METHOD);
}

/** Section 4: what the blocks were, which is known by now. */
async function passIndex(input: Input): Promise<void> {
  const start = input.position;
  input.at++;
  const next = async (): Promise<number> => {
    await input.fill(9);
    const reader = { bytes: input.bytes.subarray(input.at, input.end), at: 0 };
    const value = multibyte(reader);
    input.at += reader.at;
    return value;
  };
  for (let numbers = 2 * (await next()); numbers > 0; numbers--) await next();
  await pass(input, ((4 - ((input.position - start) % 4)) % 4) + 4);
}

/** Section 1.2: seven bits a byte, lowest first. */
function multibyte(reader: { readonly bytes: Uint8Array; at: number }): number {
  let value = 0;
  for (let index = 0; index < 9; index++) {
    const byte = reader.bytes[reader.at++];
    if (byte === undefined) throw new Damage(TRUNCATED);
    value += (byte & 0x7f) * 128 ** index;
    if (byte < 0x80) return value;
  }
  throw new Damage(DAMAGED);
}

interface Checksum {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
}

/** CRC-32, CRC-64 and SHA-256; undefined for none and for those not given a meaning yet. */
function checkOf(check: number): Checksum | undefined {
  if (check === 4) return new Crc64();
  if (check === 10) return createHash('sha256');
  if (check !== 1) return undefined;
  let value = 0;
  return {
    update: (bytes) => (value = crc32(bytes, value)),
    digest: () => Uint8Array.of(value, value >>> 8, value >>> 16, value >>> 24),
  };
}

function u32(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(at, true);
}
