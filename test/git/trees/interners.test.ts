import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { AbsentObjects } from '../../../src/git/trees/absent-objects.ts';
import { ByteInterner } from '../../../src/git/trees/byte-interner.ts';
import { PairInterner } from '../../../src/git/trees/pair-interner.ts';

test('byte strings are numbered by when they were first seen, and kept as they are', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 6, max: 3 }), { maxLength: 600 }), (strings) => {
      const interner = new ByteInterner();
      const known: string[] = [];
      for (const string of strings) {
        const text = String(string);
        if (!known.includes(text)) known.push(text);
        expect(interner.intern(string, 0, string.length)).toBe(known.indexOf(text));
      }
      const kept = known.map((_, number) =>
        String(interner.bytes.subarray(interner.start(number), interner.end(number))),
      );
      expect(kept).toEqual(known);
    }),
    { numRuns: 50 },
  );
});

test('pairs are numbered by when they were first seen, and found again', () => {
  const word = fc.oneof(fc.nat({ max: 9 }), fc.constantFrom(0xffff_ffff, 0xffff_fffe, 0x8000_0000));
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word), { maxLength: 500 }), fc.nat({ max: 600 }), (pairs, expected) => {
      const interner = new PairInterner(expected);
      const known: string[] = [];
      for (const [a, b] of pairs) {
        expect(interner.find(a, b)).toBe(known.indexOf(`${a} ${b}`));
        if (!known.includes(`${a} ${b}`)) known.push(`${a} ${b}`);
        expect(interner.intern(a, b)).toBe(known.indexOf(`${a} ${b}`));
      }
      interner.seal();
      expect([...interner.first.taken()].map((a, number) => `${a} ${interner.second.array[number]}`)).toEqual(known);
      expect(() => interner.find(1, 1)).toThrow('looked up');
    }),
    { numRuns: 50 },
  );
});

test('absent objects are counted once each, with ten examples', () => {
  const absent = new AbsentObjects();
  const ids = Buffer.concat(Array.from({ length: 15 }, (_, index) => Buffer.alloc(20, index % 12)));
  absent.add(ids, 20);
  absent.add(ids, 20);
  expect(absent.count).toBe(12);
  expect(absent.examples).toHaveLength(10);
  expect(absent.examples[1]).toBe('01'.repeat(20));
});
