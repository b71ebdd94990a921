import type { Workers } from '../engine/workers.ts';
import type { HistoryContext, PlacedMatch } from './history-reader.ts';
import type { FilePlace } from '../model/place.ts';
import type { CoverageRow, Source } from '../model/source.ts';
import type { EngineProblem, Match, Segment } from '../model/segment.ts';

/**
 * A file that somebody asked to have whole, such as a CI configuration: of the work tree, or, with commit and blob, of
 * HEAD where a repository has no work tree.
 */
export interface KeptFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly commit?: string;
  readonly blob?: string;
}

export interface SourceSummary {
  readonly source: Source;
  readonly coverage: readonly CoverageRow[];
  readonly totals: { readonly files: number; readonly blobs: number; readonly bytes: number };
}

/** What was found, with where it stands, and what was not judged. */
export interface Located {
  readonly placed: readonly PlacedMatch[];
  readonly problems: readonly EngineProblem[];
}

export interface ScanFilesContext {
  readonly workers: Workers;
  readonly signal: AbortSignal;
  /** Takes what was found, as it comes. */
  readonly take: (located: Located) => void;
}

/**
 * Reads one source: files through workers, or bytes that are at hand as segments, then its history. Errors of single
 * files or objects become coverage rows; only an aborted signal rejects.
 */
export type SourceReader = FilesReader | SegmentsReader;

/** A source whose files stand on disk: workers open, read and search them. */
export interface FilesReader extends AnyReader {
  /** Called once, before the history is asked for. */
  scanFiles(context: ScanFilesContext): Promise<void>;
}

/** A source that reads bytes itself: first all of them, then, for the few that matter, where they stand. */
export interface SegmentsReader extends AnyReader {
  /**
   * Segments in batches of about 1–4 MB, a larger file alone. All segments of a batch share one ArrayBuffer that the
   * reader does not touch again, so that it may be transferred. Iterated once.
   */
  batches(signal: AbortSignal): AsyncIterable<readonly Segment[]>;
  /**
   * Places of each match, in the order given: one for a file, one for each path and first commit for a blob. None for
   * a match that is not to be reported: files above 32 MiB come in overlapping segments and a match in the overlap is
   * placed once; patterns of the user may leave its path out.
   */
  locate(matches: readonly Match[], signal: AbortSignal): Promise<readonly (readonly FilePlace[])[]>;
}

interface AnyReader {
  readonly name: string;
  /**
   * Tells the matches in the history of a source that has one, with their places. Called once, after everything else
   * was read.
   */
  scanHistory?(context: HistoryContext): Promise<void>;
  /** Files for which `keep` said yes; complete once everything but the history was read. */
  kept(): readonly KeptFile[];
  /** What was read and what was not; complete once `locate` has resolved. */
  summary(): SourceSummary;
}

export interface SourceOptions {
  /** Read the whole history of repositories, not only the work tree. */
  readonly history: boolean;
  /** Search what is in archives and compressed files of the work tree, too. */
  readonly archives: boolean;
  /** Leave out what `.gitignore` files ignore. Default false: ignored files hold secrets too. */
  readonly gitignore: boolean;
  /** Globs a path must match; empty for all. */
  readonly include: readonly string[];
  /** Globs of paths to leave out. */
  readonly exclude: readonly string[];
  /** Which files of the work tree, or of HEAD where there is none, to keep whole for parsers. */
  readonly keep: (path: string) => boolean;
  /**
   * Files that this run is about to replace, as real absolute paths: reports of an earlier one. They are not read when
   * they are met in a folder; nothing is hidden by that, because none of them is there afterwards.
   */
  readonly replaced?: ReadonlySet<string>;
}
