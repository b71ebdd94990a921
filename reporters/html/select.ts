import type { Table, TableRow } from './model.ts';
import { cellText } from './rows.ts';

/** What of a list is shown, as it stands behind the `?` of a link into the page. */
export interface Query {
  readonly search: string;
  /** Column to the value its cells must have. */
  readonly facets: ReadonlyMap<string, string>;
  readonly sort?: string;
  readonly descending: boolean;
  /** Page of the list, from 1. */
  readonly page: number;
}

/** Longest list of values that is offered for choosing from; longer ones are searched. */
const MOST_OPTIONS = 300;

export const EMPTY_QUERY: Query = { search: '', facets: new Map(), descending: false, page: 1 };

/** Reads `severity=critical&search=deploy&sort=-title&page=2`; what it does not know it takes for a column. */
export function parseQuery(text: string): Query {
  const facets = new Map<string, string>();
  let query = EMPTY_QUERY;
  for (const [name, value] of new URLSearchParams(text)) {
    if (name === 'search') query = { ...query, search: value };
    else if (name === 'page') query = { ...query, page: Math.max(1, Number.parseInt(value, 10) || 1) };
    else if (name === 'sort') query = { ...query, sort: value.replace(/^-/, ''), descending: value.startsWith('-') };
    else if (value !== '') facets.set(name, value);
  }
  return { ...query, facets };
}

/** The inverse of {@link parseQuery}, with `?` unless there is nothing to say. */
export function formatQuery(query: Query): string {
  const parameters = new URLSearchParams([...query.facets]);
  if (query.search !== '') parameters.set('search', query.search);
  if (query.sort !== undefined) parameters.set('sort', `${query.descending ? '-' : ''}${query.sort}`);
  if (query.page > 1) parameters.set('page', String(query.page));
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** Everything that a row says, in lower case, for searching. */
export function searchTexts(table: Table): readonly string[] {
  return table.rows.map((row) =>
    [row[0], ...table.columns.map((column, index) => cellText(column, row[index + 1] ?? ''))].join('\n').toLowerCase(),
  );
}

/**
 * Positions of the rows that a query leaves, in its order. Without a sort the order is the list's own. Every word of
 * the search must stand somewhere in the row.
 *
 * @param texts - From {@link searchTexts}; only called for when something is searched
 */
export function select(table: Table, query: Query, texts: () => readonly string[]): readonly number[] {
  let positions = table.rows.map((_, position) => position);
  for (const [key, value] of query.facets) {
    const index = table.columns.findIndex((column) => column.key === key);
    const wanted = table.columns[index]?.values?.indexOf(value) ?? -1;
    positions = positions.filter((position) => {
      const cell = table.rows[position]?.[index + 1];
      return Array.isArray(cell) && cell.includes(wanted);
    });
  }
  const words = query.search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length > 0) {
    const all = texts();
    positions = positions.filter((position) => words.every((word) => all[position]?.includes(word)));
  }
  return sorted(table, positions, query);
}

function sorted(table: Table, positions: readonly number[], query: Query): readonly number[] {
  const index = table.columns.findIndex(({ key }) => key === query.sort);
  if (index < 0) return positions;
  const keys = table.rows.map((row) => sortKey(row, index + 1));
  const sign = query.descending ? -1 : 1;
  return positions.toSorted((a, b) => {
    const left = keys[a] ?? '';
    const right = keys[b] ?? '';
    return left < right ? -sign : left > right ? sign : a - b;
  });
}

function sortKey(row: TableRow, index: number): string | number {
  const cell = row[index] ?? '';
  return typeof cell === 'string' ? cell.toLowerCase() : (cell[0] ?? -1);
}

/** A column to choose a value of, each value with how many rows have it. */
export interface Facet {
  readonly key: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly number: string }[];
}

export function facetsOf(table: Table): readonly Facet[] {
  return table.columns.flatMap(({ key, label, values = [] }, index) => {
    if (values.length < 2 || values.length > MOST_OPTIONS) return [];
    const numbers = values.map(() => 0);
    for (const row of table.rows) {
      const cell = row[index + 1];
      if (Array.isArray(cell)) for (const position of cell) numbers[position] = (numbers[position] ?? 0) + 1;
    }
    return [
      { key, label, options: values.map((value, position) => ({ value, number: String(numbers[position] ?? 0) })) },
    ];
  });
}
