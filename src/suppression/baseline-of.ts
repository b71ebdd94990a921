import type { Finding } from '../model/finding.ts';
import type { LongReport } from '../model/report.ts';
import type { BaselineEntry } from './baseline.ts';
import { credentialOf } from './credential-of.ts';

/**
 * What a baseline of a report holds: its open findings, and those that an earlier baseline set aside. What a comment or
 * an exception covers needs none.
 */
export function* baselineOf({
  findings,
  suppressed = [],
}: Pick<LongReport, 'findings' | 'suppressed'>): Generator<BaselineEntry> {
  for (const finding of findings) yield entryOf(finding);
  for (const finding of suppressed) {
    if (finding.suppressions.some(({ by }) => by === 'baseline')) yield entryOf(finding);
  }
}

function entryOf(finding: Pick<Finding, 'id' | 'check' | 'subjects' | 'severity' | 'places'>): BaselineEntry {
  const credential = credentialOf(finding);
  const [place] = finding.places;
  return {
    finding: finding.id,
    ...(credential !== undefined && { about: credential }),
    check: finding.check,
    severity: finding.severity,
    // Without a line: the file would change with every edit above it.
    where: place === undefined ? '' : place.kind === 'file' ? place.path : place.resource,
  };
}
