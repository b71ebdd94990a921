import type { CoverageRow, Source } from '../model/source.ts';

/** Whether a row stands for something that was asked for and not seen. */
export function isGap(row: CoverageRow): boolean {
  return row.outcome !== 'read' && row.outcome !== 'excluded' && row.count > 0;
}

/**
 * Sources with the status that their coverage gives them: one that was read to the last byte is still partial when a
 * parser or the engine could not make sense of a part.
 */
export function withStatus(sources: readonly Source[], coverage: readonly CoverageRow[]): readonly Source[] {
  const withGaps = new Set(coverage.filter(isGap).map(({ source }) => source));
  const why = 'Some of what was read could not be parsed or judged; the coverage lists it.';
  return sources.map((source) =>
    source.status === 'read' && withGaps.has(source.id) ? { ...source, status: 'partial', why } : source,
  );
}
