import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberList } from '../../src/model/number-list.ts';
import { TextIndex } from '../../src/model/text-index.ts';

test('texts are numbered in the order in which they are first met', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 300 }), fc.string(), (texts, other) => {
      const index = new TextIndex();
      const known = new Map<string, number>();
      for (const text of texts) {
        expect(index.get(text)).toBe(known.get(text));
        const number = known.get(text) ?? known.size;
        known.set(text, number);
        expect(index.add(text)).toBe(number);
      }
      expect(index.size).toBe(known.size);
      expect(index.has(other)).toBe(known.has(other));
    }),
  );
});

test('an index grows to many texts', () => {
  const index = new TextIndex();
  for (let number = 0; number < 20_000; number++) expect(index.add(`text ${number}`)).toBe(number);
  for (let number = 0; number < 20_000; number += 97) expect(index.get(`text ${number}`)).toBe(number);
  expect(index.size).toBe(20_000);
});

test('a list of numbers grows, and changes what it holds alone', () => {
  const list = new NumberList();
  for (let number = 0; number < 5000; number++) list.push(number * 800_000);
  list.set(7, 1);
  list.set(5000, 1);
  expect(list.length).toBe(5000);
  expect([list.at(6), list.at(7), list.at(4999), list.at(5000)]).toEqual([4_800_000, 1, 3_999_200_000, 0]);
});
