import type { Result } from 'sarif';
import type { Severity } from '../../src/model/credential.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { SuppressedFinding } from '../../src/model/suppression.ts';
import { proseLines } from '../prose.ts';
import { suppressionText } from '../set-aside.ts';
import { count, visible } from '../text.ts';
import { location, type UriBases } from './location.ts';

/** Places told beside the main one: GitHub shows at most 100 of a result. */
const RELATED_PLACES = 99;

/** One finding as a SARIF result. */
export function result(finding: Finding | SuppressedFinding, ruleIndex: number, bases: UriBases): Result {
  const [main, ...others] = finding.places;
  const left = others.length - RELATED_PLACES;
  return {
    ruleId: finding.check,
    ruleIndex,
    level: level(finding.severity),
    message: {
      text: [
        visible(finding.title).replace(/[^.!?…]$/, '$&.'),
        ...proseLines(finding.remediation).map((line) => visible(line)),
        ...(left > 0 ? [`${count(left, 'more place')} in report.json.`] : []),
      ].join('\n'),
    },
    locations: main === undefined ? [] : [location(main, bases)],
    relatedLocations: others.slice(0, RELATED_PLACES).map((place, id) => ({ ...location(place, bases), id })),
    partialFingerprints: { 'bittingFinding/v1': finding.id },
    ...('suppressions' in finding && {
      suppressions: finding.suppressions.map((each) => ({
        kind: each.by === 'comment' ? ('inSource' as const) : ('external' as const),
        status: 'accepted' as const,
        justification: suppressionText(each),
        ...(each.place !== undefined && { location: location(each.place, bases) }),
      })),
    }),
    properties: {
      severity: finding.severity,
      confidence: finding.confidence,
      domains: finding.domains,
      subjects: finding.subjects,
      evidence: finding.evidence.map(({ what }) => visible(what)),
      ...(finding.owner === undefined ? {} : { owner: finding.owner }),
    },
  };
}

/** SARIF has three levels; the severity itself stands under `properties`. */
export function level(severity: Severity): 'error' | 'warning' | 'note' {
  if (severity === 'critical' || severity === 'high') return 'error';
  return severity === 'medium' ? 'warning' : 'note';
}
