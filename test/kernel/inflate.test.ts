import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { compareWithZlib, inflateInKernel, inflateInReference } from './support/compare-with-zlib.ts';
import { adler32, DeflateWriter, zlibStream } from './support/deflate-writer.ts';
import type { Run } from './support/deflate-writer.ts';
import { sampleTexts } from './support/sample-texts.ts';

const DAMAGED = -1;
const TOO_LARGE = -2;
const ENDED = -3;
const UNEQUAL = -4;

const { Z_DEFAULT_STRATEGY, Z_FILTERED, Z_FIXED, Z_FULL_FLUSH, Z_HUFFMAN_ONLY, Z_RLE, Z_SYNC_FLUSH } = constants;

describe.each(sampleTexts())('$name', ({ bytes }) => {
  const stream = deflateSync(bytes);

  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])('of level %i', (level) => {
    expect(compareWithZlib(deflateSync(bytes, { level }))).toBeUndefined();
  });

  test.each([Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED])('of strategy %i', (strategy) => {
    expect(compareWithZlib(deflateSync(bytes, { strategy }))).toBeUndefined();
  });

  test.each([9, 11, 13, 15])('with a window of 2^%i bytes', (windowBits) => {
    expect(compareWithZlib(deflateSync(bytes, { windowBits, level: 9 }))).toBeUndefined();
  });

  test.each([1, 5, 9])('with blocks as of memory level %i', (memLevel) => {
    expect(compareWithZlib(deflateSync(bytes, { memLevel }))).toBeUndefined();
  });

  test.each([Z_SYNC_FLUSH, Z_FULL_FLUSH])('flushed half way by %i', (finishFlush) => {
    const half = bytes.length >> 1;
    const first = deflateRawSync(bytes.subarray(0, half), { finishFlush });
    const second = deflateRawSync(bytes.subarray(half), { dictionary: bytes.subarray(0, half) });
    const joined = zlibStream(Buffer.concat([first, second]), bytes);
    expect(inflateInKernel(joined, bytes.length, 'source').bytes.equals(bytes)).toBe(true);
    expect(compareWithZlib(joined)).toBeUndefined();
  });

  test('gives back the bytes and tells where the stream ended', () => {
    const followed = Buffer.concat([stream, Buffer.alloc(100, 0x78)]);
    const { result, consumed, bytes: inflated } = inflateInKernel(followed, bytes.length, 'target');
    expect(result).toBe(bytes.length);
    expect(consumed).toBe(stream.length);
    expect(inflated.equals(bytes)).toBe(true);
  });

  test('has no room for one byte more', () => {
    if (bytes.length > 0) expect(inflateInKernel(stream, bytes.length - 1, 'target').result).toBe(TOO_LARGE);
  });

  test('ends too soon wherever it is cut', () => {
    const step = Math.ceil(stream.length / 400);
    for (let length = 0; length < stream.length; length += length < 200 ? 1 : step) {
      const garbage = length % 256;
      expect(inflateInKernel(stream.subarray(0, length), bytes.length, 'source', garbage).result).toBe(ENDED);
    }
  });

  test('has a checksum that counts', () => {
    for (const bit of [0, 9, 18, 31]) {
      const wrong = Buffer.from(stream);
      const at = stream.length - 4 + (bit >> 3);
      wrong[at] = wrong[at]! ^ (1 << (bit & 7));
      expect(inflateInKernel(wrong, bytes.length, 'source').result).toBe(UNEQUAL);
      expect(inflateInReference(wrong, bytes.length).result).toBe(UNEQUAL);
    }
  });
});

test('every byte counts in the checksum, at every length', () => {
  for (let length = 0; length < 70; length++) {
    for (const value of [0, 1, 127, 255]) {
      const bytes = Buffer.alloc(length, value);
      expect(inflateInKernel(zlibStream(deflateRawSync(bytes), bytes), length, 'target').result).toBe(length);
    }
  }
  const high = Buffer.alloc(300_000, 255);
  expect(inflateInKernel(zlibStream(deflateRawSync(high), high), high.length, 'target').result).toBe(high.length);
  expect(adler32(Buffer.from('Wikipedia'))).toBe(0x11e60398);
});

