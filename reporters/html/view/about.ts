import type { LongReport } from '../../../src/model/report.ts';
import { changedDetectors } from '../../detectors.ts';
import { duration, figure, visible } from '../../text.ts';

/** How the audit was made, so that it can be repeated and compared. */
export function aboutView(report: LongReport): object {
  const { run } = report;
  const entries: readonly (readonly [string, string])[] = [
    ['Tool', `Bitting ${run.tool.version}`],
    ['Report format', report.schema],
    ['Run', run.id],
    ['Started', run.started],
    ['Finished', run.finished],
    ['Took', duration(run.durationMs)],
    ['Command', `bitting ${run.command}`],
    ['Targets', run.targets.join(', ')],
    ['History', run.history ? 'read, with objects that no branch or tag reaches' : 'not read'],
    ['Configuration, SHA-256', run.configuration ?? 'none given'],
    ['Detectors', `${figure(run.detectors.count)}, SHA-256 ${run.detectors.digest}`],
    ...changedDetectors(run.detectors).map((text) => ['Changed detectors', text] as const),
    ['Fingerprint key', `${run.fingerprintKey} (ids compare only between runs with the same key)`],
  ];
  return {
    facts: entries.map(([term, value]) => ({ term, values: [{ text: visible(value) }] })),
    checks: report.checks.map(({ id, title, why, examined, failed, suppressed = 0 }) => ({
      id: visible(id),
      title: visible(title),
      why: visible(why),
      examined: figure(examined),
      failed: suppressed === 0 ? figure(failed) : `${figure(failed)} and ${figure(suppressed)} set aside`,
      some: failed > 0,
    })),
  };
}
