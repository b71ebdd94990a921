import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Table } from '../../../reporters/html/model.ts';
import { pack, unpack } from '../../../reporters/html/pack.ts';
import { facetsOf, formatQuery, parseQuery, searchTexts, select } from '../../../reporters/html/select.ts';

const TABLE: Table = {
  name: 'findings',
  one: 'finding',
  many: 'findings',
  columns: [
    { key: 'severity', label: 'Severity', kind: 'severity', values: ['critical', 'low'] },
    { key: 'title', label: 'Finding', kind: 'link' },
    { key: 'domain', label: 'Domain', kind: 'text', values: ['customer', 'partner'] },
  ],
  rows: [
    ['a', [1], 'Zebra key', [0]],
    ['b', [0], 'apple key', [0, 1]],
    ['c', [1], 'Mango token', [1]],
  ],
};

function ids(query: string): string {
  return select(TABLE, parseQuery(query), () => searchTexts(TABLE))
    .map((position) => TABLE.rows[position]?.[0] ?? '')
    .join('');
}

describe('a list', () => {
  test.each([
    ['', 'abc'],
    ['severity=low', 'ac'],
    ['severity=low&domain=partner', 'c'],
    ['severity=unheard-of', ''],
    ['unheard-of=x', ''],
    ['search=KEY', 'ab'],
    ['search=key+zebra', 'a'],
    ['search=partner', 'bc'],
    ['sort=title', 'bca'],
    ['sort=-title', 'acb'],
    ['sort=severity', 'bac'],
    ['sort=unheard-of', 'abc'],
  ])('shows for ?%s the rows %s', (query, expected) => {
    expect(ids(query)).toBe(expected);
  });

  test('offers each value with how many rows have it', () => {
    expect(facetsOf(TABLE).map(({ key, options }) => [key, ...options.map(({ number }) => number)])).toEqual([
      ['severity', '1', '2'],
      ['domain', '2', '2'],
    ]);
  });

  test('keeps any query through an address', () => {
    const text = fc.string({ unit: 'binary' }).map((value) => value.toWellFormed());
    const key = text.filter((name) => !['search', 'sort', 'page'].includes(name));
    fc.assert(
      fc.property(fc.dictionary(key, text.filter(Boolean)), text, fc.integer({ min: 1 }), (facets, search, page) => {
        const query = { search, facets: new Map(Object.entries(facets)), descending: false, page };
        expect(parseQuery(formatQuery(query).slice(1))).toEqual(query);
      }),
    );
  });
});

test('packed data comes back as it was', () => {
  const key = fc.string().filter((name) => !name.includes('\n') && name !== '__proto__' && name !== '');
  const { data } = fc.letrec((tie) => ({
    data: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.array(tie('data'), { maxLength: 5 }),
      fc.dictionary(key, tie('data'), { minKeys: 1, maxKeys: 5, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(fc.array(data), (list) => {
      expect(unpack(JSON.parse(JSON.stringify(pack(list))))).toEqual(list);
    }),
  );
});
