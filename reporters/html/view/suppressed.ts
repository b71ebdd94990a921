import type { LongReport } from '../../../src/model/report.ts';
import { setAsideSentence, suppressionText, unheededSentence } from '../../set-aside.ts';
import { count, placeText, resourceText, visible } from '../../text.ts';
import type { Names } from './names.ts';

/** Rows written on the page; the rest is told by number. */
const SHOWN = 500;

/** Whether there is anything to say of findings set aside. */
export function hasSuppressed({ suppressed = [], suppression }: LongReport): boolean {
  return (
    suppressed.length > 0 || (suppression !== undefined && suppression.notes.length + suppression.commentsIgnored > 0)
  );
}

/** Findings that somebody has set aside, each with where, by what and why. */
export function suppressedView(report: LongReport, names: Names): object {
  const { suppressed = [], suppression } = report;
  const left = suppressed.length - SHOWN;
  return {
    sentence: setAsideSentence(report) ?? 'No finding is set aside.',
    unheeded: unheededSentence(report),
    notes: suppression?.notes.map((note) => visible(note)) ?? [],
    rows: Iterator.from(suppressed)
      .take(SHOWN)
      .map(({ id, severity, title, places: [place], suppressions }) => ({
        id: visible(id),
        severity,
        title: visible(title),
        source: place && names.source(place.source),
        where: place && (place.kind === 'file' ? placeText(place) : resourceText(place.resource)),
        by: suppressions.map((each) => suppressionText(each)),
      }))
      .toArray(),
    left: left > 0 ? `${count(left, 'more row')} in report.json.` : undefined,
  };
}
