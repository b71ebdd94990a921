import { compileDetectors } from '../engine/compile.ts';
import type { Workers } from '../engine/workers.ts';
import { openCleanGitDir } from '../git/clean-git-dir.ts';
import type { ReportGap } from '../git/gap.ts';
import { objectPath } from '../git/object-id.ts';
import { readObjects } from '../git/object-reader.ts';
import { OBJECT_TYPE } from '../git/pack/object-table.ts';
import type { OpenedRepository } from '../git/repository-facts.ts';
import { readSignature } from '../git/signature.ts';
import type { BlobHistories } from '../git/trees/introduction.ts';
import { compareWithWhole } from '../history/compare-whole.ts';
import type { OnComparison } from '../history/compare-whole.ts';
import type { ObjectFindings } from '../history/object-findings.ts';
import type { ScannedHistory } from '../history/gathered.ts';
import type { KeepRecords } from '../history/record/record-keeper.ts';
import { openObjects } from '../history/open-objects.ts';
import type { RepositoryObjects } from '../history/open-objects.ts';
import { PathKinds } from '../history/path-kinds.ts';
import { RepositoryScan, matchesAt } from '../history/repository-scan.ts';
import type { Detector } from '../model/detector.ts';
import { BittingError } from '../model/errors.ts';
import type { FilePlace } from '../model/place.ts';
import { timed } from '../model/progress.ts';
import type { Progress } from '../model/progress.ts';
import type { Engine, Match } from '../model/segment.ts';
import { GitScans } from './git-scans.ts';
import { objectSegments } from './object-segments.ts';
import { filterPath } from './path-filter.ts';
import { PlaceBudget } from './place-budget.ts';
import { placeOf } from './place-of.ts';
import { SegmentLog } from './segment-log.ts';
import type { Located, SourceOptions } from './source-reader.ts';

/** Paths at which an object that git reads for us is judged. */
const MAX_JUDGED_PATHS = 8;

/** A match and where it stands. */
export interface PlacedMatch {
  readonly match: Match;
  readonly places: readonly FilePlace[];
}

export interface HistoryContext {
  /** Takes what was found, object by object. */
  readonly take: (located: Located) => void;
  readonly workers: Workers;
  readonly engine: Engine;
  readonly detectors: readonly Detector[];
  /** Where what is read is kept from one run to the next, if anywhere. */
  readonly records?: KeepRecords | undefined;
  /** Where every object is to be scanned whole, too: told how that compared with the scan by changes. */
  readonly onComparison?: OnComparison | undefined;
  readonly signal: AbortSignal;
}

type ObjectPlace = Pick<
  FilePlace,
  'path' | 'commit' | 'blob' | 'author' | 'date' | 'reachable' | 'lastCommit' | 'atHead'
>;

/** Reads every blob, commit and tag of a repository once, reachable or not, then says where matches came in. */
export class HistoryReader {
  readonly totals = { blobs: 0, bytes: 0 };
  readonly #repository: OpenedRepository;
  readonly #options: SourceOptions;
  readonly #report: ReportGap;
  readonly #progress: Progress;
  #commits: number | undefined;
  #objects: Promise<RepositoryObjects> | undefined;

  constructor(
    repository: OpenedRepository,
    context: { readonly options: SourceOptions; readonly report: ReportGap; readonly progress: Progress },
  ) {
    this.#repository = repository;
    this.#options = context.options;
    this.#report = context.report;
    this.#progress = context.progress;
  }

  /** Commits the repository holds, reachable or not; undefined before they were read. */
  get commits(): number | undefined {
    return this.#commits;
  }

  /** Begins what the scan does first, and has the workers start: while files are read there is time for that. */
  prepare({ workers, signal }: Pick<HistoryContext, 'workers' | 'signal'>): void {
    workers.start();
    this.#objects ??= openObjects(this.#repository, signal);
    // Whoever asks for it is told.
    this.#objects.catch(() => {});
  }

