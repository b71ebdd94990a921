/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import {
  DETAILS,
  RECORD_KIND,
  ROWS,
  type Detail,
  type RowChunk,
  type Table,
  type TableName,
  type TableRow,
} from '../model.ts';
import { unpack, type Packed } from '../pack.ts';
import { rowOf } from '../rows.ts';
import { EMPTY_QUERY, select, type Query } from '../select.ts';
import { readBlock, readTable } from './blocks.ts';

/** A list of the page: its rows are read from their blocks of data as far as they are needed, its details when opened. */
export class List {
  readonly table: Table;
  /** What was shown last, which the details' Previous and Next go through. */
  query: Query = EMPTY_QUERY;
  /** Positions that the query leaves; undefined for all, in the list's own order. */
  #positions: readonly number[] | undefined;
  #places: ReadonlyMap<number, number> | undefined;
  readonly #chunks: RowChunk[] = [];
  #reading: Promise<void> = Promise.resolve();
  readonly #details = new Map<number, Promise<readonly Detail[]>>();

  constructor(table: Table) {
    this.table = table;
  }

  /** How many rows the query leaves. */
  get length(): number {
    return this.#positions?.length ?? this.table.total;
  }

  /** Selects what the query asks for; reads all rows where it needs to look at them. */
  async show(query: Query): Promise<void> {
    const isWhole = query.search === '' && query.facets.size === 0 && query.sort === undefined;
    if (!isWhole) await this.#read(this.table.total);
    this.query = query;
    this.#positions = isWhole ? undefined : select(this.table, this.#chunks, query);
    this.#places = undefined;
  }

  /** Some rows of what is shown, from a place in its order on. */
  async rows(from: number, count: number): Promise<readonly TableRow[]> {
    const places = Array.from({ length: Math.max(0, Math.min(count, this.length - from)) }, (_, index) => from + index);
    const positions = places.map((place) => this.#positionAt(place));
    await this.#read(Math.max(-1, ...positions) + 1);
    return positions.flatMap((position) => {
      const chunk = this.#chunks[Math.floor(position / ROWS)];
      return chunk === undefined ? [] : [rowOf(chunk, position % ROWS)];
    });
  }

  /** Position of a record; undefined where the list has none of that id. */
  async positionOf(id: string): Promise<number | undefined> {
    for (let number = 0; number * ROWS < this.table.total; number++) {
      await this.#read(number * ROWS + 1);
      const index = this.#chunks[number]?.ids.indexOf(id) ?? -1;
      if (index >= 0) return number * ROWS + index;
    }
    return undefined;
  }

  /** Place of a position in the order of what is shown, -1 where it is not. */
  placeOf(position: number): number {
    if (this.#positions === undefined) return position;
    this.#places ??= new Map(this.#positions.map((each, place) => [each, place]));
    return this.#places.get(position) ?? -1;
  }

  async detail(position: number): Promise<Detail | undefined> {
    const number = Math.floor(position / DETAILS);
    const known = this.#details.get(number) ?? readDetails(`${RECORD_KIND[this.table.name]}-details-${number}`);
    this.#details.set(number, known);
    return (await known)[position % DETAILS];
  }

  #positionAt(place: number): number {
    return this.#positions === undefined ? place : (this.#positions[place] ?? 0);
  }

  /** Reads blocks until so many rows are there. One at a time: a block is only read behind the one before it. */
  #read(rows: number): Promise<void> {
    const read = async (): Promise<void> => {
      const wanted = Math.ceil(Math.min(rows, this.table.total) / ROWS);
      while (this.#chunks.length < wanted) {
        const id = `${RECORD_KIND[this.table.name]}-rows-${this.#chunks.length}`;
        // The blocks are written by this program beside this script, so their shape is known.
        this.#chunks.push((await readBlock(id)) as RowChunk);
      }
    };
    this.#reading = this.#reading.then(read, read);
    return this.#reading;
  }
}

const lists = new Map<TableName, List>();

/** The list of that name, or nothing where the report has none. */
export function listOf(name: TableName): List | undefined {
  const known = lists.get(name);
  if (known !== undefined) return known;
  const table = readTable(name);
  if (table === undefined || table.total === 0) return undefined;
  const list = new List(table);
  lists.set(name, list);
  return list;
}

async function readDetails(id: string): Promise<readonly Detail[]> {
  return unpack((await readBlock(id)) as Packed) as readonly Detail[];
}
