import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv } from '../../../src/connectors/aws/csv.ts';

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

test('what is written by RFC 4180 is read back', () => {
  const table = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 5 }), { maxLength: 6 });
  fc.assert(
    fc.property(table, fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, end, last) => {
      const text = rows.map((row) => row.map(quoted).join(',')).join(end) + (last ? end : '');
      expect(parseCsv(text)?.map(({ cells }) => cells)).toEqual(rows);
    }),
  );
});

test('plain cells, empty cells and empty lines', () => {
  expect(parseCsv('a,b,\r\n\r\n,c,d')?.map(({ line, cells }) => [line, cells])).toEqual([
    [1, ['a', 'b', '']],
    [3, ['', 'c', 'd']],
  ]);
});

test('an open quote, text after a quote and too many columns are no table', () => {
  expect(parseCsv('a,"b')).toBeUndefined();
  expect(parseCsv('a,"b"c\n')).toBeUndefined();
  expect(parseCsv(','.repeat(2000))).toBeUndefined();
});
