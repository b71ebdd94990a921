import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pipe, readAll, sentences } from './read-all.ts';
import { ar, paxRecord, tar, tarEntry } from './writers.ts';

const HELLO = Buffer.from('hello, archive\n');
const LONG = Buffer.alloc(300_000, 'line\n');
const DEEP = `${'deep/'.repeat(60)}file.txt`;

describe('tar archives', () => {
  it.each([['ustar'], ['gnu'], ['none']] as const)('with magic %s give their files', async (magic) => {
    const result = await readAll(
      tar([
        { name: 'dir/', type: '5', magic },
        { name: 'dir/a.txt', data: HELLO, magic },
        { name: 'link', type: '2', linkName: '/etc/passwd', magic },
        { name: 'empty', magic },
        { name: 'b.txt', data: LONG, magic },
      ]),
    );
    expect(result.problems).toEqual([]);
    expect(result.files).toEqual({ 'a!/dir/a.txt': HELLO.toString(), 'a!/empty': '', 'a!/b.txt': LONG.toString() });
  });

  it('have their long names read: prefix, pax and GNU', async () => {
    const result = await readAll(
      tar([
        { name: 'file.txt', prefix: 'far/away', data: HELLO },
        { name: 'pax', type: 'x', data: Buffer.from(paxRecord('mtime', '1.5') + paxRecord('path', DEEP)) },
        { name: 'short', data: HELLO },
        { name: '././@LongLink', type: 'L', magic: 'gnu', data: Buffer.from(`gnu/${DEEP}\0`) },
        { name: 'short', magic: 'gnu', data: HELLO },
        { name: 'global', type: 'g', data: Buffer.from(paxRecord('comment', 'of all')) },
        { name: 'last', data: HELLO },
      ]),
    );
    expect(result.problems).toEqual([]);
    expect(result.paths).toEqual(['a!/far/away/file.txt', `a!/${DEEP}`, `a!/gnu/${DEEP}`, 'a!/last']);
  });

  it('have sizes from pax records, and from binary numbers', async () => {
    const pax = paxRecord('size', String(HELLO.length));
    const sized = tarEntry({ name: 'sized', data: HELLO, size: 0 });
    const bytes = Buffer.concat([tarEntry({ name: 'x', type: 'x', data: Buffer.from(pax) }), sized, tar([])]);
    expect((await readAll(bytes)).files).toEqual({ 'a!/sized': HELLO.toString() });
    const huge = tarEntry({ name: 'huge', data: HELLO, size: 9 * 2 ** 33 });
    const result = await readAll(huge);
    expect(result.files['a!/huge']?.slice(0, HELLO.length)).toBe(HELLO.toString());
    expect(sentences(result).join()).toMatch(/end in the middle/);
  });

  it('tell of sparse files and search what is stored of them', async () => {
    const pax = paxRecord('GNU.sparse.major', '1') + paxRecord('GNU.sparse.name', 'real-name');
    const result = await readAll(
      tar([
        { name: 'x', type: 'x', data: Buffer.from(pax) },
        { name: 'GNUSparseFile.0/real-name', data: HELLO },
        { name: 'old', type: 'S', magic: 'gnu', data: HELLO },
      ]),
    );
    expect(result.files).toEqual({ 'a!/real-name': HELLO.toString(), 'a!/old': HELLO.toString() });
    expect(sentences(result).join()).toMatch(/without their holes/);
  });

  it('are read on behind a damaged header and behind the end mark', async () => {
    const broken = Buffer.concat([tarEntry({ name: 'one', data: HELLO }), Buffer.alloc(512, 'x'), tar([])]);
    const bytes = Buffer.concat([broken, tar([{ name: 'two', data: HELLO }])]);
    const result = await readAll(bytes);
    expect(result.paths).toEqual(['a!/one', 'a!/two']);
    expect(sentences(result).join()).toMatch(/damaged headers/);
  });

  it('within gzip are one container, from a file and from a pipe', async () => {
    const bytes = gzipSync(tar([{ name: 'etc/app.conf', data: HELLO }]));
    const expected = { 'x.tar.gz!/etc/app.conf': HELLO.toString() };
    expect((await readAll(bytes, { path: 'x.tar.gz' })).files).toEqual(expected);
    const piped = await readAll(pipe(bytes, 7), { path: 'x.tar.gz', head: bytes });
    expect(piped).toMatchObject({ files: expected, problems: [] });
  });
});

describe('ar archives', () => {
  it('have names as GNU and as BSD write them', async () => {
    const table = Buffer.from('a-name-of-more-than-sixteen.txt/\nñ-another-long-name-here.txt/\n');
    const result = await readAll(
      ar([
        { label: '/', data: Buffer.from('symbols') },
        { label: '//', data: table },
        { label: 'plain.txt/', data: HELLO },
        { label: '/0', data: HELLO },
        { label: '/33', data: HELLO },
        { label: '#1/20', data: Buffer.concat([Buffer.from('bsd-name.txt'.padEnd(20, '\0')), HELLO]) },
      ]),
    );
    expect(result.problems).toEqual([]);
    expect(result.paths).toEqual([
      'a!/plain.txt',
      'a!/a-name-of-more-than-sixteen.txt',
      'a!/ñ-another-long-name-here.txt',
      'a!/bsd-name.txt',
    ]);
    expect(new Set(Object.values(result.files))).toEqual(new Set([HELLO.toString()]));
  });

  it('that are cut off give what is there', async () => {
    const bytes = ar([
      { label: 'one/', data: HELLO },
      { label: 'two/', data: HELLO },
    ]);
    const result = await readAll(bytes.subarray(0, bytes.length - 6));
    expect(result.files).toEqual({ 'a!/one': HELLO.toString(), 'a!/two': HELLO.toString().slice(0, -5) });
    expect(result.problems).toHaveLength(1);
  });
});
