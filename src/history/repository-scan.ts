import { realpath } from 'node:fs/promises';
import { resolve } from '../engine/resolve.ts';
import { placedMatch } from '../engine/scan-segments.ts';
import type { SeenMatch } from '../engine/seen-match.ts';
import type { Workers } from '../engine/workers.ts';
import type { ReportGap } from '../git/gap.ts';
import type { ObjectTable } from '../git/pack/object-table.ts';
import type { OpenedRepository } from '../git/repository-facts.ts';
import { attributeBlobs } from '../git/trees/attribute-blobs.ts';
import type { BlobHistories } from '../git/trees/introduction.ts';
import { findReached } from '../git/trees/reach.ts';
import type { Match } from '../model/segment.ts';
import { timed } from '../model/progress.ts';
import type { Progress } from '../model/progress.ts';
import type { ObjectFindings } from './object-findings.ts';
import { positionIn } from './object-findings.ts';
import type { ScanMode } from './object-scanner.ts';
import type { ScannedHistory } from './gathered.ts';
import type { LeftScan } from './record/left-scans.ts';
import { RecordKeeper } from './record/record-keeper.ts';
import type { KeepRecords } from './record/record-keeper.ts';
import type { RepositoryObjects } from './open-objects.ts';
import type { PathKinds } from './path-kinds.ts';
import { scanHistory } from './scan-history.ts';

export interface ScanOptions {
  readonly objects: RepositoryObjects;
  readonly workers: Workers;
  readonly mode: ScanMode;
  /** Where what is read of histories is kept from one run to the next, if anywhere. */
  readonly records?: KeepRecords | undefined;
  readonly report: ReportGap;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** A repository whose objects are all scanned, before anybody asked where they stand. */
export class RepositoryScan {
  readonly table: ObjectTable;
  readonly history: ScannedHistory;
  /** Where there is a store. */
  readonly keeper: RecordKeeper | undefined;
  readonly #repository: OpenedRepository;
  readonly #report: ReportGap;
  readonly #reached: Uint8Array;
  #roots: ReadonlySet<number> | undefined;

  private constructor(
    repository: OpenedRepository,
    { table, history, keeper }: Pick<RepositoryScan, 'table' | 'history' | 'keeper'>,
    report: ReportGap,
  ) {
    this.table = table;
    this.history = history;
    this.keeper = keeper;
    this.#repository = repository;
    this.#report = report;
    this.#reached = findReached(history.commits, table.length, this.#tips());
  }

  static async open(repository: OpenedRepository, options: ScanOptions): Promise<RepositoryScan> {
    const { report, objects } = options;
    const { table, boundary } = objects;
    for (const gap of objects.gaps) report(gap);
    const keeper = options.records && new RecordKeeper(table, await nameOf(repository), boundary, options.records);
    const history = await scanHistory({ ...options, table, repository, boundary, keeper });
    const scan = await timed(
      options.progress,
      'attribution',
      () => new RepositoryScan(repository, { table, history, keeper }, report),
    );
    scan.#reportAbsent();
    return scan;
  }

  /** Where each blob, commit or tag stands: at each path it ever had, or at its name in the object store. */
  places(rows: Iterable<number>): BlobHistories {
    const { head } = this.#repository.refs;
    const headRow = head === undefined ? -1 : this.table.indexOfHex(head);
    return attributeBlobs({
      table: this.table,
      trees: this.history.trees,
      commits: this.history.commits,
      reached: this.#reached,
      ...(headRow >= 0 && { head: headRow }),
      blobs: rows,
      report: this.#report,
    });
  }

  /** Keeps what came of objects that git had to read, so that the next run need not read them. */
  async keepLeft(scans: ReadonlyMap<number, LeftScan>): Promise<void> {
    this.keeper?.takeLeft(scans);
    await this.keeper?.save(this.history);
  }

  isReached(row: number): boolean {
    return this.#reached[row] === 1;
  }

  /** Whether the tree at a row is that of a commit. */
  isRoot(row: number): boolean {
    this.#roots ??= new Set(this.history.commits.trees);
    return this.#roots.has(row);
  }

  #tips(): readonly number[] {
    const rows: number[] = [];
    const absent: string[] = [];
    for (const oid of this.#repository.refs.tips) {
      const row = this.table.indexOfHex(oid);
      if (row >= 0) rows.push(row);
      else absent.push(oid);
    }
    if (absent.length > 0) {
      const what = 'Refs name objects that are not in the repository; what only they lead to was not read.';
      const examples = absent.slice(0, 10);
      this.#report({ outcome: 'unreadable', unit: 'objects', count: absent.length, what, examples });
    }
    return rows;
  }

  #reportAbsent(): void {
    const { trees, commits } = this.history;
    const count = trees.absent.count + commits.absent.count;
    if (count === 0) return;
    const { partial } = this.#repository.facts;
    const what = partial
      ? 'Objects are absent because this is a partial clone; "git fetch --refetch" without a filter brings them.'
      : 'Objects that the history names are not in the repository; "git fsck" names them, a fresh clone mends it.';
    const examples = [...trees.absent.examples, ...commits.absent.examples].slice(0, 10);
    this.#report({ outcome: partial ? 'absent' : 'unreadable', unit: 'objects', count, what, examples });
  }
}

/**
 * What a repository is known by: where its objects really are. So work trees that share objects share a record, and
 * clones of one repository, which hold different objects, do not take turns in one.
 */
async function nameOf({ layout, format }: OpenedRepository): Promise<string> {
  return `history ${format} ${await realpath(layout.objectsDir)}`;
}

/**
 * The matches of an object at its places. Paths that are judged alike share matches, and a path at which nothing is left
 * has none.
 */
export function matchesAt<Place extends { readonly path: string }>(
  { findings, spots }: ObjectFindings,
  places: readonly Place[],
  kinds: PathKinds,
): readonly { readonly match: Match; readonly places: readonly Place[] }[] {
  const found = new Map<string, { match: Match; places: Place[] }>();
  const { detectors } = kinds;
  const known = new Map<string, readonly SeenMatch[]>();
  const seenAt = (path: string): readonly SeenMatch[] => {
    const kind = kinds.of(path);
    const seen = known.get(kind) ?? resolve(findings, path, detectors);
    known.set(kind, seen);
    return seen;
  };
  for (const place of places) {
    for (const seen of seenAt(place.path)) {
      const { detector, start, end, fingerprint, confidence, encoding = [] } = seen;
      const name = [detector, start, end, fingerprint, confidence, seen.keyId, ...encoding].join(' ');
      const told = found.get(name);
      if (told !== undefined) told.places.push(place);
      else {
        const match = placedMatch(seen, 0, detectors, (offset) => positionIn(spots, offset));
        found.set(name, { match, places: [place] });
      }
    }
  }
  return [...found.values()];
}
