import type { Cell, Column, RowChunk, Table } from './model.ts';

/** A list and how its rows follow from records. */
export interface TableSpec<T> extends Pick<Table, 'name' | 'one' | 'many'> {
  readonly columns: readonly ColumnSpec<T>[];
}

interface ColumnSpec<T> extends Pick<Column, 'key' | 'label' | 'kind' | 'hidden'> {
  /** The cell, or all its values where the column can be filtered. */
  readonly of: (record: T) => string | readonly string[];
  /** Values in their own order, where that is not the alphabet's. */
  readonly order?: readonly string[];
}

/** Value of a cell that has none. */
export const NONE = 'none';

/** Makes the rows of a list from its records, one after the other, and says what it knows of the columns at the end. */
export class TableBuilder<T extends { readonly id: string }> {
  readonly #spec: TableSpec<T>;
  readonly #columns: readonly ColumnBuilder<T>[];
  #ids: string[] = [];
  #total = 0;

  constructor(spec: TableSpec<T>) {
    this.#spec = spec;
    this.#columns = spec.columns.map((column) => new ColumnBuilder(column));
  }

  /** Rows since the last {@link takeChunk}. */
  get pending(): number {
    return this.#ids.length;
  }

  add(record: T): void {
    this.#ids.push(record.id);
    for (const column of this.#columns) column.add(record);
    this.#total += 1;
  }

  takeChunk(): RowChunk {
    const ids = this.#ids;
    this.#ids = [];
    return { ids, cells: this.#columns.map((column) => column.takeCells()) };
  }

  table(): Table {
    const { name, one, many } = this.#spec;
    return { name, one, many, total: this.#total, columns: this.#columns.map((column) => column.column()) };
  }
}

class ColumnBuilder<T> {
  readonly #spec: ColumnSpec<T>;
  /** Position of each value, and how many rows have it. */
  readonly #values = new Map<string, number>();
  readonly #numbers: number[] = [];
  #says = false;
  #cells: Cell[] = [];

  constructor(spec: ColumnSpec<T>) {
    this.#spec = spec;
  }

  add(record: T): void {
    const said = this.#spec.of(record);
    if (typeof said === 'string') {
      this.#says ||= said !== '';
      this.#cells.push(said);
      return;
    }
    this.#cells.push([...new Set(said)].map((value) => this.#positionOf(value)));
  }

  takeCells(): readonly Cell[] {
    const cells = this.#cells;
    this.#cells = [];
    return cells;
  }

  column(): Column {
    const { key, label, kind, hidden, order } = this.#spec;
    const values = [...this.#values.keys()];
    const head = { key, label, kind };
    // A column that says nothing only takes room.
    const isEmpty = values.length === 0 ? !this.#says : values.length === 1 && values[0] === NONE;
    if (isEmpty) return { ...head, hidden: true };
    const shown = { ...head, ...(hidden ? { hidden } : {}) };
    if (values.length === 0) return shown;
    const rank = new Map(order?.map((value, position) => [value, position]));
    const byOrder = values.toSorted(
      order === undefined
        ? (a, b) => a.localeCompare(b, 'en')
        : (a, b) => (rank.get(a) ?? order.length) - (rank.get(b) ?? order.length),
    );
    const place = new Map(byOrder.map((value, position) => [value, position]));
    return { ...shown, values, order: values.map((value) => place.get(value) ?? 0), numbers: this.#numbers };
  }

  #positionOf(value: string): number {
    const known = this.#values.get(value);
    const position = known ?? this.#values.size;
    if (known === undefined) this.#values.set(value, position);
    this.#numbers[position] = (this.#numbers[position] ?? 0) + 1;
    return position;
  }
}
