import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { constants, deflateRawSync, gzipSync, inflateRawSync, zstdCompressSync } from 'node:zlib';
import { decodeBytes } from '../../../src/archive/decoders.ts';
import type { DecoderName } from '../../../src/archive/decoders.ts';
import { SAMPLES, sampleText } from '../../archive/samples.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { mutate } from '../mutate.ts';

const MOST = 2 ** 18;
const LONGEST = 4000;

/** Compressed files of every kind, changed. */
export const decompress: FuzzTarget = {
  name: 'decompress',
  promise: 'Decompressors throw nothing, keep to their limit, and read what zlib reads.',
  share: 30,
  open() {
    const text = Buffer.from(sampleText());
    const samples: Readonly<Record<DecoderName, readonly Buffer[]>> = {
      deflate: [
        deflateRawSync(text),
        deflateRawSync(text, { strategy: constants.Z_FIXED }),
        deflateRawSync(text, { level: 0 }),
      ],
      deflate64: [deflateRawSync(text)],
      gzip: [gzipSync(text), Buffer.concat([gzipSync(text.subarray(0, 300)), gzipSync(text)])],
      bzip2: [SAMPLES.bzip2, Buffer.concat([SAMPLES.bzip2, SAMPLES.bzip2])],
      xz: [SAMPLES.xzCrc32, SAMPLES.xzCrc64, SAMPLES.xzSha256, SAMPLES.xzBlocks, SAMPLES.xzBranches],
      zstd: [zstdCompressSync(text), SAMPLES.zstdChecked],
    };
    const names: readonly DecoderName[] = ['deflate', 'deflate64', 'gzip', 'bzip2', 'xz', 'xz', 'zstd'];
    const expected = text.toString('latin1');
    return {
      make(random) {
        const name = random.pick(names);
        const bytes = mutate(random, random.pick(samples[name]), samples[name], LONGEST);
        return {
          input: { name, bytes },
          async run() {
            const decoded = await decodeBytes(name, bytes, MOST);
            ok(decoded.bytes.length <= MOST);
            ok(decoded.problems.every((problem) => problem.endsWith('.')));
            if (name === 'deflate') checkDeflate(bytes, decoded.bytes, decoded.problems);
            // Formats with checksums: what they say is good is what was compressed.
            if (name !== 'deflate' && name !== 'deflate64' && name !== 'zstd' && decoded.problems.length === 0) {
              const got = Buffer.from(decoded.bytes).toString('latin1');
              const rest = got.replaceAll(expected, '').replaceAll(expected.slice(0, 300), '');
              ok(rest === '' || decoded.bytes.length === MOST, `${name} gave something else and did not say so`);
            }
          },
        };
      },
    };
  },
};

/** Of damaged data more may be read than zlib reads: it refuses codes that could hold more symbols than they do. */
function checkDeflate(bytes: Uint8Array, got: Uint8Array, problems: readonly string[]): void {
  let expected: Buffer;
  try {
    expected = inflateRawSync(bytes, { maxOutputLength: MOST - 1 });
  } catch {
    return;
  }
  deepStrictEqual(problems, []);
  strictEqual(Buffer.compare(got, expected), 0);
}
