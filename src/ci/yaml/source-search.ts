import type { YamlRange } from './node.ts';

/**
 * Finds pieces of a scalar's value in the file, in order: escapes and indentation make offsets in the two differ. Each
 * search goes on after the start of the last piece found; what the file does not show as it is gets the whole range.
 */
export function pieceFinder(text: string, range: YamlRange): (piece: string) => YamlRange {
  const written = text.slice(range.start, range.end);
  let cursor = 0;
  return (piece) => {
    const found = written.indexOf(piece, cursor);
    if (found === -1) return { start: range.start, end: range.end };
    cursor = found + 1;
    const start = range.start + found;
    return { start, end: start + piece.length };
  };
}
