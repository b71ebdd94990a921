import type { Gap, ReportGap } from '../git/gap.ts';
import type { ObjectTable } from '../git/pack/object-table.ts';
import type { LeftScan } from '../history/record/left-scans.ts';
import type { Match } from '../model/segment.ts';

interface Begun {
  readonly row: number;
  readonly paths: readonly string[];
  readonly matches: { readonly path: string; readonly match: Match }[];
  readonly from: { readonly blobs: number; readonly bytes: number };
}

/** Notes what comes of each object that git reads for us, one after the other, so that it need not be read again. */
export class GitScans {
  readonly #totals: { readonly blobs: number; readonly bytes: number };
  readonly #report: ReportGap;
  readonly #begun = new Map<number, Begun>();
  readonly #done = new Map<number, LeftScan>();
  /** Rows of objects that were not read whole or not judged in full: to be tried again by the next run. */
  readonly #spoiled = new Set<number>();
  readonly #rowOf: (oid: string) => number;
  #current: Begun | undefined;

  /** @param totals Grow as objects are read. */
  constructor(table: ObjectTable, totals: { readonly blobs: number; readonly bytes: number }, report: ReportGap) {
    this.#rowOf = (oid) => table.indexOfHex(oid);
    this.#totals = totals;
    this.#report = report;
  }

  /** Passes on what is reported. Whatever it names was not read in full; where it names nothing, it may be anything. */
  readonly report = (gap: Gap): void => {
    this.#report(gap);
    const rows = (gap.examples ?? []).map((example) => this.#rowOf(/^[0-9a-f]*/.exec(example)?.[0] ?? ''));
    const named = rows.length === gap.count && !rows.includes(-1);
    for (const row of named ? rows : this.#begun.keys()) this.#spoiled.add(row);
  };

  /** An object is about to be read, to be judged at these paths. The one before it is through. */
  begin(row: number, paths: readonly string[]): void {
    this.#close();
    const { blobs, bytes } = this.#totals;
    this.#current = { row, paths, matches: [], from: { blobs, bytes } };
    this.#begun.set(row, this.#current);
  }

  match(row: number, path: string, match: Match): void {
    this.#begun.get(row)?.matches.push({ path, match });
  }

  /** Something of the object was not judged. */
  spoil(row: number): void {
    this.#spoiled.add(row);
  }

  /** All that came through without any problem; called once, when everything was read and judged. */
  finished(): ReadonlyMap<number, LeftScan> {
    this.#close();
    for (const row of this.#spoiled) this.#done.delete(row);
    return this.#done;
  }

  #close(): void {
    if (this.#current === undefined) return;
    const { row, paths, matches, from } = this.#current;
    const { blobs, bytes } = this.#totals;
    this.#done.set(row, { paths, matches, blobs: blobs - from.blobs, bytes: bytes - from.bytes });
    this.#current = undefined;
  }
}
