import { constants, deflateSync, inflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareWithZlib } from './support/compare-with-zlib.ts';
import { DeflateWriter } from './support/deflate-writer.ts';
import type { BlockSymbol, Run } from './support/deflate-writer.ts';
import { sampleTexts } from './support/sample-texts.ts';

const agrees = (stream: Uint8Array): void => {
  expect(compareWithZlib(stream)).toBeUndefined();
};

const bases = sampleTexts().flatMap(({ bytes }) =>
  [
    { level: 9 },
    { level: 1, memLevel: 1 },
    { level: 0 },
    { strategy: constants.Z_FIXED },
    { strategy: constants.Z_HUFFMAN_ONLY },
  ].map((options) => deflateSync(bytes.subarray(0, 3000), options)),
);

/** A change at a place: 0 and 1 are the beginning and the end of the stream. */
const change = fc.record({
  place: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.05, noNaN: true })),
  kind: fc.constantFrom('flip', 'set', 'insert', 'remove', 'cut'),
  value: fc.nat(255),
});

function changed(
  stream: Buffer,
  { place, kind, value }: typeof change extends fc.Arbitrary<infer T> ? T : never,
): Buffer {
  const at = Math.min(stream.length - 1, Math.floor(place * stream.length));
  const [before, byte, after] = [stream.subarray(0, at), stream[at] ?? 0, stream.subarray(at + 1)];
  switch (kind) {
    case 'flip':
      return Buffer.concat([before, Buffer.from([byte ^ (1 << (value & 7))]), after]);
    case 'set':
      return Buffer.concat([before, Buffer.from([value]), after]);
    case 'insert':
      return Buffer.concat([before, Buffer.from([value, byte]), after]);
    case 'remove':
      return Buffer.concat([before, after]);
    default:
      return before;
  }
}

test('streams changed anywhere are judged as zlib judges them', () => {
  fc.assert(
    fc.property(fc.constantFrom(...bases), fc.array(change, { minLength: 1, maxLength: 3 }), (base, changes) =>
      agrees(changes.reduce(changed, base)),
    ),
    { numRuns: 1000 },
  );
});

test('any bits behind a good head are judged as zlib judges them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(7), (bytes, block) => {
      const stream = Buffer.concat([Buffer.from([0x78, 0x9c]), bytes]);
      if (stream.length > 2) stream[2] = (stream[2]! & ~7) | block;
      agrees(stream);
    }),
    { numRuns: 700 },
  );
});

/**
 * Lengths of a complete code for `count` of `size` symbols: leaves of a tree that was split at random.
 *
 * @param picks Random numbers that say which leaf is split next, and which symbols get the leaves.
 */
function completeCode(size: number, count: number, deep: boolean, picks: readonly number[]): number[] {
  const leaves = [1, 1];
  let pick = 0;
  const next = (below: number): number => picks[pick++ % picks.length]! % below;
  for (let tries = 0; leaves.length < count && tries < 4 * count; tries++) {
    const at = deep ? leaves.length - 1 - next(Math.min(4, leaves.length)) : next(leaves.length);
    const length = leaves[at]!;
    if (length < 15) leaves.splice(at, 1, length + 1, length + 1);
  }
  const lengths = Array.from({ length: size }, () => 0);
  const free = lengths.map((_, index) => index);
  for (const length of leaves) lengths[free.splice(next(free.length), 1)[0]!] = length;
  return lengths;
}

const upTo = (most: number): fc.Arbitrary<number> => fc.integer({ min: 2, max: most });
const random = fc.array(fc.nat(0xffff), { minLength: 50, maxLength: 400 });

test('codes of any shape, up to 15 bits, decode as in zlib', () => {
  let right = 0;
  fc.assert(
    fc.property(
      random,
      upTo(286),
      upTo(30),
      fc.boolean(),
      fc.boolean(),
      (picks, literals, distances, deep, spoiled) => {
        const litlen = completeCode(286, literals, deep, picks);
        const distance = completeCode(30, distances, deep, picks);
        // An end of the block there must be: it takes the place of some symbol that has a code.
        const victim = litlen.findIndex((length) => length > 0);
        if (litlen[256] === 0) [litlen[256], litlen[victim]] = [litlen[victim]!, 0];
        if (spoiled) litlen[picks[0]! % 286] = picks[1]! % 16;
        const body = new DeflateWriter()
          .dynamicHead(true, litlen, distance)
          .symbols(litlen, distance, symbolsOf(litlen, distance, picks))
          .symbols(litlen, distance, [{ table: 'litlen', symbol: 256 }]);
        const result = rawResult(body.bytes);
        if (result !== undefined) right++;
        agrees(body.zlib(result ?? Buffer.alloc(0)));
      },
    ),
    { numRuns: 400 },
  );
  expect(right).toBeGreaterThan(100);
});

/** Symbols that have codes, picked at random: first the literals, then matches that reach back into them. */
function symbolsOf(litlen: readonly number[], distance: readonly number[], picks: readonly number[]): BlockSymbol[] {
  const literals = coded(litlen).filter((symbol) => symbol < 256);
  const matches = coded(litlen).filter((symbol) => symbol > 256);
  const near = coded(distance).slice(0, 8);
  return [
    ...picks
      .filter(() => literals.length > 0)
      .map((pick): BlockSymbol => ({ table: 'litlen', symbol: literals[pick % literals.length]! })),
    ...picks
      .filter(() => matches.length > 0)
      .flatMap((pick): BlockSymbol[] => {
        const length = matches[pick % matches.length]!;
        const back = near[(pick >> 4) % near.length]!;
        return [
          { table: 'litlen', symbol: length, extra: [pick, lengthExtra(length)] },
          { table: 'distance', symbol: back, extra: [0, distanceExtra(back)] },
        ];
      }),
  ];
}

const coded = (lengths: readonly number[]): number[] => [...lengths.keys()].filter((symbol) => lengths[symbol]! > 0);
const zeros = (length: number): number[] => Array.from({ length }, () => 0);
const lengthExtra = (symbol: number): number => (symbol < 265 || symbol === 285 ? 0 : (symbol - 261) >> 2);
const distanceExtra = (symbol: number): number => (symbol < 4 ? 0 : (symbol - 2) >> 1);

function rawResult(deflated: Uint8Array): Buffer | undefined {
  try {
    return inflateRawSync(deflated, { maxOutputLength: 2 ** 17 });
  } catch {
    return undefined;
  }
}

test('lengths of codes told by any repetitions are taken as in zlib', () => {
  const run = fc.oneof(
    fc.nat(15).map((length): Run => [length, 0, 0]),
    fc.nat(3).map((count): Run => [16, count, 2]),
    fc.nat(7).map((count): Run => [17, count, 3]),
    fc.nat(127).map((count): Run => [18, count, 7]),
  );
  fc.assert(
    fc.property(
      fc.array(run, { maxLength: 60 }),
      fc.integer({ min: 257, max: 288 }),
      fc.integer({ min: 1, max: 32 }),
      (runs, a, b) => {
        agrees(new DeflateWriter().dynamicHead(true, zeros(a), zeros(b), runs).bits(0, 200).zlib(Buffer.alloc(0)));
      },
    ),
    { numRuns: 500 },
  );
});
