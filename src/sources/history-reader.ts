import { attribute } from '../git/attribution.ts';
import type { CleanGitDir } from '../git/clean-git-dir.ts';
import { openCleanGitDir } from '../git/clean-git-dir.ts';
import type { ReportGap } from '../git/gap.ts';
import { listHistory } from '../git/history.ts';
import type { History } from '../git/history.ts';
import { objectPath } from '../git/object-id.ts';
import { readObjects } from '../git/object-reader.ts';
import { readSignature } from '../git/signature.ts';
import type { OpenedRepository } from '../git/repository-facts.ts';
import { BittingError } from '../model/errors.ts';
import type { FilePlace } from '../model/place.ts';
import type { Progress } from '../model/progress.ts';
import type { Match, Segment } from '../model/segment.ts';
import { objectSegments } from './object-segments.ts';
import { filterPath } from './path-filter.ts';
import { PlaceBudget } from './place-budget.ts';
import { placeOf } from './place-of.ts';
import type { SegmentLog } from './segment-log.ts';
import type { SourceOptions } from './source-reader.ts';

/** Reads every blob, commit and tag of a repository once, reachable or not, then says where matches came in. */
export class HistoryReader {
  readonly totals = { blobs: 0, bytes: 0 };
  readonly #repository: OpenedRepository;
  readonly #log: SegmentLog<string | number>;
  readonly #options: SourceOptions;
  readonly #report: ReportGap;
  readonly #progress: Progress;
  #history: History | undefined;
  #commits: number | undefined;

  constructor(
    repository: OpenedRepository,
    context: {
      readonly log: SegmentLog<string | number>;
      readonly options: SourceOptions;
      readonly report: ReportGap;
      readonly progress: Progress;
    },
  ) {
    this.#repository = repository;
    this.#log = context.log;
    this.#options = context.options;
    this.#report = context.report;
    this.#progress = context.progress;
  }

  /** Commits the repository holds, reachable or not; undefined before they were listed. */
  get commits(): number | undefined {
    return this.#commits;
  }

  async *batches(signal: AbortSignal): AsyncGenerator<readonly Segment[], void, undefined> {
    const git = await this.#open(signal);
    if (git === undefined) return;
    try {
      const history = await listHistory(git, this.#repository, this.#report);
      this.#history = history;
      this.#commits = history.list.commits.length;
      const objects = readObjects(git, history.list.ids, this.#report);
      const sink = {
        log: this.#log,
        pathOf: (index: number) => history.paths.pathOf(index),
        totals: this.totals,
        report: this.#report,
        progress: this.#progress,
      };
      yield* objectSegments(objects, sink, signal);
    } catch (error) {
      this.#reportFailure(error);
    } finally {
      await git.close();
    }
  }

  /** Places of matches in objects; asked once, for all matches of the source. */
  async locate(
    matches: readonly Match[],
    source: string,
    signal: AbortSignal,
  ): Promise<(match: Match) => readonly FilePlace[]> {
    const history = this.#history;
    if (history === undefined) return () => [];
    const objects = new Set<number>();
    for (const match of matches) {
      const origin = this.#log.originOf(match);
      if (typeof origin === 'number') objects.add(origin);
    }
    const known = await this.#describe(history, objects, signal);
    // The list of a large repository takes hundreds of megabytes, and the next may be as large.
    this.#history = undefined;
    const budget = new PlaceBudget(this.#report);
    return (match) => {
      const origin = this.#log.originOf(match);
      if (typeof origin !== 'number') return [];
      const places = budget.take(known.get(origin) ?? []);
      return places.map(({ path, ...more }) => placeOf(match, source, path, more));
    };
  }

  async #describe(
    history: History,
    objects: ReadonlySet<number>,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<number, readonly ObjectPlace[]>> {
    const known = new Map<number, readonly ObjectPlace[]>();
    const git = objects.size === 0 ? undefined : await this.#open(signal);
    if (git === undefined) return known;
    const { list, tips, paths } = history;
    try {
      const blobs = new Map(
        [...objects].flatMap((index) => (list.types[index] === 'b' ? [[list.ids.at(index), index]] : [])),
      );
      const introductions = await attribute(git, new Set(blobs.keys()), tips, this.#report);
      for (const [oid, index] of blobs) {
        const places: readonly ObjectPlace[] = introductions.get(oid)?.map((each) => ({ ...each, blob: oid })) ?? [
          { path: paths.pathOf(index), blob: oid, reachable: paths.isReachable(index) },
        ];
        known.set(index, this.#wanted(places));
      }
      const others = [...objects].filter((index) => list.types[index] !== 'b');
      const ids = { length: others.length, at: (row: number) => list.ids.at(others[row] ?? 0) };
      for await (const object of readObjects(git, ids, this.#report)) {
        const index = others[object.index] ?? 0;
        known.set(index, this.#wanted([await describeMessage(object, history, index)]));
      }
    } finally {
      await git.close();
    }
    return known;
  }

  #wanted(places: readonly ObjectPlace[]): readonly ObjectPlace[] {
    const wanted = places.filter((place) => filterPath(place.path, this.#options));
    if (wanted.length < places.length) {
      const what = 'Places in history were left out by the patterns given.';
      this.#report({ outcome: 'excluded', unit: 'objects', count: places.length - wanted.length, what });
    }
    return wanted;
  }

  async #open(signal: AbortSignal): Promise<CleanGitDir | undefined> {
    try {
      return await openCleanGitDir(this.#repository, signal);
    } catch (error) {
      this.#reportFailure(error);
      return undefined;
    }
  }

  #reportFailure(error: unknown): void {
    if (!(error instanceof BittingError)) throw error;
    const what = `The history could not be read. ${error.message}`;
    this.#report({ outcome: 'unreadable', unit: 'objects', count: 1, what });
  }
}

type ObjectPlace = Pick<FilePlace, 'path' | 'commit' | 'blob' | 'author' | 'date' | 'reachable'>;

/** A commit or tag whose message matched stands at its name in the object store. */
async function describeMessage(
  object: {
    readonly oid: string;
    readonly type: string;
    readonly size: number;
    readInto(to: Uint8Array): Promise<boolean>;
  },
  history: History,
  index: number,
): Promise<ObjectPlace> {
  const bytes = Buffer.alloc(Math.min(object.size, 64 * 1024));
  await object.readInto(bytes);
  return {
    path: objectPath(object.oid),
    ...(object.type === 'commit' ? { commit: object.oid } : {}),
    ...readSignature(bytes),
    reachable: history.paths.isReachable(index),
  };
}
