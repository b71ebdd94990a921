import type { ReportGap } from '../git/gap.ts';
import type { Progress } from '../model/progress.ts';
import { DeepFolders } from './deep-folders.ts';
import { walkFolder } from './folder-walk.ts';
import type { FoundFile } from './folder-walk.ts';
import type { FileToRead } from './file-task.ts';
import { KeptFiles } from './kept-files.ts';
import { filterFiles, filterPath } from './path-filter.ts';
import { placeOf } from './place-of.ts';
import { readFiles } from './read-files.ts';
import type { KeptFile, ScanFilesContext, SourceOptions } from './source-reader.ts';

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
  readonly totals = { files: 0, bytes: 0 };
  readonly #kept: KeptFiles;
  readonly #spec: TreeSpec;
  readonly #options: SourceOptions;
  readonly #report: ReportGap;
  readonly #progress: Progress;

  constructor(
    spec: TreeSpec,
    context: { readonly options: SourceOptions; readonly report: ReportGap; readonly progress: Progress },
  ) {
    this.#spec = spec;
    this.#options = context.options;
    this.#report = context.report;
    this.#progress = context.progress;
    this.#kept = new KeptFiles(context.report);
  }

  get kept(): readonly KeptFile[] {
    return this.#kept.files;
  }

  /** Walks the folder, has workers read the files, and says where matches stand. */
  async scan({ workers, signal, take }: ScanFilesContext, source: string): Promise<void> {
    const deep = new DeepFolders();
    try {
      await readFiles(this.#files(deep, signal), {
        workers,
        signal,
        archives: this.#options.archives,
        kept: this.#kept,
        totals: this.totals,
        report: this.#report,
        progress: this.#progress,
        take: (found) => {
          const placed = found.flatMap(({ path, matches }) =>
            matches.map((match) => ({ match, places: [placeOf(match, source, path)] })),
          );
          take({ placed, problems: [] });
        },
      });
    } finally {
      deep.close();
    }
  }

  async *#files(deep: DeepFolders, signal: AbortSignal): AsyncGenerator<readonly FileToRead[], void, undefined> {
    const { root, files, besides, skip } = this.#spec;
    const { gitignore, keep, replaced } = this.#options;
    const toRead = ({ path, disk }: FoundFile): FileToRead => ({ path, disk, keep: keep(path) });
    const leaveOut = (file: FoundFile): void => {
      const what = 'Files were left out by the patterns given.';
      this.#report({ outcome: 'excluded', unit: 'files', count: 1, what, examples: [file.path] });
    };
    if (files !== undefined) yield files.map(toRead);
    else {
      const wanted = await filterFiles(root, this.#options);
      const isRead = (file: FoundFile): boolean => {
        if (!wanted(file.path)) leaveOut(file);
        else if (typeof file.disk === 'string' && replaced?.has(file.disk) === true) {
          const what = 'Reports of an earlier run were not searched: this run replaces them.';
          this.#report({ outcome: 'excluded', unit: 'files', count: 1, what, examples: [file.path] });
        } else return true;
        return false;
      };
      for await (const found of walkFolder(root, deep, { gitignore, skip, signal, report: this.#report })) {
        yield found.filter(isRead).map(toRead);
      }
    }
    const isWanted = (file: FoundFile): boolean => filterPath(file.path, this.#options);
    besides.filter((file) => !isWanted(file)).forEach(leaveOut);
    yield besides.filter(isWanted).map(toRead);
  }
}
