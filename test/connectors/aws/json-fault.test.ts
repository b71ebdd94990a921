import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFault } from '../../../src/connectors/aws/json-fault.ts';

test('a good document has its fault behind its end', () => {
  fc.assert(
    fc.property(fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue())), (value) => {
      const text = JSON.stringify(value, null, 1);
      expect(jsonFault(text, 0)).toBe(text.length);
    }),
  );
});

test.each([
  ['{"a": }', 6],
  ['{"a" 1}', 5],
  ['{"a": 1,}', 8],
  ['{a: 1}', 1],
  ['[1 2]', 3],
  ['[01]', 1],
  ['[tru]', 1],
  ['[1,]', 3],
  ['["\\x"]', 2],
  ['["a\nb"]', 3],
  ['{"a": [}', 7],
  ["{'a': 1}", 1],
])('%j breaks at %i', (text, offset) => {
  expect(() => JSON.parse(text)).toThrow(SyntaxError);
  expect(jsonFault(text, 0)).toBe(offset);
});
