import type { LongReport } from '../src/model/report.ts';
import type { CoverageRow, Source } from '../src/model/source.ts';
import { figure, listed } from './text.ts';

/** Something asked for that was not seen in full. */
export function isGap(row: CoverageRow): boolean {
  return row.outcome !== 'read' && row.outcome !== 'excluded';
}

/** How much of what was asked for was read, without a full stop: `All 5 sources were read in full`. */
export function readSentence({ sources }: LongReport): string {
  if (sources.length === 0) return 'No source was given';
  const full = sources.filter(({ status }) => status === 'read').length;
  const part = sources.filter(({ status }) => status === 'partial').length;
  const [first, ...others] = [
    { number: full, how: 'in full' },
    { number: part, how: 'in part' },
    { number: sources.length - full - part, how: 'not at all' },
  ].filter(({ number }) => number > 0);
  const verb = first?.number === 1 ? 'was read' : 'were read';
  if (others.length > 0) {
    const parts = others.map(({ number, how }) => `${figure(number)} ${how}`);
    return `Of ${figure(sources.length)} sources, ${listed([`${figure(first?.number ?? 0)} ${verb} ${first?.how}`, ...parts])}`;
  }
  return `${sources.length === 1 ? 'The one source' : `All ${figure(sources.length)} sources`} ${verb} ${first?.how}`;
}

/** A gap told by a row of the coverage, or by a source's own status where no row tells it. */
export type Gap = { readonly source: Source | undefined; readonly row: CoverageRow } | { readonly source: Source };

/** Everything that was asked for and not seen in full, each once. */
export function gapsOf(report: LongReport): readonly Gap[] {
  const sources = new Map(report.sources.map((source) => [source.id, source]));
  const rows = report.coverage.rows.filter((row) => isGap(row));
  const told = new Set(rows.map(({ source }) => source));
  return [
    ...rows.map((row) => ({ source: sources.get(row.source), row })),
    ...report.sources.filter(({ id, status }) => status !== 'read' && !told.has(id)).map((source) => ({ source })),
  ];
}