describe('matches', () => {
  const distances = Array.from({ length: 33 }, (_, index) => index + 1);
  test.each(distances)('repeat %i bytes for every length', (distance) => {
    const pattern = Buffer.from(Array.from({ length: distance }, (_, index) => 65 + index));
    for (let length = distance + 1; length < distance + 300; length += 7) {
      const bytes = Buffer.from(Array.from({ length }, (_, index) => pattern[index % distance]!));
      expect(compareWithZlib(deflateSync(bytes, { level: 9 }))).toBeUndefined();
    }
  });

  test('reach back as far as the result goes, and no further', () => {
    const [litlen, distance] = plainLengths();
    for (const [reach, expected] of [
      [3, 6],
      [4, DAMAGED],
    ] as const) {
      const stream = new DeflateWriter()
        .dynamicHead(true, litlen, distance)
        .symbols(litlen, distance, [
          ...[97, 98, 99].map((symbol) => ({ table: 'litlen', symbol }) as const),
          { table: 'litlen', symbol: 257 },
          { table: 'distance', symbol: reach - 1 },
          { table: 'litlen', symbol: 256 },
        ])
        .zlib(Buffer.from('abcabc'));
      expect(inflateInKernel(stream, 100, 'target').result).toBe(expected);
      expect(compareWithZlib(stream)).toBeUndefined();
    }
  });
});

describe('heads', () => {
  const rest = deflateSync(Buffer.from('text')).subarray(2);
  const withHead = (cmf: number, flags: number): Buffer => {
    const check = 31 - ((cmf * 256 + flags) % 31);
    return Buffer.concat([Buffer.from([cmf, flags + (check % 31)]), rest]);
  };

  test.each([
    ['a good one', withHead(0x78, 0x80), 4],
    ['another method', withHead(0x77, 0), DAMAGED],
    ['a window of 2^16', withHead(0x88, 0), DAMAGED],
    ['a window of 2^8', withHead(0x08, 0), 4],
    ['a wrong check', Buffer.concat([Buffer.from([0x78, 0x9d]), rest]), DAMAGED],
    ['a dictionary', withHead(0x78, 0x20), DAMAGED],
    ['a dictionary half named', withHead(0x78, 0x20).subarray(0, 5), ENDED],
    ['nothing', Buffer.alloc(0), ENDED],
    ['one byte', Buffer.from([0x78]), ENDED],
  ])('%s', (_, stream, expected) => {
    expect(inflateInKernel(stream, 4, 'source').result).toBe(expected);
    expect(compareWithZlib(stream)).toBeUndefined();
  });

  test('all pairs of bytes with a good check, and some without, are judged as zlib judges them', () => {
    for (let head = 0; head < 65_536; head += head % 31 === 0 && head % 5 === 0 ? 1 : 31 - (head % 31)) {
      const stream = Buffer.concat([Buffer.from([head >> 8, head & 255]), rest]);
      const expected = inflateInReference(stream, 4).result;
      if (inflateInKernel(stream, 4, 'source').result !== expected) expect.fail(`head ${head.toString(16)}`);
    }
  });
});

