import type { Match } from '../model/segment.ts';
import type { Gap } from '../git/gap.ts';
import type { FilePath } from './open-file.ts';
import type { LineAndColumn, PartSizes } from './parts.ts';
import type { KeptFile } from './source-reader.ts';

/** A file that a worker is to read. */
export interface FileToRead extends FilePath {
  /** Whether its content is to be sent back. */
  readonly keep: boolean;
}

/** Files for one worker, to be opened, read and searched there. */
export interface FilesPayload {
  readonly kind: 'files';
  readonly files: readonly FileToRead[];
  /** Search what is in archives and compressed files, besides their bytes as they are. */
  readonly archives: boolean;
}

/** Matches that stand at one path, which for those in archives is not that of the file. */
export interface FoundAt {
  readonly path: string;
  readonly matches: readonly Match[];
}

/** What was found, and what was not read or not judged. */
export interface FilesFound {
  readonly found: readonly FoundAt[];
  readonly gaps: readonly Gap[];
  readonly kept: readonly KeptFile[];
  readonly files: number;
  /** Bytes searched, those within archives apart. */
  readonly bytes: number;
}

export const NOTHING: FilesFound = { found: [], gaps: [], kept: [], files: 0, bytes: 0 };

export interface FilesResult extends FilesFound {
  /** How many of the files were dealt with, from the first on; at least one. The others are to be sent again. */
  readonly done: number;
  /** Those of them that are to be searched range by range: index and size in bytes. */
  readonly large: readonly { readonly index: number; readonly size: number }[];
}

/** A range of a file that is too large for one task. */
export interface RangePayload {
  readonly kind: 'range';
  readonly file: FilePath;
  /** In bytes: where one range ends the next begins. What each looks at and owns overlaps, see parts.ts. */
  readonly from: number;
  readonly to: number;
  /** Nothing follows: what has been added to the file since belongs to this range. */
  readonly isLast: boolean;
  /** Sent along, because all ranges of a file have to be cut alike. */
  readonly sizes: PartSizes;
  /** False when nothing is asked but where the range ends: for one that brought its worker down. */
  readonly search: boolean;
}

export interface RangeResult extends FilesFound {
  /**
   * Where the next range begins, and all matches stand, when this one begins at line 1, column 1. As far as this one
   * could be read.
   */
  readonly end: LineAndColumn;
}

/** A match in a range that begins at `start` in its file. */
export function shiftedMatch(match: Match, start: LineAndColumn): Match {
  const from = shifted({ line: match.line, column: match.column }, start);
  const to = shifted({ line: match.endLine, column: match.endColumn }, start);
  return { ...match, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

/** A position in a text that begins at `start`. */
export function shifted({ line, column }: LineAndColumn, start: LineAndColumn): LineAndColumn {
  return { line: start.line + line - 1, column: line === 1 ? start.column + column - 1 : column };
}
