import { deepStrictEqual, ok } from 'node:assert';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { archiveKind } from '../../../src/archive/kind.ts';
import { pipe, readAll } from '../../archive/read-all.ts';
import type { ReadAll } from '../../archive/read-all.ts';
import { SAMPLES, sampleText } from '../../archive/samples.ts';
import { ar, paxRecord, tar, zip } from '../../archive/writers.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { mutate } from '../mutate.ts';

const LIMITS = { totalBytes: 2 ** 19, heldBytes: 2 ** 16, entries: 200, depth: 3, pathLength: 300 };
/** Kinds that are read from their beginning to their end, from a pipe as from memory. */
const STREAMED = new Set(['tar', 'ar', 'gzip', 'bzip2', 'xz', 'zstd']);
const LONGEST = 30_000;
const HEAD = 512;

/** Archives of every kind, within one another, changed. */
export const archive: FuzzTarget = {
  name: 'archive',
  promise: 'Archives throw nothing, keep to their limits, and a pipe gives what a file gives.',
  share: 20,
  open() {
    const samples = makeSamples();
    return {
      make(random) {
        const bytes = mutate(random, random.pick(samples), samples, LONGEST);
        const chunk = 1 + random.length(5000);
        return {
          input: { bytes, chunk },
          async run() {
            const kind = archiveKind(bytes.subarray(0, HEAD), 'a');
            if (kind === undefined) return;
            const result = await readAll(bytes, { limits: LIMITS });
            checkBounds(result);
            // What nothing can be had from is given as it is, which a pipe cannot do.
            if (!STREAMED.has(kind) || result.paths.includes('a')) return;
            const piped = await readAll(pipe(bytes, chunk), { limits: LIMITS, head: bytes.subarray(0, HEAD) });
            deepStrictEqual(piped, result);
          },
        };
      },
    };
  },
};

function checkBounds({ bytes, paths, problems }: ReadAll): void {
  ok(bytes <= LIMITS.totalBytes, `${bytes} bytes`);
  ok(paths.length <= LIMITS.entries, `${paths.length} entries`);
  ok(problems.length <= 2 * LIMITS.entries, `${problems.length} problems`);
  for (const path of paths) ok(path.length <= LIMITS.pathLength, `a path of ${path.length}`);
  for (const { what } of problems) ok(what.endsWith('.'), 'a problem that is no sentence');
}

function makeSamples(): readonly Buffer[] {
  const text = Buffer.from(sampleText(40));
  const long = Buffer.from('x'.repeat(100_000));
  const plain = [
    { name: 'a.txt', data: text },
    { name: 'folder/b.txt', data: long },
    { name: 'c', data: Buffer.alloc(0) },
  ];
  const zips = [
    zip(plain),
    zip(plain.map((entry) => ({ ...entry, descriptor: true }))),
    zip(plain.map((entry) => ({ ...entry, zip64: true, method: 0 }))),
    zip(plain, { prefix: Buffer.from('#!/bin/sh\n'), comment: 'a comment' }),
    zip(plain, { headless: true }),
    zip(plain, { repeatFirst: 5 }),
  ];
  const pax = Buffer.from(paxRecord('path', `long/${'p'.repeat(150)}`) + paxRecord('size', String(text.length)));
  const tars = [
    tar(plain),
    tar([
      { name: 'x', type: 'x', data: pax },
      { name: 'short', data: text },
    ]),
    tar([{ name: 'L', type: 'L', data: Buffer.from(`${'n'.repeat(200)}\0`), magic: 'gnu' }, ...plain]),
    tar([
      { name: 'link', type: '2', linkName: '../../etc' },
      { name: 'old', data: text, magic: 'none' },
    ]),
  ];
  const ars = [
    ar([
      { label: 'a.o/', data: text },
      { label: '//', data: Buffer.from('long name/\n') },
      { label: '/0', data: text },
    ]),
  ];
  const packed = [...tars, text].flatMap((bytes) => [gzipSync(bytes), zstdCompressSync(bytes)]);
  const nested = [
    zip([...zips.slice(0, 2), ...tars.slice(0, 1)].map((data, index) => ({ name: `${index}.zip`, data }))),
    gzipSync(
      tar([
        { name: 'inner.zip', data: zip(plain) },
        { name: 'inner.gz', data: gzipSync(text) },
      ]),
    ),
  ];
  return [...zips, ...tars, ...ars, ...packed, ...nested, ...Object.values(SAMPLES)];
}