describe('blocks', () => {
  const [litlen, distance] = plainLengths();
  const none = Buffer.alloc(0);
  const end = [{ table: 'litlen', symbol: 256 }] as const;
  const dynamic = (
    lengths: readonly number[],
    distances: readonly number[],
    runs?: readonly Run[],
    result: Uint8Array = none,
  ): Buffer =>
    new DeflateWriter().dynamicHead(true, lengths, distances, runs).symbols(lengths, distances, end).zlib(result);

  test.each([
    ['nothing but an end', dynamic(litlen, distance), 0],
    ['an end of one bit', dynamic(listed([256, 1]), [0]), 0],
    ['an end of one bit, distances of one bit', dynamic(listed([256, 1]), [1]), 0],
    ['an end of two bits alone', dynamic(listed([256, 2]), [0]), DAMAGED],
    ['no end', dynamic(listed([97, 1], [98, 1]), [1]), DAMAGED],
    ['too many codes for literals', dynamic(replaced(litlen, 256, 7), distance), DAMAGED],
    ['too few codes for literals', dynamic(replaced(litlen, 256, 9), distance), DAMAGED],
    ['too many distances of one bit', dynamic(litlen, [1, 1, 1]), DAMAGED],
    ['too few distances', dynamic(litlen, [2, 2, 2]), DAMAGED],
    ['one distance of two bits', dynamic(litlen, [2]), DAMAGED],
    ['two distances of one bit', dynamic(litlen, [1, 1]), 0],
    [
      '287 literals and lengths',
      dynamic([...litlen, ...Array.from({ length: 287 - litlen.length }, () => 0)], [1]),
      DAMAGED,
    ],
    [
      '31 distances',
      dynamic(
        litlen,
        Array.from({ length: 31 }, (_, index) => (index < 2 ? 1 : 0)),
      ),
      DAMAGED,
    ],
    ['a repetition of nothing', dynamic(litlen, distance, [[16, 0, 2]]), DAMAGED],
    [
      'a repetition too long',
      dynamic(
        litlen,
        distance,
        Array.from({ length: 3 }, (): Run => [18, 127, 7]),
      ),
      DAMAGED,
    ],
    ['a block of kind 3', new DeflateWriter().bits(7, 3).zlib(none), DAMAGED],
    ['a code of fixed ones that is none', new DeflateWriter().bits(3, 3).code(0b11000110, 8).zlib(none), DAMAGED],
    [
      'a distance of fixed ones that is none',
      new DeflateWriter().bits(3, 3).code(0x30, 8).code(1, 7).code(30, 5).zlib(none),
      DAMAGED,
    ],
    [
      'a code that a lone one leaves out',
      new DeflateWriter()
        .dynamicHead(true, listed([256, 1]), [1])
        .bits(1, 1)
        .zlib(none),
      DAMAGED,
    ],
    ['a stored one', new DeflateWriter().bits(1, 8).bits(1, 16).bits(0xfffe, 16).bits(97, 8).zlib(Buffer.from('a')), 1],
    ['a stored one of no bytes', new DeflateWriter().bits(1, 8).bits(0, 16).bits(0xffff, 16).zlib(none), 0],
    ['a stored one of unsure length', new DeflateWriter().bits(1, 8).bits(1, 16).bits(0xfffd, 16).zlib(none), DAMAGED],
  ])('%s', (_, stream, expected) => {
    expect(inflateInKernel(stream, 1000, 'source').result).toBe(expected);
    expect(compareWithZlib(stream)).toBeUndefined();
  });

  test('a precode without codes says nothing, in bits', () => {
    const writer = new DeflateWriter().bits(5, 3).bits(0, 5).bits(0, 5).bits(0, 4).bits(0, 12).bits(0, 300);
    expect(inflateInKernel(writer.zlib(none), 10, 'source').result).toBe(DAMAGED);
    expect(compareWithZlib(writer.zlib(none))).toBeUndefined();
    expect(compareWithZlib(writer.zlib(none).subarray(0, 30))).toBeUndefined();
  });

  test('a repetition goes on from the literals into the distances', () => {
    // 250 zeros, six of 3 bits, the end and a length of 3 bits, then two distances of 1 bit: the run of 3 covers both.
    const lengths = [...Array.from({ length: 250 }, () => 0), 3, 3, 3, 3, 3, 3, 3, 3];
    const eight = Array.from({ length: 8 }, () => 3);
    const runs: Run[] = [
      [18, 127, 7],
      [18, 101, 7],
      [3, 0, 0],
      [16, 3, 2],
      [16, 3, 2],
      [16, 0, 2],
    ];
    expect(inflateInKernel(dynamic(lengths, eight, runs), 10, 'source').result).toBe(0);
    expect(compareWithZlib(dynamic(lengths, eight, runs))).toBeUndefined();
  });

  test('many blocks after each other, of every kind', () => {
    const writer = new DeflateWriter();
    for (let index = 0; index < 500; index++) {
      if (index % 2 === 0) writer.dynamicHead(false, litlen, distance).symbols(litlen, distance, end);
      else writer.bits(2, 3).code(0, 7);
    }
    const stream = writer.bits(3, 3).code(0, 7).zlib(none);
    expect(inflateInKernel(stream, 0, 'source').result).toBe(0);
    expect(compareWithZlib(stream)).toBeUndefined();
  });
});

/** Lengths of which the one at `at` is another. */
function replaced(lengths: readonly number[], at: number, length: number): number[] {
  return lengths.map((own, index) => (index === at ? length : own));
}

/** Lengths of the symbols up to the end of a block, 0 but for those given. */
function listed(...lengths: readonly (readonly [symbol: number, length: number])[]): number[] {
  const list = Array.from({ length: 257 }, () => 0);
  for (const [symbol, length] of lengths) list[symbol] = length;
  return list;
}

/** 256 codes of 8 bits: bytes below 226, the end of a block, and all lengths; four distances of 2 bits. */
function plainLengths(): [litlen: number[], distance: number[]] {
  const litlen = Array.from({ length: 286 }, (_, symbol) => (symbol < 226 || symbol >= 256 ? 8 : 0));
  return [litlen, [2, 2, 2, 2]];
}
