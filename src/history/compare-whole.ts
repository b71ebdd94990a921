import type { Workers } from '../engine/workers.ts';
import type { ReportGap } from '../git/gap.ts';
import type { ObjectTable } from '../git/pack/object-table.ts';
import type { Progress } from '../model/progress.ts';
import { compareScans } from './compare-scans.ts';
import type { ScanComparison, ScanOutcome } from './compare-scans.ts';
import { scanWhole } from './scan-whole.ts';

/** How the comparison of a repository came out, in objects. */
export interface ComparedObjects {
  /** Scanned whole. */
  readonly objects: number;
  /** In which the two ways differ. */
  readonly differing: number;
  /** That could not be scanned whole. */
  readonly unconfirmed: number;
}

export type OnComparison = (compared: ComparedObjects) => void;

export interface CompareContext {
  readonly workers: Workers;
  readonly report: ReportGap;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly onComparison: OnComparison;
}

const MAX_EXAMPLES = 10;

/**
 * Scans all objects of a repository whole and compares that with what was found by their changes. What differs is
 * reported, never with a value: how much, and the ids of some objects.
 *
 * @returns What either way found.
 */
export async function compareWithWhole(
  table: ObjectTable,
  changes: ScanOutcome,
  context: CompareContext,
): Promise<Pick<ScanComparison, 'found' | 'problems'>> {
  context.progress.step('scanning every object whole, to compare');
  const whole = await scanWhole(table, context);
  const comparison = compareScans(changes, whole);
  tellComparison(table, comparison, whole.objects, context.report);
  context.onComparison({
    objects: whole.objects,
    differing: comparison.differing.length,
    unconfirmed: comparison.unconfirmed.length,
  });
  return comparison;
}

/** @param objects That were scanned whole. */
function tellComparison(
  table: ObjectTable,
  { differing, onlyByChanges, onlyWhole, unconfirmed }: ScanComparison,
  objects: number,
  report: ReportGap,
): void {
  const told = (rows: readonly number[]) => ({
    unit: 'objects' as const,
    count: rows.length,
    examples: rows.slice(0, MAX_EXAMPLES).map((row) => table.oid(row)),
  });
  const agreeing = objects - differing.length;
  if (agreeing > 0) {
    const what = 'Scanned twice, by what changed and whole; both gave the same.';
    report({ outcome: 'read', unit: 'objects', count: agreeing, what });
  }
  if (differing.length > 0) {
    const what =
      `Scanning by what changed and scanning whole gave different results: ${onlyByChanges} only by what changed, ` +
      `${onlyWhole} only whole. The report holds all of them. This is a defect of Bitting: please report it.`;
    report({ outcome: 'limited', what, ...told(differing) });
  }
  if (unconfirmed.length > 0) {
    const what = 'Objects could not be scanned whole, so nothing confirms what scanning by changes found in them.';
    report({ outcome: 'limited', what, ...told(unconfirmed) });
  }
}
