import type { OpenedRepository } from '../git/repository-facts.ts';
import type { Progress } from '../model/progress.ts';
import type { CoverageTally } from './coverage-tally.ts';
import { FileTree } from './file-tree.ts';
import type { TreeSpec } from './file-tree.ts';
import { keepHeadFiles } from './head-files.ts';
import { HistoryReader } from './history-reader.ts';
import type { HistoryContext } from './history-reader.ts';
import type { SourceIdentity } from './source-identity.ts';
import type { FilesReader, KeptFile, ScanFilesContext, SourceOptions, SourceSummary } from './source-reader.ts';

/** Reads a repository: the files of its work tree, then, where asked, everything in its history. */
export class RepositoryReader implements FilesReader {
  readonly name: string;
  readonly #identity: SourceIdentity;
  readonly #repository: OpenedRepository;
  readonly #tally: CoverageTally;
  readonly #tree: FileTree;
  readonly #history: HistoryReader | undefined;
  readonly #options: SourceOptions;
  readonly #progress: Progress;
  #ofHead: readonly KeptFile[] = [];

  constructor(
    identity: SourceIdentity,
    opened: {
      readonly repository: OpenedRepository;
      readonly tree: TreeSpec;
      /** False when another source of the same run reads the same objects. */
      readonly history: boolean;
      /** Holds what was reported while the repository was opened. */
      readonly tally: CoverageTally;
    },
    options: SourceOptions,
    progress: Progress,
  ) {
    this.name = identity.name;
    this.#identity = identity;
    this.#repository = opened.repository;
    this.#tally = opened.tally;
    this.#options = options;
    this.#progress = progress;
    const context = { options, progress, report: opened.tally.add.bind(opened.tally) };
    this.#tree = new FileTree(opened.tree, context);
    this.#history = opened.history ? new HistoryReader(opened.repository, context) : undefined;
  }

  async scanFiles(context: ScanFilesContext): Promise<void> {
    this.#history?.prepare(context);
    await this.#tree.scan(context, this.#identity.id);
    const report = this.#tally.add.bind(this.#tally);
    this.#ofHead = await keepHeadFiles(this.#repository, this.#options, report, context.signal);
  }

  async scanHistory(context: HistoryContext): Promise<void> {
    if (this.#history === undefined) return;
    this.#progress.step(`reading history of ${this.name}`);
    await this.#history.scan(context, this.#identity.id);
  }

  kept(): readonly KeptFile[] {
    return [...this.#tree.kept, ...this.#ofHead];
  }

  summary(): SourceSummary {
    const { id, kind, name, locator } = this.#identity;
    const { facts, refs } = this.#repository;
    const partial = this.#tally.hasGaps;
    const commits = this.#history?.commits;
    const blobs = this.#history?.totals ?? { blobs: 0, bytes: 0 };
    return {
      source: {
        id,
        kind,
        name,
        locator,
        status: partial ? 'partial' : 'read',
        ...(partial ? { why: 'Some files or objects could not be read; the coverage lists them.' } : {}),
        ...(refs.head === undefined ? {} : { digest: refs.head }),
        repository: { ...facts, ...(commits === undefined ? {} : { commits }) },
      },
      coverage: this.#tally.rows(id),
      totals: { files: this.#tree.totals.files, blobs: blobs.blobs, bytes: this.#tree.totals.bytes + blobs.bytes },
    };
  }
}
