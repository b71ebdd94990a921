import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { RandomAccess } from '../../src/archive/entry.ts';
import { archiveKind } from '../../src/archive/kind.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { pipe, readAll, sentences } from './read-all.ts';
import { SAMPLES, sampleText } from './samples.ts';
import { ar, tar, zip } from './writers.ts';

const HELLO = Buffer.from('hello, archive\n');
const LONG = Buffer.alloc(3_000_000, 'the same line again\n');
const never = new AbortController().signal;
const ignore = (): void => {};

describe('the kind of a file', () => {
  it.each([
    ['zip', zip([{ name: 'x', data: HELLO }])],
    ['zip', zip([])],
    ['tar', tar([{ name: 'x', data: HELLO }])],
    ['tar', tar([{ name: 'x', data: HELLO, magic: 'none' }])],
    ['ar', ar([])],
    ['gzip', gzipSync(HELLO)],
    ['bzip2', SAMPLES.bzip2],
    ['xz', SAMPLES.xzCrc64],
    ['zstd', zstdCompressSync(HELLO)],
    ['7z', Buffer.from('377abcaf271c0004', 'hex')],
    ['rar', Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1')],
    ['cpio', Buffer.from(`070701${'0'.repeat(104)}`)],
    ['compress', Buffer.from('1f9d9068', 'hex')],
  ])('%s is told by its first bytes (%#)', (kind, bytes) => {
    expect(archiveKind(bytes.subarray(0, 512), 'file.txt')).toBe(kind);
  });

  it.each([
    ['PK is a name', 'notes.zip'],
    ['BZh9 and so on', 'notes.bz2'],
    ['0707012345 is a telephone number', 'numbers.cpio'],
    ['', 'empty.gz'],
    ['\x1f\x8b\x08', 'cut.gz'],
    ['x'.repeat(600), 'a.tar'],
    ['#!/bin/sh\necho\n', 'script.sh'],
  ])('none is seen in %j', (text, path) => {
    expect(archiveKind(Buffer.from(text, 'latin1').subarray(0, 512), path)).toBeUndefined();
  });
});

describe('archives within archives', () => {
  it('are opened, all kinds in all kinds', async () => {
    const layers = zip([{ name: 'data.tar', data: tar([{ name: 'm.a', data: ar([{ label: 'x/', data: HELLO }]) }]) }]);
    const outer = tar([
      { name: 'a/one.zip', data: layers },
      { name: 'b/log.gz', data: gzipSync(HELLO) },
      { name: 'c/log.bz2', data: SAMPLES.bzip2 },
      { name: 'd/log.xz', data: SAMPLES.xzCrc64 },
      { name: 'e/log.zst', data: zstdCompressSync(HELLO) },
      { name: 'f/tar.tgz', data: gzipSync(tar([{ name: 'g', data: HELLO }])) },
    ]);
    const result = await readAll(outer, { path: 'o.tar' });
    expect(result.problems).toEqual([]);
    expect(result.files).toEqual({
      'o.tar!/a/one.zip!/data.tar!/m.a!/x': HELLO.toString(),
      'o.tar!/b/log.gz!/log': HELLO.toString(),
      'o.tar!/c/log.bz2!/log': sampleText(),
      'o.tar!/d/log.xz!/log': sampleText(),
      'o.tar!/e/log.zst!/log': HELLO.toString(),
      'o.tar!/f/tar.tgz!/g': HELLO.toString(),
    });
  });

  it('deeper than the limit are searched as they are', async () => {
    let bytes = gzipSync(HELLO);
    for (let layer = 1; layer < 6; layer++) bytes = gzipSync(bytes);
    const result = await readAll(bytes, { path: 'x' });
    const [path] = result.paths;
    expect(path?.split('!/')).toHaveLength(5);
    expect(archiveKind(Buffer.from(result.files[path ?? ''] ?? '', 'latin1'), '')).toBe('gzip');
    expect(result.problems).toMatchObject([{ path, outcome: 'limited' }]);
    expect(Object.values((await readAll(bytes, { limits: { depth: 6 } })).files)).toEqual([HELLO.toString()]);
  });

  it('larger than what is held are read as they come', async () => {
    const inner = zip([
      { name: 'one', data: LONG, method: 0 },
      { name: 'two', data: HELLO },
    ]);
    const result = await readAll(tar([{ name: 'i.zip', data: inner }]), { limits: { heldBytes: 100_000 } });
    expect(result.problems).toEqual([]);
    expect(result.streamed).toEqual(['a!/i.zip!/one']);
    expect(result.files).toEqual({ 'a!/i.zip!/one': LONG.toString(), 'a!/i.zip!/two': HELLO.toString() });
  });

  it('that are not opened come as they are, and say so', async () => {
    const seven = Buffer.from('377abcaf271c0004aabb', 'hex');
    const result = await readAll(tar([{ name: 'x.7z', data: seven }]));
    expect(result.files).toEqual({ 'a!/x.7z': seven.toString('latin1') });
    expect(result.problems).toMatchObject([{ path: 'a!/x.7z', outcome: 'unreadable' }]);
    const alone = await readAll(seven, { path: 'x.7z' });
    expect(alone).toMatchObject({ files: { 'x.7z': seven.toString('latin1') }, problems: [{ path: 'x.7z' }] });
  });

  it('that turn out to be none come as they are', async () => {
    const text = 'PK\x03\x04 begins like a zip archive';
    const result = await readAll(zip([{ name: 'x', data: Buffer.from(text) }]));
    expect(result.files).toEqual({ 'a!/x': text });
    expect(result.problems.length).toBeGreaterThan(0);
  });
});

describe('an entry', () => {
  it('above what is held is streamed; what is not taken is passed over', async () => {
    const bytes = gzipSync(
      tar([
        { name: 'large', data: LONG },
        { name: 'small', data: HELLO },
      ]),
    );
    const paths: string[] = [];
    let first = 0;
    const options = { path: 'a', signal: never, report: ignore, limits: { heldBytes: 1000 } };
    for await (const entry of openArchive('gzip', bytes, options)) {
      paths.push(entry.path);
      if ('bytes' in entry) continue;
      for await (const chunk of entry.chunks) {
        first = chunk.length;
        break;
      }
    }
    expect(first).toBeGreaterThan(0);
    expect(paths).toEqual(['a!/large', 'a!/small']);
  });

  it('of a damaged stream gives what stands before the damage, once told', async () => {
    const bytes = gzipSync(
      tar([
        { name: 'one', data: HELLO },
        { name: 'two', data: LONG },
      ]),
    );
    const result = await readAll(bytes.subarray(0, bytes.length - 1000), { path: 'x.tgz' });
    expect(result.files['x.tgz!/one']).toBe(HELLO.toString());
    expect(LONG.toString().startsWith(result.files['x.tgz!/two'] ?? '-')).toBe(true);
    expect(result.problems).toHaveLength(1);
    expect(result.problems).toMatchObject([{ path: 'x.tgz!/two', outcome: 'unreadable' }]);
  });

  it('that is compressed, in a stream that is cut off, gives all that has come', async () => {
    const inner = gzipSync(sampleText(), { level: 0 });
    for (const [name, packed] of [
      ['c.bz2', SAMPLES.bzip2.subarray(0, -4)],
      ['c.gz', inner.subarray(0, -8)],
      ['c.zst', SAMPLES.zstdChecked.subarray(0, -4)],
    ] as const) {
      const whole = tar([{ name, data: Buffer.alloc(8000), size: 8000 }]);
      packed.copy(whole, 512);
      const outer = gzipSync(whole.subarray(0, 512 + packed.length), { level: 0 });
      const result = await readAll(outer.subarray(0, -8), { path: 'o.tgz' });
      expect(result.files[`o.tgz!/${name}!/c`]).toBe(sampleText());
      expect(result.problems).toHaveLength(1);
    }
  });

  it('is the same from bytes, a file and a pipe', async () => {
    const bytes = tar([
      { name: 'a', data: HELLO },
      { name: 'z.zip', data: zip([{ name: 'b', data: LONG }]) },
      { name: 'g.gz', data: gzipSync(LONG) },
    ]);
    const file: RandomAccess = {
      size: bytes.length,
      read: async (offset, length) => bytes.subarray(offset, offset + length),
    };
    const expected = await readAll(bytes);
    expect(await readAll(file, { head: bytes })).toEqual(expected);
    for (const size of [1, 511, 4096]) expect(await readAll(pipe(bytes, size), { head: bytes })).toEqual(expected);
  });
});

describe('reading', () => {
  it('ends when the signal is aborted, and passes on what the input throws', async () => {
    const controller = new AbortController();
    const bytes = gzipSync(tar(Array.from({ length: 50 }, (_, index) => ({ name: `${index}`, data: HELLO }))));
    const run = async (): Promise<void> => {
      for await (const entry of openArchive('gzip', bytes, {
        path: 'a',
        signal: controller.signal,
        report: ignore,
      })) {
        if (entry.path === 'a!/3') controller.abort(new Error('stopped'));
      }
    };
    await expect(run()).rejects.toThrow('stopped');
    const broken: RandomAccess = {
      size: 1000,
      read: () => {
        throw new Error('disk');
      },
    };
    for (const head of [bytes, zip([])]) await expect(readAll(broken, { head })).rejects.toThrow('disk');
  });

  it('counts folders and links as entries, and stops at the limit', async () => {
    const specs = Array.from({ length: 20 }, (_, index) => ({ name: `d${index}/`, type: '5' }));
    const bytes = tar([{ name: 'first', data: HELLO }, ...specs, { name: 'last', data: HELLO }]);
    const result = await readAll(bytes, { limits: { entries: 10 } });
    expect(result.paths).toEqual(['a!/first']);
    expect(result.problems).toMatchObject([{ path: 'a', outcome: 'limited' }]);
    expect(sentences(result).join()).toMatch(/more than 10 entries/);
    const zipped = zip(Array.from({ length: 20 }, (_, index) => ({ name: `f${index}`, data: HELLO })));
    expect((await readAll(zipped, { limits: { entries: 10 } })).paths).toHaveLength(10);
  });
});
