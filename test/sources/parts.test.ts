import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutParts } from '../../src/sources/parts.ts';
import { sniffUtf16, toUtf8 } from '../../src/engine/text-encoding.ts';

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('parts', () => {
  const pieces = fc.array(fc.constantFrom('a', 'bcd', '\n', '\r\n', 'é', '漢', '😀', 'x'.repeat(40), ' '), {
    maxLength: 400,
  });

  test('every byte is owned by one part, and each part starts where it says', async () => {
    await fc.assert(
      fc.asyncProperty(pieces, fc.integer({ min: 1, max: 100 }), async (text, chunk) => {
        const bytes = Buffer.from(text.join(''));
        const owned: Buffer[] = [];
        let base = 0;
        for await (const part of cutParts(inChunks(bytes, chunk), { part: 256, overlap: 64 })) {
          const own = Buffer.from(part.bytes.slice(part.owns.from, part.owns.to));
          const start = base - part.owns.from;
          const before = bytes.subarray(0, start).toString('utf8');
          expect(part.start).toEqual({
            line: before.split('\n').length,
            column: before.length - (before.lastIndexOf('\n') + 1) + 1,
          });
          // Context: half an overlap before what is owned, but for the beginning; a quarter behind it, but for the end.
          if (start > 0) expect(part.owns.from).toBeGreaterThan(0);
          if (base + own.length < bytes.length) expect(part.bytes.length - part.owns.to).toBeGreaterThanOrEqual(16);
          base += own.length;
          owned.push(own);
        }
        expect(Buffer.concat(owned).equals(bytes)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('cuts at line ends where there are any', async () => {
    const bytes = Buffer.from('0123456789abcde\n'.repeat(200));
    const columns: number[] = [];
    for await (const part of cutParts(inChunks(bytes, 50), { part: 512, overlap: 128 }))
      columns.push(part.start.column);
    expect(new Set(columns)).toEqual(new Set([1]));
    expect(columns.length).toBeGreaterThan(5);
  });
});

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

describe('UTF-16', () => {
  test.each([
    ['with a byte order mark', Buffer.from('\u{feff}漢字', 'utf16le'), 'utf-16le'],
    ['big-endian with a byte order mark', utf16be('\u{feff}key=x'), 'utf-16be'],
    ['little-endian without one', Buffer.from('password = "x"\r\n', 'utf16le'), 'utf-16le'],
    ['big-endian without one', utf16be('password = "x"\r\n'), 'utf-16be'],
    ['UTF-8', Buffer.from('password = "ü"\n'), undefined],
    ['binary data', Buffer.from([0, 1, 0, 0, 0, 2, 0, 0, 9, 9, 9, 9]), undefined],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), undefined],
    ['nothing', Buffer.alloc(0), undefined],
  ])('tells %s', (_, bytes, encoding) => {
    expect(sniffUtf16(bytes)).toBe(encoding);
  });

  test('converts without the mark', () => {
    expect(Buffer.from(toUtf8(utf16be('\u{feff}k=漢'), 'utf-16be')).toString()).toBe('k=漢');
  });
});
