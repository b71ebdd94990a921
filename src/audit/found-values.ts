import { join } from 'node:path';

import { readSmallFile } from '../git/safe-file.ts';
import { isPast } from '../model/place.ts';
import type { FilePlace } from '../model/place.ts';
import type { LongReport } from '../model/report.ts';
import type { FoundValue } from '../suppression/import/match-values.ts';

/** Longest file read again for the values in it, in bytes. */
const MAX_FILE = 16 * 1024 * 1024;

/**
 * The credentials of a report with their values, read again from the files they stand in, for comparing in memory. A
 * value that only history or an archive holds comes without its text.
 */
export async function* foundValues({
  credentials,
  sources,
}: Pick<LongReport, 'credentials' | 'sources'>): AsyncGenerator<FoundValue> {
  const folders = new Map(sources.map(({ id, locator }) => [id, locator]));
  let last: { readonly file: string; readonly lines: readonly string[] } | undefined;
  for (const { id, state, places } of credentials) {
    if (state !== 'unmanaged') continue;
    for (const place of places) {
      if (place.kind !== 'file') continue;
      const { path, line, endLine, commit } = place;
      const folder = folders.get(place.source);
      let text: FoundValue['text'];
      if (!isPast(place) && folder !== undefined) {
        const file = join(folder, path);
        if (last?.file !== file) last = { file, lines: await linesOf(file) };
        text = textAt(last.lines, place);
      }
      yield { id, path, line, endLine, ...(commit !== undefined && { commit }), ...(text !== undefined && { text }) };
    }
  }
}

async function linesOf(file: string): Promise<readonly string[]> {
  try {
    const bytes = await readSmallFile(file, MAX_FILE);
    return bytes === undefined ? [] : bytes.toString('utf8').split('\n');
  } catch {
    // What cannot be read any more matches nothing, which is told of the rule that meant it.
    return [];
  }
}

function textAt(lines: readonly string[], { line, column, endLine, endColumn }: FilePlace): FoundValue['text'] {
  const first = lines[line - 1];
  if (first === undefined) return undefined;
  const value =
    line === endLine
      ? first.slice(column - 1, endColumn - 1)
      : [
          first.slice(column - 1),
          ...lines.slice(line, endLine - 1),
          (lines[endLine - 1] ?? '').slice(0, endColumn - 1),
        ].join('\n');
  return { value, line: first };
}
