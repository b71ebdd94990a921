import type { Collections } from '../src/model/collection.ts';
import type { LongReport } from '../src/model/report.ts';
import { html } from './html/index.ts';
import { json } from './json.ts';
import { sarif } from './sarif/index.ts';

/** Writes a report in one format: a function of the report and nothing else, giving the text in pieces. */
export interface Reporter {
  /** Name of the file below the output folder. */
  readonly file: string;
  readonly render: (report: LongReport, collections?: Collections) => Iterable<string>;
}

/** Every format that can be written to a file, by the name it is asked for. */
export const REPORTERS = {
  html: { file: 'index.html', render: html },
  json: { file: 'report.json', render: json },
  sarif: { file: 'report.sarif', render: sarif },
} as const satisfies Readonly<Record<string, Reporter>>;

export type ReportFormat = keyof typeof REPORTERS;

export const REPORT_FORMATS: readonly ReportFormat[] = ['html', 'json', 'sarif'];
