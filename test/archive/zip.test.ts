import { zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pipe, readAll, sentences } from './read-all.ts';
import { SAMPLES, sampleText } from './samples.ts';
import { zip } from './writers.ts';

const HELLO = Buffer.from('hello, archive\n');
const LONG = Buffer.from('the same line again\n'.repeat(100_000));

describe('zip archives', () => {
  it('give stored, deflated and large entries', async () => {
    const result = await readAll(
      zip([
        { name: 'dir/', data: Buffer.alloc(0), method: 0 },
        { name: 'dir/stored.txt', data: HELLO, method: 0 },
        { name: 'deflated.txt', data: HELLO },
        { name: 'large.txt', data: LONG },
        { name: 'empty.txt', data: Buffer.alloc(0), method: 0 },
      ]),
      { path: 'x/a.zip' },
    );
    expect(result.problems).toEqual([]);
    expect(result.files).toEqual({
      'x/a.zip!/dir/stored.txt': HELLO.toString(),
      'x/a.zip!/deflated.txt': HELLO.toString(),
      'x/a.zip!/large.txt': LONG.toString(),
      'x/a.zip!/empty.txt': '',
    });
  });

  it('give entries of bzip2, xz, Zstandard and deflate64', async () => {
    const data = Buffer.from(sampleText());
    // Fixed codes: the letter a, a match of 65,538 bytes at distance 1, the end.
    const deflate64 = Buffer.from('4b1cfdff0700', 'hex');
    const result = await readAll(
      zip([
        { name: 'bzip2', data, method: 12, raw: SAMPLES.bzip2 },
        { name: 'xz', data, method: 95, raw: SAMPLES.xzCrc64 },
        { name: 'zstd', data, method: 93, raw: zstdCompressSync(data) },
        { name: 'deflate64', data: Buffer.alloc(65_539, 'a'), method: 9, raw: deflate64 },
      ]),
    );
    expect(result.problems).toEqual([]);
    for (const name of ['bzip2', 'xz', 'zstd']) expect(result.files[`a!/${name}`]).toBe(data.toString());
    expect(result.files['a!/deflate64']).toBe('a'.repeat(65_539));
  });

  it('have their zip64 fields read', async () => {
    const result = await readAll(
      zip([
        { name: 'one', data: HELLO, zip64: true },
        { name: 'two', data: LONG, zip64: true },
      ]),
    );
    expect(result.problems).toEqual([]);
    expect(result.files).toEqual({ 'a!/one': HELLO.toString(), 'a!/two': LONG.toString() });
  });

  it.each([
    ['sizes in front', false, 8],
    ['sizes behind', true, 8],
    ['sizes behind stored entries', true, 0],
  ])('come out of a pipe with %s', async (_, descriptor, method) => {
    const inner = zip([{ name: 'x', data: HELLO, method: 0 }]);
    const bytes = zip([
      { name: 'one', data: HELLO, descriptor, method },
      { name: 'inner', data: inner, descriptor, method },
      { name: 'large', data: LONG, descriptor, method },
    ]);
    const result = await readAll(pipe(bytes, 1000), { head: bytes.subarray(0, 512) });
    expect(result.problems).toEqual([]);
    expect(result.files).toEqual({
      'a!/one': HELLO.toString(),
      'a!/inner!/x': HELLO.toString(),
      'a!/large': LONG.toString(),
    });
  });

  it('are read without their central directory', async () => {
    const result = await readAll(
      zip(
        [
          { name: 'one', data: HELLO },
          { name: 'two', data: HELLO },
        ],
        { headless: true },
      ),
    );
    expect(result.paths).toEqual(['a!/one', 'a!/two']);
    expect(sentences(result).join()).toMatch(/no sound central directory/);
  });

  it('behind a program are found by the path, and the program is an entry', async () => {
    const prefix = Buffer.from('#!/bin/sh\nexec java -jar "$0"\n');
    const bytes = zip([{ name: 'one', data: HELLO }], { prefix });
    const result = await readAll(bytes, { path: 'app.jar' });
    expect(result.problems).toEqual([]);
    expect(result.files).toEqual({ 'app.jar!/': prefix.toString(), 'app.jar!/one': HELLO.toString() });
    // Offsets that do not know of the program, as when it is put in front afterwards.
    const joined = Buffer.concat([prefix, zip([{ name: 'one', data: HELLO }])]);
    expect((await readAll(joined, { path: 'app.jar' })).files).toEqual(result.files);
  });

  it('give their comment and entries that the directory does not list', async () => {
    const result = await readAll(
      zip(
        [
          { name: 'one', data: HELLO },
          { name: 'gone', data: HELLO, hidden: true },
          { name: 'two', data: HELLO },
        ],
        {
          comment: 'a remark',
        },
      ),
    );
    expect(result.problems).toEqual([]);
    expect(result.files).toEqual({
      'a!/one': HELLO.toString(),
      'a!/gone': HELLO.toString(),
      'a!/two': HELLO.toString(),
      'a!/': 'a remark',
    });
  });

  it('that are encrypted, use other methods or do not match their checksum say so', async () => {
    const result = await readAll(
      zip([
        { name: 'locked', data: HELLO, flags: 1 },
        { name: 'ppmd', data: HELLO, method: 98 },
        { name: 'changed', data: HELLO, crc: 1 },
        { name: 'sound', data: HELLO },
      ]),
    );
    expect(result.files).toEqual({ 'a!/changed': HELLO.toString(), 'a!/sound': HELLO.toString() });
    expect(result.problems.map(({ path, outcome }) => [path, outcome])).toEqual([
      ['a!/locked', 'unreadable'],
      ['a!/ppmd', 'unreadable'],
      ['a!/changed', 'limited'],
    ]);
    expect(sentences(result).join()).toMatch(/encrypted.*method.*checksum/);
  });

  it('give what stands before damage in an entry, to the byte, and go on with the next', async () => {
    // Bytes that do not compress, in a stored block: the second block's header is broken.
    const raw = Buffer.concat([Buffer.from([0, 5, 0, 0xfa, 0xff]), Buffer.from('hello'), Buffer.from([7])]);
    const result = await readAll(
      zip([
        { name: 'broken', data: Buffer.alloc(100), raw },
        { name: 'next', data: HELLO },
      ]),
    );
    expect(result.files).toEqual({ 'a!/broken': 'hello', 'a!/next': HELLO.toString() });
    expect(result.problems).toMatchObject([{ path: 'a!/broken', outcome: 'unreadable' }]);
  });

  it('have overlapping entries left out', async () => {
    const result = await readAll(zip([{ name: 'one', data: LONG }], { repeatFirst: 1000 }));
    expect(result.paths).toEqual(['a!/one']);
    expect(result.problems).toHaveLength(1000);
    expect(sentences(result).join()).toMatch(/overlap/);
  });
});
