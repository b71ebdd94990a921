import type { Severity } from '../../src/model/credential.ts';

/** Lists that the page holds as data and shows a page of rows at a time. */
export type TableName = 'findings' | 'credentials' | 'identities' | 'stores' | 'jobs';

/** What one element of each list is called, in links such as `#finding/<id>`. */
export const RECORD_KIND = {
  findings: 'finding',
  credentials: 'credential',
  identities: 'identity',
  stores: 'store',
  jobs: 'job',
} as const satisfies Readonly<Record<TableName, string>>;

export interface Column {
  readonly key: string;
  readonly label: string;
  readonly kind: 'severity' | 'link' | 'code' | 'text';
  /** Distinct values, for a column that can be filtered: its cells are positions in this list. */
  readonly values?: readonly string[];
  /** For each value, its place in the order they sort by, and how many rows have it. */
  readonly order?: readonly number[];
  readonly numbers?: readonly number[];
  /** Only there to filter and search by. */
  readonly hidden?: true;
}

/** Text, or positions in the column's values. */
export type Cell = string | readonly number[];

/** A list but for its rows. */
export interface Table {
  readonly name: TableName;
  /** What a row is called, once and many times. */
  readonly one: string;
  readonly many: string;
  /** How many rows there are. */
  readonly total: number;
  readonly columns: readonly Column[];
}

/** A row: the record's id, then a cell for each column. */
export type TableRow = readonly [string, ...Cell[]];

/** Some rows of a list: their ids, and for each column their cells. */
export interface RowChunk {
  readonly ids: readonly string[];
  readonly cells: readonly (readonly Cell[])[];
}

/** Rows that stand in one block of data: few enough to be read at once, enough to be few. */
export const ROWS = 2000;

/** Records whose details stand in one block. */
export const DETAILS = 250;

export interface Link {
  readonly text: string;
  /** Place in the page, beginning with `#`; absent where there is nothing to go to. */
  readonly href?: string;
}

/** Everything that is shown of one finding, credential, identity, store or job. */
export interface Detail {
  readonly kind: string;
  readonly title: string;
  readonly severity?: Severity;
  readonly facts: readonly { readonly term: string; readonly values: readonly Link[] }[];
  /** As in the finding; {@link detailView} makes blocks of it. */
  readonly remediation?: string;
  readonly evidence?: readonly { readonly what: string; readonly where?: string }[];
  readonly factors?: readonly { readonly what: string; readonly effect: string }[];
  readonly places?: readonly PlaceGroup[];
  /** Sentence on what was left out of the places. */
  readonly placesLeft?: string;
  readonly related?: readonly {
    readonly heading: string;
    readonly links: readonly Link[];
    readonly left?: string;
  }[];
}

/** All places of something in one file, or in one resource. */
export interface PlaceGroup {
  readonly source: string;
  readonly where: string;
  readonly notes: readonly string[];
}
