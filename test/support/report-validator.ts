import { parseReport } from '../../reporters/read-report.ts';
import type { Report } from '../../src/model/report.ts';

/**
 * Asserts that a value follows schema/report-1.schema.json.
 *
 * @throws BittingError with a sentence for each violation
 */
export function assertValidReport(value: unknown): asserts value is Report {
  // Through JSON, as a reader of the file would see it.
  parseReport(JSON.parse(JSON.stringify(value)), 'the report');
}
