import type { Progress } from '../model/progress.ts';
import type { CoverageTally } from './coverage-tally.ts';
import { FileTree } from './file-tree.ts';
import type { TreeSpec } from './file-tree.ts';
import type { SourceIdentity } from './source-identity.ts';
import type { FilesReader, KeptFile, ScanFilesContext, SourceOptions, SourceSummary } from './source-reader.ts';

/** Reads a folder, or a single file, that belongs to no repository. */
export class FolderReader implements FilesReader {
  readonly name: string;
  readonly #identity: SourceIdentity;
  readonly #tally: CoverageTally;
  readonly #tree: FileTree;

  constructor(
    identity: SourceIdentity,
    spec: TreeSpec,
    tally: CoverageTally,
    options: SourceOptions,
    progress: Progress,
  ) {
    this.name = identity.name;
    this.#identity = identity;
    this.#tally = tally;
    this.#tree = new FileTree(spec, { options, progress, report: tally.add.bind(tally) });
  }

  scanFiles(context: ScanFilesContext): Promise<void> {
    return this.#tree.scan(context, this.#identity.id);
  }

  kept(): readonly KeptFile[] {
    return this.#tree.kept;
  }

  summary(): SourceSummary {
    const { id, kind, name, locator } = this.#identity;
    const partial = this.#tally.hasGaps;
    return {
      source: {
        id,
        kind,
        name,
        locator,
        status: partial ? 'partial' : 'read',
        ...(partial ? { why: 'Some files could not be read; the coverage lists them.' } : {}),
      },
      coverage: this.#tally.rows(id),
      totals: { ...this.#tree.totals, blobs: 0 },
    };
  }
}
