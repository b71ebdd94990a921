import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack, unpack } from '../../../reporters/html/pack.ts';
import { facetsOf, formatQuery, parseQuery, select } from '../../../reporters/html/select.ts';
import { TableBuilder } from '../../../reporters/html/table-builder.ts';
import { SEVERITIES } from '../../../reporters/text.ts';

interface Record {
  readonly id: string;
  readonly severity: string;
  readonly title: string;
  readonly domains: readonly string[];
}

const builder = new TableBuilder<Record>({
  name: 'findings',
  one: 'finding',
  many: 'findings',
  columns: [
    { key: 'severity', label: 'Severity', kind: 'severity', of: ({ severity }) => [severity], order: SEVERITIES },
    { key: 'title', label: 'Finding', kind: 'link', of: ({ title }) => title },
    { key: 'domain', label: 'Domain', kind: 'text', of: ({ domains }) => domains },
    { key: 'owner', label: 'Owner', kind: 'text', of: () => ['none'] },
    { key: 'used', label: 'Last used', kind: 'text', of: () => '' },
  ],
});
builder.add({ id: 'a', severity: 'low', title: 'Zebra key', domains: ['customer'] });
builder.add({ id: 'b', severity: 'critical', title: 'apple key', domains: ['partner', 'customer'] });
// The rows may stand in several blocks.
const CHUNKS = [builder.takeChunk()];
builder.add({ id: 'c', severity: 'low', title: 'Mango token', domains: ['partner'] });
CHUNKS.push(builder.takeChunk());
const TABLE = builder.table();

function ids(query: string): string {
  const all = CHUNKS.flatMap((chunk) => chunk.ids);
  return select(TABLE, CHUNKS, parseQuery(query))
    .map((position) => all[position] ?? '')
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
    ['search=none', ''],
    ['sort=severity', 'bac'],
    ['sort=domain', 'abc'],
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

  test('has no room for a column that says nothing', () => {
    expect(TABLE.columns.filter(({ hidden }) => hidden).map(({ key }) => key)).toEqual(['owner', 'used']);
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
