import { gzipSync, zstdCompressSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../src/archive/decoders.ts';
import type { DecoderName } from '../../src/archive/decoders.ts';
import type { ArchiveKind, ArchiveProblem } from '../../src/archive/entry.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { readAll, sentences } from './read-all.ts';
import { SAMPLES, sampleText } from './samples.ts';
import { ar, paxRecord, tar, zip } from './writers.ts';

const MIB = 2 ** 20;
const TEXT = Buffer.from(sampleText());

describe('bombs', () => {
  it('of zeros end at 200 times their size, beyond the first 16 MiB', async () => {
    const bytes = gzipSync(Buffer.alloc(24 * MIB));
    const result = await readAll(bytes);
    expect(result.bytes).toBe(16 * MIB);
    expect(result.problems).toMatchObject([{ path: 'a!/a.content', outcome: 'limited' }]);
    expect(sentences(result).join()).toMatch(/more than 200 times/);
    const wide = await readAll(bytes, { limits: { ratio: 400, ratioFreeBytes: 0 } });
    expect(wide.bytes).toBe(400 * bytes.length);
  });

  it('of 10 GB in a pipe end too, and their rest is not asked for', async () => {
    const member = gzipSync(Buffer.alloc(16 * MIB));
    let given = 0;
    async function* tenGigabytes(): AsyncGenerator<Uint8Array, void, undefined> {
      for (let index = 0; index < 640; index++) {
        given++;
        yield member;
      }
    }
    const result = await readAll(tenGigabytes(), { head: member, limits: { heldBytes: MIB } });
    expect(result.bytes).toBeLessThanOrEqual(16 * MIB);
    expect(given).toBeLessThan(5);
    expect(result.problems).toHaveLength(1);
  });

  it.each([
    ['zstd', zstdCompressSync(Buffer.alloc(24 * MIB))],
    ['zip', zip([{ name: 'x', data: Buffer.alloc(24 * MIB) }])],
    ['a zip in a zip', zip([{ name: 'i', data: zip([{ name: 'x', data: Buffer.alloc(24 * MIB) }]) }])],
  ])('in %s keep to the limit on all bytes', async (_, bytes) => {
    const limits = { totalBytes: 3 * MIB, heldBytes: MIB };
    const result = await readAll(bytes, { limits });
    expect(result.bytes).toBeLessThanOrEqual(3 * MIB);
    expect(result.bytes).toBeGreaterThan(2 * MIB);
    expect(sentences(result).join()).toMatch(/more bytes than the limit/);
  });

  it('of many archives that each hold many share one limit', async () => {
    const leaf = zip(Array.from({ length: 20 }, (_, index) => ({ name: `${index}`, data: Buffer.alloc(100_000) })));
    const level = zip(Array.from({ length: 20 }, (_, index) => ({ name: `${index}.zip`, data: leaf })));
    const top = zip(Array.from({ length: 20 }, (_, index) => ({ name: `${index}.zip`, data: level })));
    const result = await readAll(top, { limits: { totalBytes: 10 * MIB } });
    expect(result.bytes).toBeLessThanOrEqual(10 * MIB);
    expect(result.problems).toHaveLength(1);
  });

  it('whose entries contain one another are not followed', async () => {
    const inner = zip([{ name: 'kernel', data: Buffer.alloc(MIB) }]);
    const result = await readAll(zip([{ name: 'outer', data: inner, method: 0 }], { repeatFirst: 5000 }));
    expect(result.bytes).toBe(MIB);
    expect(sentences(result)).toEqual(['Entries of zip archives overlap one another, as in bombs, and were not read.']);
  });
});

describe('flat memory', () => {
  it('a tar.gz of 64 MiB goes through in a few', async () => {
    const block = Buffer.alloc(MIB);
    for (let at = 0; at < block.length; at += 16) block.writeUInt32LE(Math.imul(at, 2_654_435_761) >>> 0, at);
    const size = 64 * MIB;
    const member = gzipSync(block, { level: 1 });
    async function* stream(): AsyncGenerator<Uint8Array, void, undefined> {
      yield gzipSync(tar([{ name: 'large', size }]).subarray(0, 512));
      for (let index = 0; index < 64; index++) yield member;
      yield gzipSync(Buffer.alloc(1024));
    }
    const options = {
      path: 'a',
      signal: new AbortController().signal,
      report: (problem: ArchiveProblem) => expect.fail(problem.what),
      limits: { heldBytes: MIB },
    };
    let bytes = 0;
    let peak = 0;
    const before = process.memoryUsage().arrayBuffers;
    for await (const entry of openArchive('gzip', stream(), options)) {
      if ('bytes' in entry) continue;
      for await (const chunk of entry.chunks) {
        // Asking takes longer than reading: once a member will do.
        if (Math.floor(bytes / MIB) < Math.floor((bytes + chunk.length) / MIB)) {
          peak = Math.max(peak, process.memoryUsage().arrayBuffers - before);
        }
        bytes += chunk.length;
      }
    }
    expect(bytes).toBe(size);
    expect(peak).toBeLessThan(32 * MIB);
  });
});

/** Archives to be broken. */
const SOUND: readonly (readonly [ArchiveKind, Buffer])[] = [
  [
    'zip',
    zip(
      [
        { name: 'a', data: TEXT },
        { name: 'b/c', data: TEXT, method: 0 },
      ],
      { comment: 'c' },
    ),
  ],
  [
    'zip',
    zip([
      { name: 'a', data: TEXT, zip64: true },
      { name: 'x', data: TEXT, method: 12, raw: SAMPLES.bzip2 },
    ]),
  ],
  [
    'zip',
    zip([
      { name: 'a', data: TEXT, descriptor: true },
      { name: 'b', data: TEXT, descriptor: true, method: 0 },
    ]),
  ],
  [
    'zip',
    zip(
      [
        { name: 'a', data: TEXT, method: 9 },
        { name: 'b', data: TEXT },
      ],
      { headless: true },
    ),
  ],
  [
    'tar',
    tar([
      { name: 'x', type: 'x', data: Buffer.from(paxRecord('path', 'long/name') + paxRecord('size', '50')) },
      { name: 'a', data: TEXT.subarray(0, 50) },
      { name: 'n', type: 'L', data: Buffer.from('longer\0') },
      { name: 's', type: 'S', data: TEXT.subarray(0, 600) },
      { name: 'i.gz', data: gzipSync(TEXT) },
    ]),
  ],
  [
    'ar',
    ar([
      { label: '//', data: Buffer.from('name/\n') },
      { label: '/0', data: TEXT },
      { label: '#1/4', data: TEXT },
    ]),
  ],
  ['gzip', gzipSync(tar([{ name: 'z', data: zip([{ name: 'a', data: TEXT }]) }]))],
  ['bzip2', SAMPLES.bzip2],
  ['xz', SAMPLES.xzSha256],
  ['xz', SAMPLES.xzBlocks],
  ['xz', SAMPLES.xzBranches],
  ['zstd', Buffer.concat([SAMPLES.zstdChecked, zstdCompressSync(TEXT)])],
  ['7z', Buffer.from('377abcaf271c0004', 'hex')],
];

type Change = readonly [what: 'flip' | 'set' | 'cut' | 'insert' | 'repeat', at: number, value: number];

const changes = fc.array(
  fc.tuple(
    fc.constantFrom('flip' as const, 'set' as const, 'cut' as const, 'insert' as const, 'repeat' as const),
    fc.nat(),
    fc.oneof(fc.constantFrom(0, 0xff, 0x80, 0x7f), fc.nat(255)),
  ),
  { minLength: 1, maxLength: 5 },
);

function change(sound: Buffer, steps: readonly Change[]): Buffer {
  let bytes = Buffer.from(sound);
  for (const [what, place, value] of steps) {
    const at = bytes.length === 0 ? 0 : place % bytes.length;
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
    if (what === 'flip' && at < bytes.length) bytes[at]! ^= 1 << (value % 8);
    else if (what === 'set') bytes.fill(value, at, Math.min(at + 4, bytes.length));
    else if (what === 'cut') bytes = Buffer.concat([before, after.subarray(1 + value)]);
    else if (what === 'insert') bytes = Buffer.concat([before, Buffer.alloc(value, value), after]);
    else if (what === 'repeat') bytes = Buffer.concat([before, before, after]);
  }
  return bytes;
}

describe('damaged archives', () => {
  it('never throw, keep to the limits, and hold no more than they may', { timeout: 60_000 }, async () => {
    const limits = {
      totalBytes: 200_000,
      ratioFreeBytes: 100_000,
      heldBytes: 2000,
      entries: 30,
      depth: 3,
      pathLength: 60,
    };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SOUND), changes, fc.boolean(), async ([kind, sound], steps, piped) => {
        const bytes = change(sound, steps);
        async function* chunks(): AsyncGenerator<Uint8Array, void, undefined> {
          for (let at = 0; at < bytes.length; at += 333) yield bytes.subarray(at, at + 333);
        }
        const problems: ArchiveProblem[] = [];
        const options = {
          path: 'a',
          limits,
          signal: new AbortController().signal,
          report: (problem: ArchiveProblem) => problems.push(problem),
        };
        let entries = 0;
        let total = 0;
        for await (const entry of openArchive(kind, piped ? chunks() : bytes, options)) {
          entries++;
          if ('bytes' in entry) {
            // The outer file as it is, and parts of zip archives, are at hand anyway.
            total += entry.bytes.length;
          } else {
            for await (const chunk of entry.chunks) total += chunk.length;
          }
          expect(entry.path.length).toBeLessThanOrEqual(limits.pathLength);
        }
        // Plain tar and ar archives give their own bytes, which cost nothing; the rest is decompressed.
        expect(total).toBeLessThanOrEqual(limits.totalBytes + 2 * bytes.length);
        expect(entries).toBeLessThanOrEqual(2 * limits.entries);
        for (const { what, path } of problems) {
          expect(what).toMatch(/^[A-Z7c].*\.$/);
          expect(path.startsWith('a')).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('told by their checksum are never given as sound', { timeout: 60_000 }, async () => {
    const checked: readonly (readonly [DecoderName, Buffer])[] = [
      ['gzip', gzipSync(TEXT)],
      ['bzip2', SAMPLES.bzip2],
      ['xz', SAMPLES.xzCrc32],
      ['xz', SAMPLES.xzCrc64],
      ['xz', SAMPLES.xzBlocks],
      ['zstd', SAMPLES.zstdChecked],
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...checked), changes, async ([name, sound], steps) => {
        const { bytes, problems } = await decodeBytes(name, change(sound, steps), 100_000);
        // Whole streams may come twice, or be gone; what is not the text has a problem beside it.
        if (problems.length === 0)
          expect(['', ...[1, 2, 4, 8, 16, 32].map((n) => TEXT.toString().repeat(n))]).toContain(
            Buffer.from(bytes).toString(),
          );
      }),
      { numRuns: 250 },
    );
  });
});
