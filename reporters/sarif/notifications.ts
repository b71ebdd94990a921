import type { Notification } from 'sarif';
import type { LongReport } from '../../src/model/report.ts';
import { gapsOf, type Gap } from '../coverage.ts';
import { count, visible } from '../text.ts';

/** What could not be read: a notification for each gap in the coverage. */
export function notifications(report: LongReport): Notification[] {
  return gapsOf(report).map((gap) => notification(gap));
}

function notification(gap: Gap): Notification {
  if (!('row' in gap)) {
    const { name, status, why = '' } = gap.source;
    return {
      level: status === 'failed' ? 'error' : 'warning',
      message: { text: `${visible(name)}: ${status}. ${visible(why)}`.trim() },
      properties: { status },
    };
  }
  const { source, outcome, unit, count: number, what, examples = [] } = gap.row;
  const name = visible(gap.source?.name ?? source);
  return {
    level: gap.source?.status === 'failed' ? 'error' : 'warning',
    message: { text: `${name}: ${count(number, unit.slice(0, -1), unit)} ${outcome}. ${visible(what)}` },
    properties: { outcome, unit, count: number, examples },
  };
}