  /** Tells all matches in history. What cannot be read is reported; only an abort rejects. */
  async scan(context: HistoryContext, source: string): Promise<void> {
    const { workers, engine, detectors, records, take, signal } = context;
    const progress = this.#progress;
    try {
      const opening = this.#objects ?? openObjects(this.#repository, signal);
      // They are large, and a reader lives as long as the run.
      this.#objects = undefined;
      const objects = await timed(progress, 'tabulating packs', () => opening);
      const scan = await RepositoryScan.open(this.#repository, {
        objects,
        workers,
        mode: 'changes',
        records,
        report: this.#report,
        progress,
        signal,
      });
      const { fallback, totals, commits } = scan.history;
      this.#commits = commits.length;
      this.totals.blobs += totals.blobs;
      this.totals.bytes += totals.bytes;
      const { found, problems } = await this.#confirmed(scan, context);
      const rows = [...found.map(({ row }) => row), ...fallback];
      const histories = await timed(progress, 'attribution', () => scan.places(rows));
      const placer = new Placer(scan, histories, this.#options, this.#report, source);
      take({
        placed: [],
        problems: problems.map(({ detector, what }) => ({
          segment: 0,
          what,
          ...(detector !== undefined && { detector }),
        })),
      });
      await timed(progress, 'placing', async () => {
        await placer.readTags(rows, this.#repository, signal);
        const kinds = new PathKinds(compileDetectors(detectors).detectors);
        for (const each of found) take({ placed: placer.place(each, kinds), problems: [] });
      });
      await timed(progress, 'reading through git', () => this.#scanThroughGit(scan, placer, engine, take, signal));
    } catch (error) {
      if (!(error instanceof BittingError)) throw error;
      const what = `The history could not be read. ${error.message}`;
      this.#report({ outcome: 'unreadable', unit: 'objects', count: 1, what });
    }
  }

  /** What was found by changes, and, where that is to be confirmed, whatever a scan of the whole found beside it. */
  async #confirmed(
    { table, history }: RepositoryScan,
    { workers, signal, onComparison }: HistoryContext,
  ): Promise<Pick<ScannedHistory, 'found' | 'problems'>> {
    if (onComparison === undefined) return history;
    const context = { workers, report: this.#report, progress: this.#progress, signal, onComparison };
    return timed(this.#progress, 'comparing with a whole scan', () => compareWithWhole(table, history, context));
  }

  /** Objects that could not be put together from their packs, and those too large to be held. */
  async #scanThroughGit(
    scan: RepositoryScan,
    placer: Placer,
    engine: Engine,
    take: HistoryContext['take'],
    signal: AbortSignal,
  ): Promise<void> {
    const { table, history, keeper } = scan;
    const pathsOf = (row: number): readonly string[] =>
      [...new Set(placer.placesOf(row).map(({ path }) => path))].slice(0, MAX_JUDGED_PATHS);
    const place = (match: Match, row: number, path: string): void => {
      take({ placed: placer.placeMatch({ ...match, segment: 0 }, row, path), problems: [] });
    };
    const unknown = history.fallback.filter((row) => {
      const known = keeper?.leftScan(row, pathsOf(row));
      for (const { match, path } of known?.matches ?? []) place(match, row, path);
      this.totals.blobs += known?.blobs ?? 0;
      this.totals.bytes += known?.bytes ?? 0;
      return known === undefined;
    });
    if (unknown.length === 0) return;
    const scans = new GitScans(table, this.totals, this.#report);
    const git = await openCleanGitDir(this.#repository, signal);
    try {
      const ids = { length: unknown.length, at: (index: number) => table.oid(unknown[index] ?? 0) };
      const log = new SegmentLog<{ readonly row: number; readonly path: string }>();
      const sink = {
        log,
        origins: (index: number) => {
          const row = unknown[index] ?? 0;
          const paths = pathsOf(row);
          scans.begin(row, paths);
          return paths.map((path) => ({ row, path }));
        },
        totals: this.totals,
        report: scans.report,
        progress: this.#progress,
      };
      for await (const batch of objectSegments(readObjects(git, ids, scans.report), sink, signal)) {
        const result = await engine.scan(batch);
        take({ placed: [], problems: result.problems });
        for (const problem of result.problems) {
          scans.spoil(log.originOfSegment(problem.segment)?.row ?? -1);
        }
        for (const match of result.matches) {
          const origin = log.originOf(match);
          if (origin === undefined) continue;
          scans.match(origin.row, origin.path, match);
          place(match, origin.row, origin.path);
        }
      }
    } finally {
      await git.close();
    }
    await scan.keepLeft(scans.finished());
  }
}

/** Says where the matches of objects stand. */
class Placer {
  readonly #scan: RepositoryScan;
  readonly #histories: BlobHistories;
  readonly #options: SourceOptions;
  readonly #report: ReportGap;
  readonly #source: string;
  readonly #budget: PlaceBudget;
  readonly #tags = new Map<number, Pick<ObjectPlace, 'author' | 'date'>>();

  constructor(
    scan: RepositoryScan,
    histories: BlobHistories,
    options: SourceOptions,
    report: ReportGap,
    source: string,
  ) {
    this.#scan = scan;
    this.#histories = histories;
    this.#options = options;
    this.#report = report;
    this.#source = source;
    this.#budget = new PlaceBudget(report);
  }

  /** Reads who made the tags among the rows, and when: the few that matter. */
  async readTags(rows: readonly number[], repository: OpenedRepository, signal: AbortSignal): Promise<void> {
    const { table } = this.#scan;
    const tags = rows.filter((row) => table.columns.types[row] === OBJECT_TYPE.tag);
    if (tags.length === 0) return;
    const git = await openCleanGitDir(repository, signal);
    try {
      const ids = { length: tags.length, at: (index: number) => table.oid(tags[index] ?? 0) };
      for await (const object of readObjects(git, ids, this.#report)) {
        const bytes = Buffer.alloc(Math.min(object.size, 64 * 1024));
        if (bytes.length === object.size) await object.readInto(bytes);
        this.#tags.set(tags[object.index] ?? 0, readSignature(bytes));
      }
    } finally {
      await git.close();
    }
  }

  /** All places of an object: of a commit or tag, and of a blob that no commit holds, its name in the object store. */
  placesOf(row: number): readonly ObjectPlace[] {
    const { table, history } = this.#scan;
    const oid = table.oid(row);
    const type = table.columns.types[row];
    const commit = history.commits.numberOf(row);
    if (commit >= 0) {
      const author = history.commits.author(commit);
      const date = history.commits.date(commit);
      return [
        {
          path: objectPath(oid),
          commit: oid,
          ...(author !== '' && { author }),
          ...(date !== '' && { date }),
          reachable: this.#scan.isReached(row),
        },
      ];
    }
    if (type === OBJECT_TYPE.tag) {
      return [{ path: objectPath(oid), ...this.#tags.get(row), reachable: this.#scan.isReached(row) }];
    }
    const known = this.#histories.get(row);
    if (known === undefined || known.introductions.length === 0) {
      const isRoot = (tree: number): boolean => this.#scan.isRoot(tree);
      const path = history.trees.pathOf(row, isRoot) ?? objectPath(oid);
      return [{ path, blob: oid, reachable: known?.reachable ?? false }];
    }
    return known.introductions.map(({ path, commit: introduced, author, date, reachable, last, atHead }) => ({
      path,
      commit: introduced,
      blob: oid,
      author,
      date,
      reachable,
      lastCommit: last,
      atHead,
    }));
  }

  place(found: ObjectFindings, kinds: PathKinds): readonly PlacedMatch[] {
    const wanted = this.#wanted(this.placesOf(found.row));
    return matchesAt(found, wanted, kinds).flatMap(({ match, places }) => this.#told(match, places));
  }

  /** The places of a match that was judged at one of its object's paths. */
  placeMatch(match: Match, row: number, path: string): readonly PlacedMatch[] {
    return this.#told(match, this.#wanted(this.placesOf(row).filter((place) => place.path === path)));
  }

  #told(match: Match, places: readonly ObjectPlace[]): readonly PlacedMatch[] {
    if (places.length === 0) return [];
    const told = this.#budget.take(places);
    return [{ match, places: told.map(({ path, ...more }) => placeOf(match, this.#source, path, more)) }];
  }

  #wanted(places: readonly ObjectPlace[]): readonly ObjectPlace[] {
    const wanted = places.filter((place) => filterPath(place.path, this.#options));
    if (wanted.length < places.length) {
      const what = 'Places in history were left out by the patterns given.';
      this.#report({ outcome: 'excluded', unit: 'objects', count: places.length - wanted.length, what });
    }
    return wanted;
  }
}
