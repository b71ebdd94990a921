import type { Collection, CollectionBuilder, Collections } from '../../src/model/collection.ts';
import { compress, embed, type CompressedBlock } from './embed.ts';
import { DETAILS, RECORD_KIND, ROWS, type Detail, type Table } from './model.ts';
import { pack } from './pack.ts';
import { TableBuilder, type TableSpec } from './table-builder.ts';

/** Longest list whose data stands in the page as it is: read at once, where inflating would take a moment. */
const PLAIN_RECORDS = 5000;

/** Records that a list of the page shows, its columns, and what each record's own page says. */
export interface ListSpec<T extends { readonly id: string }> {
  readonly table: TableSpec<T>;
  readonly records: Collection<T>;
  readonly detail: (record: T) => Detail;
}

/** Gathers the data of the page's lists: rows and details, in blocks that are compressed one by one where the list is long. */
export class ListData {
  /** Elements of the page, of short lists alone. */
  readonly #plain: string[] = [];
  readonly #rows: CollectionBuilder<CompressedBlock>;
  readonly #details: CollectionBuilder<CompressedBlock>;

  constructor(collections: Collections) {
    this.#rows = collections.list();
    this.#details = collections.list();
  }

  /**
   * Goes through the records of a list once. Yields nothing to write, after each block, so that whoever writes may look
   * up from it.
   *
   * @returns the list but for its rows
   */
  *add<T extends { readonly id: string }>({ table, records, detail }: ListSpec<T>): Generator<string, Table> {
    const builder = new TableBuilder(table);
    const kind = RECORD_KIND[table.name];
    let details: Detail[] = [];
    let rowBlocks = 0;
    let detailBlocks = 0;
    const keep = (blocks: CollectionBuilder<CompressedBlock>, id: string, value: unknown): void => {
      if (records.length <= PLAIN_RECORDS) this.#plain.push(embed(id, value));
      else blocks.push(compress(id, value));
    };
    const endRows = (): void => keep(this.#rows, `${kind}-rows-${rowBlocks++}`, builder.takeChunk());
    const endDetails = (): void => {
      keep(this.#details, `${kind}-details-${detailBlocks++}`, pack(details));
      details = [];
    };
    for (const record of records) {
      builder.add(record);
      details.push(detail(record));
      if (builder.pending === ROWS) endRows();
      if (details.length < DETAILS) continue;
      endDetails();
      yield '';
    }
    if (builder.pending > 0) endRows();
    if (details.length > 0) endDetails();
    return builder.table();
  }

  /** Elements with the data of short lists. */
  plain(): readonly string[] {
    return this.#plain;
  }

  /** Blocks of long lists, those of rows first: they are asked for first. */
  *blocks(): Generator<CompressedBlock> {
    yield* this.#rows.finish();
    yield* this.#details.finish();
  }
}
