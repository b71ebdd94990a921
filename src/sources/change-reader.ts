import { realpath } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { rangeBlobs, stagedBlobs } from '../git/change.ts';
import type { AddedAt, ChangeRange, ChangedBlobs, ChangedFile } from '../git/change.ts';
import { openCleanGitDir } from '../git/clean-git-dir.ts';
import type { CleanGitDir } from '../git/clean-git-dir.ts';
import { findBare, findGit } from '../git/git-layout.ts';
import type { GitLayout } from '../git/git-layout.ts';
import { readObjects } from '../git/object-reader.ts';
import { openRepository } from '../git/repository-facts.ts';
import type { OpenedRepository } from '../git/repository-facts.ts';
import { BittingError } from '../model/errors.ts';
import type { FilePlace } from '../model/place.ts';
import { SILENT } from '../model/progress.ts';
import type { Progress } from '../model/progress.ts';
import type { Match, Segment } from '../model/segment.ts';
import { CoverageTally } from './coverage-tally.ts';
import { objectSegments } from './object-segments.ts';
import { checkPatterns, filterPath } from './path-filter.ts';
import { PlaceBudget } from './place-budget.ts';
import { placeOf } from './place-of.ts';
import { SegmentLog } from './segment-log.ts';
import { sourceIdentity } from './source-identity.ts';
import type { SourceIdentity } from './source-identity.ts';
import type { KeptFile, SegmentsReader, SourceOptions, SourceSummary } from './source-reader.ts';

/** Bytes of configurations that are kept for parsers, counted at each path they stand at. */
const MAX_KEPT_BYTES = 64 * 1024 * 1024;

/** Which paths count, and which files to keep whole for parsers. */
export type ChangeOptions = Pick<SourceOptions, 'include' | 'exclude' | 'keep'> & {
  /** Detectors whose matches are told wherever they stand in added blobs, though old ones hold the same. */
  readonly alwaysTold?: ReadonlySet<string>;
};

/**
 * A change as a source; its kept files are those it adds or changes, as it leaves them. It holds a temporary folder
 * until its batches are exhausted or left.
 */
export interface ChangeSource extends SegmentsReader {
  /** Kept files as they were before the change. */
  keptBefore(): readonly KeptFile[];
}

/**
 * Opens what a change adds, as a source: the blobs it adds and those that stood in their place are read, and
 * `locate` gives places only to matches in added blobs whose fingerprint stands in no old one. `folder` may be any
 * folder of the work tree.
 *
 * Throws a BITTING_E_GIT error when there is no repository, a name is not known, or the commits between are not here.
 */
export async function openChange(
  folder: string,
  change: ChangeRange,
  context: {
    readonly options: ChangeOptions;
    readonly signal: AbortSignal;
    readonly progress?: Progress;
  },
): Promise<ChangeSource> {
  checkPatterns([...context.options.include, ...context.options.exclude]);
  const layout = await findAround(folder);
  const tally = new CoverageTally();
  const repository = await openRepository(layout, tally.add.bind(tally));
  const git = await openCleanGitDir(repository, context.signal);
  try {
    const blobs =
      'staged' in change
        ? await stagedBlobs(git, repository, change.indexFile)
        : await rangeBlobs(git, repository, change);
    const identity = sourceIdentity('repository', basename(layout.workTree ?? layout.gitDir), folder);
    return new ChangeReader(identity, { repository, git, blobs, tally }, context.options, context.progress ?? SILENT);
  } catch (error) {
    await git.close();
    throw error;
  }
}

/** The repository whose work tree holds the folder, as git finds it: the nearest one upwards. */
async function findAround(folder: string): Promise<GitLayout> {
  const start = await realpath(folder).catch((cause: unknown) => {
    throw new BittingError('BITTING_E_TARGET_MISSING', `"${folder}" does not exist.`, { cause });
  });
  for (let at = start; ; at = dirname(at)) {
    const found = await findGit(at, at);
    if (found.kind === 'repository') return found.layout;
    if (found.kind === 'refused') throw new BittingError('BITTING_E_GIT', `"${at}" cannot be read: ${found.why}.`);
    const bare = await findBare(at);
    if (bare !== undefined) return bare;
    if (dirname(at) === at) break;
  }
  throw new BittingError('BITTING_E_GIT', `"${folder}" is in no git repository.`);
}

class ChangeReader implements ChangeSource {
  readonly name: string;
  readonly #identity: SourceIdentity;
  readonly #repository: OpenedRepository;
  readonly #git: CleanGitDir;
  readonly #blobs: ChangedBlobs;
  readonly #tally: CoverageTally;
  readonly #options: ChangeOptions;
  readonly #progress: Progress;
  /** Changed files that somebody asked to have whole, by the blobs they were and are. */
  readonly #configurations = new Map<string, ChangedFile[]>();
  #keptBytes = 0;
  /** Ids of the blobs read, in order: added ones, then old ones. */
  readonly #ids: readonly string[];
  readonly #log = new SegmentLog<{ readonly index: number; readonly path: string }>();
  readonly #totals = { blobs: 0, bytes: 0 };
  readonly #kept: KeptFile[] = [];
  readonly #keptBefore: KeptFile[] = [];

