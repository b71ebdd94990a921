import type { Gap } from '../git/gap.ts';
import type { Progress } from '../model/progress.ts';
import type { Match, Segment } from '../model/segment.ts';
import type { FilePlace } from '../model/place.ts';
import { walkFolder } from './folder-walk.ts';
import type { FoundFile } from './folder-walk.ts';
import { filterFiles, filterPath } from './path-filter.ts';
import { placeOf } from './place-of.ts';
import { readFiles } from './read-file.ts';
import type { FileSink } from './read-file.ts';
import { SegmentLog } from './segment-log.ts';
import type { KeptFile, SourceOptions } from './source-reader.ts';

/** The files of a source on disk. */
export interface TreeSpec {
  readonly root: string;
  /** The files to read, where they are known; otherwise the folder is walked. */
  readonly files?: readonly FoundFile[];
  /** Files read besides those walked, such as a repository's configuration. */
  readonly besides: readonly FoundFile[];
  /** Folders, by path relative to the root, that are not entered: other sources, and git's own. */
  readonly skip: (path: string) => boolean;
}

/** Reads the files of one source: what folders and repositories have in common. */
export class FileTree {
  readonly kept: KeptFile[] = [];
  readonly totals = { files: 0, bytes: 0 };
  readonly log: SegmentLog<string | number>;
  readonly #spec: TreeSpec;
  readonly #options: SourceOptions;
  readonly #report: (gap: Gap) => void;
  readonly #progress: Progress;

  constructor(
    spec: TreeSpec,
    context: {
      readonly options: SourceOptions;
      readonly report: (gap: Gap) => void;
      readonly progress: Progress;
      /** Shared with the history of the same source, which logs numbers. */
      readonly log?: SegmentLog<string | number>;
    },
  ) {
    this.#spec = spec;
    this.#options = context.options;
    this.#report = context.report;
    this.#progress = context.progress;
    this.log = context.log ?? new SegmentLog();
  }

  async *batches(signal: AbortSignal): AsyncGenerator<readonly Segment[], void, undefined> {
    const sink: FileSink = {
      log: this.log,
      keep: this.#options.keep,
      kept: this.kept,
      totals: this.totals,
      report: this.#report,
      progress: this.#progress,
    };
    yield* readFiles(this.#files(), sink, signal);
  }

  /** Places of a match in a file; none when the neighbouring part of the file tells it. */
  place(match: Match, source: string): readonly FilePlace[] {
    const path = this.log.originOf(match);
    return typeof path === 'string' ? [placeOf(match, source, path)] : [];
  }

  async *#files(): AsyncGenerator<FoundFile, void, undefined> {
    const { root, files, besides, skip } = this.#spec;
    const { replaced } = this.#options;
    const wanted = files === undefined ? await filterFiles(root, this.#options) : () => true;
    const found =
      files ??
      walkFolder(root, {
        gitignore: this.#options.gitignore,
        skip,
        report: this.#report,
      });
    const leaveOut = (file: FoundFile): void => {
      const what = 'Files were left out by the patterns given.';
      this.#report({ outcome: 'excluded', unit: 'files', count: 1, what, examples: [file.path] });
    };
    for await (const file of found) {
      if (!wanted(file.path)) leaveOut(file);
      else if (files === undefined && typeof file.disk === 'string' && replaced?.has(file.disk) === true) {
        const what = 'Reports of an earlier run were not searched: this run replaces them.';
        this.#report({ outcome: 'excluded', unit: 'files', count: 1, what, examples: [file.path] });
      } else yield file;
    }
    for (const file of besides) {
      if (filterPath(file.path, this.#options)) yield file;
      else leaveOut(file);
    }
  }
}
