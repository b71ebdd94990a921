import type { Cell, Column, RowChunk, Table } from './model.ts';

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

/**
 * Positions of the rows that a query leaves, in its order. Without a sort the order is the list's own. Every word of
 * the search must stand somewhere in the row.
 *
 * @param chunks - All rows of the list
 */
export function select(table: Table, chunks: readonly RowChunk[], query: Query): readonly number[] {
  const tests = [...facetTests(table, query), ...wordTests(table, query)];
  const positions: number[] = [];
  let position = 0;
  for (const chunk of chunks) {
    for (let index = 0; index < chunk.ids.length; index++) {
      if (tests.every((test) => test(chunk, index))) positions.push(position);
      position += 1;
    }
  }
  return sorted(table, chunks, positions, query);
}

type Test = (chunk: RowChunk, index: number) => boolean;

function facetTests({ columns }: Table, { facets }: Query): readonly Test[] {
  return [...facets].map(([key, value]): Test => {
    const column = columns.findIndex((each) => each.key === key);
    const wanted = columns[column]?.values?.indexOf(value) ?? -1;
    return ({ cells }, index) => {
      const cell = cells[column]?.[index];
      return Array.isArray(cell) && cell.includes(wanted);
    };
  });
}

function wordTests({ columns }: Table, { search }: Query): readonly Test[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return words.map((word): Test => {
    // What a value says is looked at once, not for each row that has it.
    const holds = columns.map(({ values = [] }) => values.map((value) => value.toLowerCase().includes(word)));
    return ({ ids, cells }, index) =>
      ids[index]?.toLowerCase().includes(word) === true ||
      cells.some((column, number) => {
        const cell = column[index] ?? '';
        if (typeof cell === 'string') return cell.toLowerCase().includes(word);
        return cell.some((value) => holds[number]?.[value]);
      });
  });
}

function sorted(
  { columns }: Table,
  chunks: readonly RowChunk[],
  positions: readonly number[],
  { sort, descending }: Query,
): readonly number[] {
  const number = columns.findIndex(({ key }) => key === sort);
  const column = columns[number];
  if (column === undefined) return positions;
  const keys = chunks.flatMap(({ cells }) => (cells[number] ?? []).map((cell) => sortKey(column, cell)));
  const sign = descending ? -1 : 1;
  return positions.toSorted((a, b) => {
    const left = keys[a] ?? '';
    const right = keys[b] ?? '';
    return left < right ? -sign : left > right ? sign : a - b;
  });
}

/** A row with several values stands at the first of them. */
function sortKey({ order = [] }: Column, cell: Cell): string | number {
  return typeof cell === 'string' ? cell.toLowerCase() : (order[cell[0] ?? -1] ?? -1);
}

/** A column to choose a value of, each value with how many rows have it. */
export interface Facet {
  readonly key: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly number: string }[];
}

export function facetsOf({ columns }: Table): readonly Facet[] {
  return columns.flatMap(({ key, label, values = [], order = [], numbers = [] }) => {
    if (values.length < 2 || values.length > MOST_OPTIONS) return [];
    const options = values.map((value, position) => ({ value, number: String(numbers[position] ?? 0), position }));
    options.sort((a, b) => (order[a.position] ?? 0) - (order[b.position] ?? 0));
    return [{ key, label, options: options.map(({ value, number }) => ({ value, number })) }];
  });
}
