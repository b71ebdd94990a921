import type { FilePlace } from '../model/place.ts';
import type { CoverageRow, Source } from '../model/source.ts';
import type { Match, Segment } from '../model/segment.ts';

/** A file of the work tree that somebody asked to have whole, such as a CI configuration. */
export interface KeptFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface SourceSummary {
  readonly source: Source;
  readonly coverage: readonly CoverageRow[];
  readonly totals: { readonly files: number; readonly blobs: number; readonly bytes: number };
}

/**
 * Reads one source: bytes first, then, for the few that matter, where they stand. Errors of single files or objects
 * become coverage rows; only an aborted signal rejects.
 */
export interface SourceReader {
  readonly name: string;
  /**
   * Segments in batches of about 1–4 MB, a larger file alone. All segments of a batch share one ArrayBuffer that the
   * reader does not touch again, so that it may be transferred. Iterated once.
   */
  batches(signal: AbortSignal): AsyncIterable<readonly Segment[]>;
  /**
   * Places of each match, in the order given: one for a file, one for each path and first commit for a blob. None for
   * a match that is not to be reported: files above 32 MiB come in overlapping segments and a match in the overlap is
   * placed once; patterns of the user may leave its path out. Called once, after the batches are exhausted.
   */
  locate(matches: readonly Match[], signal: AbortSignal): Promise<readonly (readonly FilePlace[])[]>;
  /** Files for which `keep` said yes; complete once the batches are exhausted. */
  kept(): readonly KeptFile[];
  /** What was read and what was not; complete once `locate` has resolved. */
  summary(): SourceSummary;
}

export interface SourceOptions {
  /** Read the whole history of repositories, not only the work tree. */
  readonly history: boolean;
  /** Leave out what `.gitignore` files ignore. Default false: ignored files hold secrets too. */
  readonly gitignore: boolean;
  /** Globs a path must match; empty for all. */
  readonly include: readonly string[];
  /** Globs of paths to leave out. */
  readonly exclude: readonly string[];
  /** Which work-tree files to keep whole for parsers. */
  readonly keep: (path: string) => boolean;
}
