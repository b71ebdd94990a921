import { NODE } from '../git/pack/delta-unit.ts';
import type { DeltaUnit } from '../git/pack/delta-unit.ts';
import type { ObjectTable } from '../git/pack/object-table.ts';
import { Commits } from '../git/trees/commits.ts';
import { TreeEdges } from '../git/trees/tree-edges.ts';
import type { Progress } from '../model/progress.ts';
import type { ObjectFindings } from './object-findings.ts';
import type { ScannedUnit } from './object-scanner.ts';
import type { Recalled } from './record/history-record.ts';
import type { UnitPayload, UnitResult } from './tasks.ts';

/** Everything that all objects of a repository hold, whatever their paths may be. */
export interface ScannedHistory {
  readonly found: readonly ObjectFindings[];
  readonly problems: ScannedUnit['problems'];
  readonly commits: Commits;
  readonly trees: TreeEdges;
  /** Rows of blobs, commits and tags that have to be read through git, ascending. */
  readonly fallback: readonly number[];
  readonly totals: { readonly blobs: number; readonly bytes: number; readonly searched: number };
}

/** Puts together what comes back from the workers, in any order. */
export class Gathered {
  readonly commits: Commits;
  readonly trees: TreeEdges;
  readonly #found: ObjectFindings[] = [];
  readonly #problems: ScannedUnit['problems'][number][] = [];
  readonly #fallback = new Set<number>();
  /** Trees, commits, tags, and what nobody knows the type of. */
  readonly #rest = new Set<number>();
  readonly #totals = { blobs: 0, bytes: 0, searched: 0 };
  readonly #progress: Progress;
  readonly #idsByRow: Uint32Array;

  constructor(table: ObjectTable, progress: Progress) {
    this.#idsByRow = table.columns.idsByRow;
    this.commits = new Commits(table.length, table.idBytes);
    this.trees = new TreeEdges(table);
    this.#progress = progress;
  }

  get found(): readonly ObjectFindings[] {
    return this.#found;
  }

  get problems(): ScannedUnit['problems'] {
    return this.#problems;
  }

  /** Takes over what an earlier run knew. `scanned` are the objects that are not to be scanned again. */
  recall(
    { found, problems, trees, commits }: Recalled,
    scanned: { readonly blobs: number; readonly bytes: number },
  ): void {
    if (commits !== undefined) this.commits.add(commits);
    if (trees !== undefined) this.trees.add(trees);
    for (const each of found) this.#found.push(each);
    for (const each of problems) this.#problems.push(each);
    this.#totals.blobs += scanned.blobs;
    this.#totals.bytes += scanned.bytes;
  }

  take({ scanned, commits, trees }: UnitResult): void {
    if (commits !== undefined) this.commits.add(commits);
    if (trees !== undefined) this.trees.add(trees);
    this.readLater(trees?.damaged ?? []);
    this.readLater(trees?.limited ?? []);
    if (scanned === undefined) return;
    for (const each of scanned.found) this.#found.push(each);
    for (const each of scanned.problems) this.#problems.push(each);
    if (commits === undefined) this.leaveToGit(scanned.fallback);
    else this.readLater(scanned.fallback);
    if (commits === undefined) this.#totals.blobs += scanned.objects;
    this.#totals.bytes += scanned.bytes;
    this.#totals.searched += scanned.searched;
    this.#progress.advance({ items: scanned.objects, bytes: scanned.bytes });
  }

  /** A unit that brought its worker down: its objects are read one by one, where the one to blame shows itself. */
  fail({ unit, kind }: UnitPayload, _why: string): void {
    if (kind === 'blobs') this.leaveToGit(ownRows(unit));
    else this.readLater(ownRows(unit));
  }

  /** To be scanned through git, when it is known where it stands. */
  leaveToGit(rows: Iterable<number>): void {
    for (const row of rows) this.#fallback.add(row);
  }

  /** To be read through git before it can be told where anything stands. */
  readLater(rows: Iterable<number>): void {
    for (const row of rows) this.#rest.add(row);
  }

  takeRest(): readonly number[] {
    const rows = [...this.#rest].sort((a, b) => a - b);
    this.#rest.clear();
    return rows;
  }

  result(): ScannedHistory {
    // In an order that depends neither on how objects are stored nor on which worker was quicker.
    const byId = (a: { readonly row: number }, b: { readonly row: number }): number =>
      this.#idsByRow[a.row]! - this.#idsByRow[b.row]!;
    return {
      found: this.#found.toSorted(byId),
      problems: this.#problems.toSorted(byId),
      commits: this.commits,
      trees: this.trees,
      fallback: [...this.#fallback].sort((a, b) => a - b),
      totals: this.#totals,
    };
  }
}

/** Rows of the objects that a unit is to deal with. */
export function ownRows({ rows, flags }: DeltaUnit): readonly number[] {
  return [...rows].filter((_, node) => (flags[node]! & NODE.context) === 0);
}
