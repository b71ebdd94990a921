import type { FilePlace } from '../model/place.ts';
import type { Match } from '../model/segment.ts';

/** The place of a match in a file, with what is known of the file besides. */
export function placeOf(
  match: Match,
  source: string,
  path: string,
  more: Pick<FilePlace, 'commit' | 'blob' | 'author' | 'date' | 'reachable' | 'lastCommit' | 'atHead'> = {},
): FilePlace {
  const { line, column, endLine, endColumn, encoding } = match;
  return {
    kind: 'file',
    source,
    path,
    line,
    column,
    endLine,
    endColumn,
    ...more,
    ...(encoding === undefined || encoding.length === 0 ? {} : { encoding }),
  };
}
