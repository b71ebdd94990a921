import { constants, deflateRawSync, gzipSync, inflateRawSync, zstdCompressSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../src/archive/decoders.ts';
import type { DecoderName } from '../../src/archive/decoders.ts';
import { Inflater } from '../../src/archive/inflate.ts';
import { Input } from '../../src/archive/input.ts';
import { gunzip } from '../../src/archive/gzip.ts';
import { pipe } from './read-all.ts';
import { SAMPLES, sampleText } from './samples.ts';

const MAX = 1 << 22;
const TEXT = sampleText();

const text = async (name: DecoderName, bytes: Uint8Array): Promise<string> => {
  const { bytes: output, problems } = await decodeBytes(name, bytes, MAX);
  return [Buffer.from(output).toString('latin1'), ...problems].join('|');
};

/** Text with repetitions near and far, and bytes that do not compress. */
const contents = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.tuple(fc.string({ maxLength: 20 }), fc.nat(2000)).map(([word, count]) => Buffer.from(word.repeat(count))),
      fc.constant(Buffer.from(TEXT)),
    ),
    { maxLength: 12 },
  )
  .map((parts) => Buffer.concat(parts));

/** Output of the inflater for input that comes in pieces. */
function inflateInPieces(bytes: Uint8Array, size: number): { output: Buffer; status: string; used: number } {
  const inflater = new Inflater();
  const parts: Buffer[] = [];
  let from = 0;
  for (let to = Math.min(size, bytes.length); ;) {
    const status = inflater.run(bytes, from, to, to === bytes.length);
    from = inflater.at;
    parts.push(Buffer.from(inflater.output()));
    if (status === 'done' || status === 'damaged') return { output: Buffer.concat(parts), status, used: from };
    if (status === 'input') to = Math.min(to + size, bytes.length);
  }
}

/** In an xz file of one block: before the index, whose size in words less one stands in the footer. */
const endOfCheck = (bytes: Buffer): number => bytes.length - 12 - (bytes.readUInt32LE(bytes.length - 8) + 1) * 4 - 1;

describe('inflate', () => {
  it('gives what zlib deflated, however it comes, and tells where it ends', () => {
    const strategies = [constants.Z_DEFAULT_STRATEGY, constants.Z_HUFFMAN_ONLY, constants.Z_RLE, constants.Z_FIXED];
    fc.assert(
      fc.property(
        contents,
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom(...strategies),
        fc.integer({ min: 1, max: 5000 }),
        fc.uint8Array({ maxLength: 40 }),
        (data, level, strategy, size, behind) => {
          const packed = deflateRawSync(data, { level, strategy });
          const result = inflateInPieces(Buffer.concat([packed, behind]), size);
          expect(result.status).toBe('done');
          expect(result.used).toBe(packed.length);
          expect(result.output.equals(data)).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('reads whatever zlib reads of changed data as zlib does', () => {
    fc.assert(
      fc.property(
        contents,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 3 }),
        (data, flips) => {
          const packed = deflateRawSync(data);
          for (const [at, mask] of flips) packed[at % packed.length]! ^= mask;
          const own = inflateInPieces(packed, 4096);
          let expected: Buffer | undefined;
          try {
            expected = inflateRawSync(packed, { maxOutputLength: MAX });
          } catch {
            return;
          }
          expect(own.status).toBe('done');
          expect(own.output.equals(expected)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives all that stands before the end of truncated data', () => {
    const data = Buffer.from(TEXT);
    const packed = deflateRawSync(data, { strategy: constants.Z_HUFFMAN_ONLY });
    for (let length = 0; length < packed.length; length += 7) {
      const { output, status } = inflateInPieces(packed.subarray(0, length), 100);
      expect(status).toBe('damaged');
      expect(data.subarray(0, output.length).equals(output)).toBe(true);
      // A Huffman code has at most 15 bits, and the table stands within the first 100 bytes.
      if (length > 100) expect(output.length).toBeGreaterThan((length - 100) * 1.1);
    }
  });
});

describe('decompression', () => {
  it.each([
    ['bzip2', SAMPLES.bzip2],
    ['xz', SAMPLES.xzCrc32],
    ['xz', SAMPLES.xzCrc64],
    ['xz', SAMPLES.xzSha256],
    ['xz', SAMPLES.xzBlocks],
    ['zstd', SAMPLES.zstdChecked],
    ['zstd', zstdCompressSync(Buffer.from(TEXT))],
    ['gzip', gzipSync(Buffer.from(TEXT))],
  ] as const)('of %s gives the sample (%#)', async (name, bytes) => {
    expect(await text(name, bytes)).toBe(TEXT);
  });

  it('says that it did not undo a filter on machine code', async () => {
    const { bytes, problems } = await decodeBytes('xz', SAMPLES.xzBranches, MAX);
    expect(Buffer.from(bytes).toString()).toBe(TEXT);
    expect(problems.join()).toMatch(/filter on their machine code/);
  });

  it.each([
    ['gzip', gzipSync(Buffer.from(TEXT))],
    ['bzip2', SAMPLES.bzip2],
    ['xz', SAMPLES.xzCrc64],
    ['zstd', SAMPLES.zstdChecked],
  ] as const)('of %s goes on with what is joined to it, and tells of what is not', async (name, bytes) => {
    const padding = name === 'zstd' ? Buffer.from('502a4d1804000000ffffffff', 'hex') : Buffer.alloc(8);
    expect(await text(name, Buffer.concat([bytes, bytes, padding, bytes]))).toBe(TEXT.repeat(3));
    expect(await text(name, Buffer.concat([bytes, Buffer.from('not compressed')]))).toMatch(
      /^line 1 of[^|]*120 of[^|]*\|Compressed files are followed by/,
    );
  });

  it.each([
    ['gzip', gzipSync(Buffer.from(TEXT)), (bytes: Buffer) => bytes.length - 6],
    ['bzip2', SAMPLES.bzip2, () => 12],
    ['xz', SAMPLES.xzCrc32, endOfCheck],
    ['xz', SAMPLES.xzCrc64, endOfCheck],
    ['xz', SAMPLES.xzSha256, endOfCheck],
  ] as const)('of %s notices a wrong checksum (%#)', async (name, bytes, at) => {
    const changed = Buffer.from(bytes);
    changed[at(bytes)]! ^= 1;
    expect(await text(name, changed)).toBe(
      `${TEXT}|Contents of archives do not match their checksum; they were searched as they are.`,
    );
  });

  it('passes over all header fields of gzip', async () => {
    const plain = gzipSync(Buffer.from(TEXT));
    const fields = Buffer.from('\x04\x00abcdname.txt\0a remark\0\x12\x34', 'latin1');
    const header = Buffer.from(plain.subarray(0, 10));
    header[3] = 0x1e;
    expect(await text('gzip', Buffer.concat([header, fields, plain.subarray(10)]))).toBe(TEXT);
  });

  it('takes input in pieces of any size', async () => {
    const input = new Input(pipe(gzipSync(Buffer.from(TEXT)), 3));
    let output = '';
    for await (const chunk of gunzip(input, () => {})) output += Buffer.from(chunk).toString();
    expect(output).toBe(TEXT);
  });
});
