import { isPast } from '../src/model/place.ts';
import type { Finding } from '../src/model/finding.ts';
import type { LongReport } from '../src/model/report.ts';
import { proseLines } from './prose.ts';
import { byRank } from './rank.ts';
import { setAsideSentence, suppressionText } from './set-aside.ts';
import { severityRank, visible } from './text.ts';

/** Findings named one by one of those set aside. */
const SET_ASIDE = 10;

/**
 * The findings as workflow commands of GitHub Actions, one line each, worst first: the runner shows them on the lines
 * of the change.
 *
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function* githubAnnotations(report: LongReport): Generator<string> {
  const ranks = Uint8Array.from(report.findings, ({ severity }) => severityRank(severity));
  for (const finding of byRank(report.findings, ranks)) yield `${annotation(finding)}\n`;
  const sentence = setAsideSentence(report);
  if (sentence !== undefined) yield `::notice title=set aside::${escapeData([sentence, ...told(report)].join('\n'))}\n`;
}

function told({ suppressed = [] }: LongReport): readonly string[] {
  return Iterator.from(suppressed)
    .take(SET_ASIDE)
    .map(({ severity, title, suppressions }) => {
      return `${severity}: ${visible(title)} (${suppressions.map((each) => suppressionText(each)).join('; ')})`;
    })
    .toArray();
}

function annotation(finding: Finding): string {
  const place = finding.places.find((candidate) => candidate.kind === 'file' && !isPast(candidate));
  const properties: [string, string][] = [];
  if (place?.kind === 'file') {
    properties.push(['file', place.path], ['line', String(place.line)], ['endLine', String(place.endLine)]);
    // Columns are only understood where the range stands on one line.
    if (place.line === place.endLine) {
      properties.push(['col', String(place.column)], ['endColumn', String(place.endColumn)]);
    }
  }
  properties.push(['title', `${finding.severity}: ${finding.check}`]);
  const fix = proseLines(finding.remediation)
    .map((line) => visible(line))
    .join('\n');
  const written = properties.map(([name, value]) => `${name}=${escapeProperty(value)}`).join(',');
  return `::${level(finding)} ${written}::${escapeData(`${visible(finding.title)}\n${fix}`)}`;
}

function level(finding: Finding): string {
  if (finding.severity === 'critical' || finding.severity === 'high') return 'error';
  return finding.severity === 'medium' ? 'warning' : 'notice';
}

// The runner's own escaping: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
