import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentName, decodeName, entryPath } from '../../src/archive/names.ts';
import { readAll, sentences } from './read-all.ts';
import { paxRecord, tar, zip } from './writers.ts';

const DATA = Buffer.from('x');

describe('the path of an entry', () => {
  it.each([
    ['plain/file.txt', 'plain/file.txt'],
    ['../../etc/passwd', '%2E%2E/%2E%2E/etc/passwd'],
    ['/etc//passwd', 'etc/passwd'],
    ['./a/./b', 'a/b'],
    ['a\0b\nc', 'a%00b%0Ac'],
    ['txt.\u202Egpj.exe', 'txt.%E2%80%AEgpj.exe'],
    ['inner!/x', 'inner%21/x'],
    ['100%', '100%'],
    ['%2E%2E/x', '%252E%252E/x'],
    ['naïve/日本.txt', 'naïve/日本.txt'],
    ['half of a pair \ud800', 'half of a pair \ufffd'],
  ])('of %j is %j', (name, path) => {
    expect(entryPath('o.zip', name, 4096)).toBe(`o.zip!/${path}`);
  });

  it('leads nowhere and shows as it is, whatever the name', () => {
    const part = fc.oneof(
      fc
        .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 20 })
        .map((points) => String.fromCodePoint(...points)),
      fc.constantFrom('..', '.', '', '/', '!/', '\0', '\u202e', '%2e'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), fc.integer({ min: 40, max: 200 }), (parts, maxLength) => {
        const path = entryPath('o.zip', parts.join('/'), maxLength);
        const inner = path.slice('o.zip!/'.length);
        expect(path.length).toBeLessThanOrEqual(maxLength);
        expect(path.startsWith('o.zip!/')).toBe(true);
        expect(inner).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]|^\/|!\//u);
        expect(inner.split('/')).not.toContain('..');
        expect(path.isWellFormed()).toBe(true);
      }),
    );
  });

  it('is shortened in the middle when it is too long, which is told', async () => {
    const name = `${'n'.repeat(65_000)}/end.txt`;
    const zipped = await readAll(zip([{ name, data: DATA }]), { limits: { pathLength: 100 } });
    const taped = await readAll(
      tar([
        { name: 'x', type: 'x', data: Buffer.from(paxRecord('path', name)) },
        { name: 'y', data: DATA },
      ]),
    );
    for (const result of [zipped, taped]) {
      expect(result.paths[0]).toMatch(/^a!\/n+…n*\/end\.txt$/);
      expect(sentences(result).join()).toMatch(/shown shortened/);
    }
    expect(zipped.paths[0]?.length).toBeGreaterThan(95);
    expect(taped.paths[0]?.length).toBeGreaterThan(4090);
  });

  it('takes backslashes of zip archives for slashes', async () => {
    expect((await readAll(zip([{ name: '..\\dir\\x', data: DATA }]))).paths).toEqual(['a!/%2E%2E/dir/x']);
  });
});

describe('names', () => {
  it('are UTF-8 where that is what they are, and one character a byte otherwise', () => {
    expect(decodeName(Buffer.from('é', 'utf8'))).toBe('é');
    expect(decodeName(Buffer.from('é', 'latin1'))).toBe('é');
  });

  it.each([
    ['logs/app.log.gz', 'app.log'],
    ['x.TGZ', 'x.tar'],
    ['noname', 'noname.content'],
    ['a!/b.xz', 'b'],
    ['.gz', '.gz.content'],
  ])('of what is in %s is %s', (path, name) => {
    expect(contentName(path)).toBe(name);
  });
});
