import {
  RECORD_KIND,
  type Cell,
  type Column,
  type RowChunk,
  type Table,
  type TableName,
  type TableRow,
} from './model.ts';

/** A row as the template `rows` writes it. */
export interface RowView {
  readonly cells: readonly {
    readonly label: string;
    readonly text: string;
    readonly href?: string;
    readonly severity?: string;
    readonly code?: boolean;
  }[];
}

/** Where the page shows a record. */
export function recordHref(table: TableName, id: string): string {
  return `#${RECORD_KIND[table]}/${encodeURIComponent(id)}`;
}

export function rowView(table: Table, row: TableRow): RowView {
  return {
    cells: table.columns.flatMap((column, index) => {
      if (column.hidden) return [];
      const text = cellText(column, row[index + 1] ?? '');
      return [
        {
          label: column.label,
          text,
          ...(column.kind === 'link' ? { href: recordHref(table.name, row[0]) } : {}),
          ...(column.kind === 'severity' ? { severity: text } : {}),
          ...(column.kind === 'code' ? { code: true } : {}),
        },
      ];
    }),
  };
}

export function rowOf({ ids, cells }: RowChunk, index: number): TableRow {
  return [ids[index] ?? '', ...cells.map((column) => column[index] ?? '')];
}

/** What a cell says. */
function cellText(column: Column, cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.map((position) => column.values?.[position] ?? '').join(', ');
}
