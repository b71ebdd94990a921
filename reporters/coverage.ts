import type { Report } from '../src/model/report.ts';
import type { CoverageRow, Source } from '../src/model/source.ts';

/** Something asked for that was not seen in full. */
export function isGap(row: CoverageRow): boolean {
  return row.outcome !== 'read' && row.outcome !== 'excluded';
}

/** A gap told by a row of the coverage, or by a source's own status where no row tells it. */
export type Gap = { readonly source: Source | undefined; readonly row: CoverageRow } | { readonly source: Source };

/** Everything that was asked for and not seen in full, each once. */
export function gapsOf(report: Report): readonly Gap[] {
  const sources = new Map(report.sources.map((source) => [source.id, source]));
  const rows = report.coverage.rows.filter((row) => isGap(row));
  const told = new Set(rows.map(({ source }) => source));
  return [
    ...rows.map((row) => ({ source: sources.get(row.source), row })),
    ...report.sources.filter(({ id, status }) => status !== 'read' && !told.has(id)).map((source) => ({ source })),
  ];
}
