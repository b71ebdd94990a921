/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { CHUNK, RECORD_KIND, type Detail, type Table, type TableName } from '../model.ts';
import { unpack, type Packed } from '../pack.ts';
import { EMPTY_QUERY, searchTexts, select, type Query } from '../select.ts';

/** A list of the page: read from its block of data when first shown, its details when first opened. */
export class List {
  readonly table: Table;
  /** What was shown last, which the details' Previous and Next go through. */
  query: Query = EMPTY_QUERY;
  positions: readonly number[];
  readonly #chunks = new Map<number, readonly Detail[]>();
  #texts: readonly string[] | undefined;
  #byId: ReadonlyMap<string, number> | undefined;

  constructor(table: Table) {
    this.table = table;
    this.positions = table.rows.map((_, position) => position);
  }

  show(query: Query): void {
    this.query = query;
    this.positions = select(this.table, query, () => (this.#texts ??= searchTexts(this.table)));
  }

  positionOf(id: string): number | undefined {
    this.#byId ??= new Map(this.table.rows.map(([rowId], position) => [rowId, position]));
    return this.#byId.get(id);
  }

  detail(position: number): Detail | undefined {
    const number = Math.floor(position / CHUNK);
    const chunk = this.#chunks.get(number) ?? readDetails(`${RECORD_KIND[this.table.name]}-details-${number}`);
    this.#chunks.set(number, chunk);
    return chunk[position % CHUNK];
  }
}

const lists = new Map<TableName, List>();

/** The list of that name, or nothing where the report has none. */
export function listOf(name: TableName): List | undefined {
  const known = lists.get(name);
  if (known !== undefined) return known;
  const table = readBlock(`table-${name}`) as Table | undefined;
  if (table === undefined) return undefined;
  const list = new List(table);
  lists.set(name, list);
  return list;
}

function readDetails(id: string): readonly Detail[] {
  const packed = readBlock(id) as Packed | undefined;
  return packed === undefined ? [] : (unpack(packed) as readonly Detail[]);
}

// The blocks are written by this program beside this script, so their shape is known.
function readBlock(id: string): unknown {
  const text = document.getElementById(id)?.textContent ?? undefined;
  return text === undefined ? undefined : JSON.parse(text);
}
