import type { CoverageRow } from '../model/source.ts';

/** A coverage row before it is known which source it belongs to. */
export type Gap = Omit<CoverageRow, 'source'>;

/** Told of everything that could not be read, as it is met. */
export type ReportGap = (gap: Gap) => void;
