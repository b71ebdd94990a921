import { parseCiFile } from '../ci/index.ts';
import type { Facts } from '../model/facts.ts';
import type { CoverageRow, Source } from '../model/source.ts';
import type { KeptFile } from '../sources/source-reader.ts';

export interface CiFacts {
  readonly facts: readonly Facts[];
  readonly coverage: readonly CoverageRow[];
}

/** Parses the CI configurations of a source; what a parser could not read becomes a coverage row. */
export function ciFacts(source: Source, files: readonly KeptFile[]): CiFacts {
  const facts: Facts[] = [];
  const problems: { readonly what: string; readonly path: string; readonly line: number }[] = [];
  const decoder = new TextDecoder();
  for (const { bytes, ...file } of files) {
    const { path } = file;
    if (!runs(source, path)) continue;
    const result = parseCiFile({ ...file, source: source.id, sourceName: source.name, text: decoder.decode(bytes) });
    facts.push(result.facts);
    for (const { what, place } of result.problems) problems.push({ what, path, line: place.line });
  }
  const coverage = [...Map.groupBy(problems, ({ what }) => what)].map(([what, group]): CoverageRow => ({
    source: source.id,
    outcome: 'unreadable',
    unit: 'documents',
    count: group.length,
    what,
    examples: group.slice(0, 10).map(({ path, line }) => `${path} line ${line}`),
  }));
  return { facts, coverage };
}

/**
 * GitHub runs only the workflows of a repository's top folder; one further down is a template or a fixture. In a folder
 * that is no repository, what is the top cannot be told, and all are read.
 */
function runs(source: Source, path: string): boolean {
  return source.kind !== 'repository' || !/.\/\.github\/workflows\//.test(path);
}
