import { constants, deflateSync, inflateRawSync } from 'node:zlib';
import { compareWithZlib } from '../../kernel/support/compare-with-zlib.ts';
import { zlibStream } from '../../kernel/support/deflate-writer.ts';
import { sampleTexts } from '../../kernel/support/sample-texts.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { mutate } from '../mutate.ts';
import type { Random } from '../random.ts';

const HEAD = 2;
const CHECKSUM = 4;
const LENGTHS = [300, 3000, 20_000];
const WAYS = [
  { level: 9 },
  { level: 1, memLevel: 1 },
  { level: 0 },
  { strategy: constants.Z_FIXED },
  { strategy: constants.Z_HUFFMAN_ONLY },
  { strategy: constants.Z_RLE },
];

/** Streams that zlib made, changed: some with a checksum that fits what they now hold, so that they are read to their end. */
export const inflate: FuzzTarget = {
  name: 'inflate',
  promise: 'The kernel inflates exactly what zlib inflates, to the same bytes, and writes nowhere else.',
  share: 150,
  open() {
    const streams = LENGTHS.flatMap((length) =>
      sampleTexts().flatMap(({ bytes }) => WAYS.map((way) => deflateSync(bytes.subarray(0, length), way))),
    );
    return {
      make(random) {
        const stream = makeStream(random, streams);
        return {
          input: { stream },
          run() {
            const difference = compareWithZlib(stream);
            if (difference !== undefined) throw new Error(difference);
          },
        };
      },
    };
  },
};

function makeStream(random: Random, streams: readonly Buffer[]): Buffer {
  if (random.oneIn(8)) {
    const bytes = random.bytes(HEAD + 1 + random.below(200));
    // A head that says DEFLATE, RFC 1950 section 2.2, then a block of any type.
    bytes.set([0x78, 0x9c]);
    return bytes;
  }
  const changed = mutate(random, random.pick(streams), streams, 30_000);
  return random.oneIn(3) ? withRightChecksum(changed) : changed;
}

/** The stream with a good head and a checksum over what the rest gives; as it is where the rest is no DEFLATE. */
function withRightChecksum(stream: Buffer): Buffer {
  const deflated = stream.subarray(HEAD, Math.max(HEAD, stream.length - CHECKSUM));
  try {
    const bytes = inflateRawSync(deflated, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 2 ** 17 });
    return zlibStream(deflated, bytes);
  } catch {
    return stream;
  }
}