  constructor(
    identity: SourceIdentity,
    opened: {
      readonly repository: OpenedRepository;
      readonly git: CleanGitDir;
      readonly blobs: ChangedBlobs;
      readonly tally: CoverageTally;
    },
    options: ChangeOptions,
    progress: Progress,
  ) {
    this.name = identity.name;
    this.#identity = identity;
    this.#repository = opened.repository;
    this.#git = opened.git;
    this.#blobs = opened.blobs;
    this.#tally = opened.tally;
    this.#options = options;
    this.#progress = progress;
    for (const file of opened.blobs.files) {
      if (!options.keep(file.path) || !filterPath(file.path, options)) continue;
      for (const oid of new Set([file.before, file.after])) {
        if (oid === undefined) continue;
        const files = this.#configurations.get(oid) ?? [];
        this.#configurations.set(oid, files);
        files.push(file);
      }
    }
    this.#ids = [...new Set([...opened.blobs.added.keys(), ...opened.blobs.old.keys()])];
  }

  async *batches(signal: AbortSignal): AsyncGenerator<readonly Segment[], void, undefined> {
    const report = this.#tally.add.bind(this.#tally);
    try {
      const sink = {
        log: this.#log,
        origins: (index: number) => [
          { index, path: this.#addedAt(index)[0]?.path ?? this.#blobs.old.get(this.#ids[index] ?? '') ?? '' },
        ],
        totals: this.#totals,
        report,
        progress: this.#progress,
      };
      const objects = readObjects(this.#git, { length: this.#ids.length, at: (row) => this.#ids[row] }, report);
      for await (const batch of objectSegments(objects, sink, signal)) {
        for (const segment of batch) this.#keep(segment);
        yield batch;
      }
    } finally {
      await this.#git.close();
    }
  }

  async locate(matches: readonly Match[]): Promise<readonly (readonly FilePlace[])[]> {
    const { alwaysTold } = this.#options;
    const known = new Set<string>();
    for (const match of matches) {
      const origin = this.#log.originOf(match)?.index;
      if (origin !== undefined && this.#blobs.old.has(this.#ids[origin] ?? '')) known.add(match.fingerprint);
    }
    const budget = new PlaceBudget(this.#tally.add.bind(this.#tally));
    return matches.map((match) => {
      const origin = this.#log.originOf(match)?.index;
      if (origin === undefined || (known.has(match.fingerprint) && !alwaysTold?.has(match.detector))) return [];
      const wanted = this.#addedAt(origin).filter(({ path }) => filterPath(path, this.#options));
      return budget.take(wanted).map(({ path, ...more }) => {
        // A file as the change leaves it is the work tree's to be mended; history is told by its commit.
        const blob = more.commit === undefined ? undefined : this.#ids[origin];
        return placeOf(match, this.#identity.id, path, blob === undefined ? {} : { ...more, blob });
      });
    });
  }

  kept(): readonly KeptFile[] {
    return this.#kept;
  }

  keptBefore(): readonly KeptFile[] {
    return this.#keptBefore;
  }

  summary(): SourceSummary {
    const { id, kind, name, locator } = this.#identity;
    const { facts, refs } = this.#repository;
    const partial = this.#tally.hasGaps;
    return {
      source: {
        id,
        kind,
        name,
        locator,
        status: partial ? 'partial' : 'read',
        ...(partial ? { why: 'Some objects of the change could not be read; the coverage lists them.' } : {}),
        ...(refs.head === undefined ? {} : { digest: refs.head }),
        repository: facts,
      },
      coverage: this.#tally.rows(id),
      totals: { files: 0, ...this.#totals },
    };
  }

  /** Files above the size that is read in one piece are no configurations, and are not kept. */
  #keep({ id, bytes, start }: Segment): void {
    const oid = this.#ids[this.#log.originOfSegment(id)?.index ?? -1];
    const files = oid === undefined || start !== undefined ? [] : (this.#configurations.get(oid) ?? []);
    if (files.length === 0) return;
    // Copied, once for all paths it stands at: the batch's memory goes to a worker.
    const copy = bytes.slice();
    for (const { path, before, after } of files) {
      this.#keptBytes += bytes.length;
      if (this.#keptBytes > MAX_KEPT_BYTES) {
        const what = 'Configuration files of the change are too large or too many to be parsed.';
        this.#tally.add({ outcome: 'limited', unit: 'files', count: 1, what, examples: [path] });
        continue;
      }
      if (before === oid) this.#keptBefore.push({ path, bytes: copy });
      if (after === oid) this.#kept.push({ path, bytes: copy });
    }
  }

  #addedAt(index: number): readonly AddedAt[] {
    return this.#blobs.added.get(this.#ids[index] ?? '') ?? [];
  }
}
