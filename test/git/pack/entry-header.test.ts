import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyHeader, MAX_HEADER_BYTES, parseEntryHeader } from '../../../src/git/pack/entry-header.ts';
import { encodeHeader } from './write-pack.ts';

const sizes = fc.oneof(fc.nat(200), fc.nat(), fc.integer({ min: 2 ** 31, max: 2 ** 52 }));

test('reads back whatever header is written', () => {
  const entries = fc.oneof(
    fc.record({ type: fc.integer({ min: 1, max: 4 }), size: sizes }),
    fc.record({ type: fc.constant(6), size: sizes, distance: sizes.map((size) => size + 1) }),
    fc.record({ type: fc.constant(7), size: sizes, base: fc.constantFrom('ab'.repeat(20)) }),
  );
  fc.assert(
    fc.property(entries, fc.nat(5), (entry, at) => {
      const encoded = encodeHeader(entry);
      const bytes = Buffer.concat([Buffer.alloc(at, 0xff), encoded, Buffer.from('rest')]);
      const header = emptyHeader();
      expect(parseEntryHeader(bytes, at, bytes.length, 20, header)).toBe(true);
      const { type, size, dataAt, distance, baseIdAt } = header;
      expect({ type, size, dataAt }).toEqual({ type: entry.type, size: entry.size, dataAt: at + encoded.length });
      expect(distance).toBe('distance' in entry ? entry.distance : 0);
      expect(baseIdAt).toBe('base' in entry ? dataAt - 20 : -1);
      expect(encoded.length).toBeLessThanOrEqual(MAX_HEADER_BYTES);
      // Nothing behind the end is taken into account.
      expect(parseEntryHeader(bytes, at, at + encoded.length - 1, 20, header)).toBe(false);
    }),
  );
});

test('any bytes are a header or none, and none is read beyond the end', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(60), fc.nat(60), (bytes, at, end) => {
      const header = emptyHeader();
      if (!parseEntryHeader(bytes, at, end, 20, header)) return;
      expect(header.dataAt).toBeLessThanOrEqual(Math.min(end, bytes.length));
      expect(header.dataAt).toBeGreaterThan(at);
      expect([1, 2, 3, 4, 6, 7]).toContain(header.type);
      expect(header.size).toBeGreaterThanOrEqual(0);
    }),
  );
});

test.each([
  ['the reserved type 0', [0x05]],
  ['the reserved type 5', [0x55]],
  ['a size without end', [0xb5, ...Array.from({ length: 20 }, () => 0xff)]],
  ['a distance without end', [0x65, ...Array.from({ length: 20 }, () => 0xff)]],
  ['a distance of zero', [0x65, 0x00]],
  ['nothing at all', []],
])('refuses %s', (_, bytes) => {
  expect(parseEntryHeader(Uint8Array.from(bytes), 0, bytes.length, 20, emptyHeader())).toBe(false);
});
