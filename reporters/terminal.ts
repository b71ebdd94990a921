import type { Finding, Overlap } from '../src/model/finding.ts';
import type { Report } from '../src/model/report.ts';
import { gapsOf, type Gap } from './coverage.ts';
import { inOrder } from './rank.ts';
import { commandSafe, style, wrap, type Style } from './terminal-text.ts';
import { bytes, count, duration, listed, placeText, SEVERITIES, visible } from './text.ts';

export interface TerminalOptions {
  /** Columns of the terminal; lines are broken before them where a space allows it. */
  readonly width: number;
  /** Use ANSI colours. */
  readonly color: boolean;
  /** Paths of the reports that were written, to be named at the end. */
  readonly written: readonly string[];
}

const TOP_FINDINGS = 10;
const TOP_OVERLAPS = 5;
const TOP_GAPS = 5;

/** The report on a terminal: how many findings, the worst with place and fix, overlaps, gaps, where the reports are. */
export function* terminal(report: Report, options: TerminalOptions): Generator<string> {
  const paint = style(options.color);
  const width = Math.min(Math.max(options.width, 40), 100);
  for (const { text, indent = 0, paint: painter } of lines(report, options, paint)) {
    if (text === '') yield '\n';
    for (const line of text === '' ? [] : wrap(text, width, indent)) {
      const safe = commandSafe(line);
      yield `${painter === undefined ? safe : painter(safe)}\n`;
    }
  }
}

interface Line {
  readonly text: string;
  readonly indent?: number;
  readonly paint?: (text: string) => string;
}

function* lines(report: Report, options: TerminalOptions, paint: Style): Generator<Line> {
  yield { text: headline(report), paint: paint.strong };
  yield { text: scope(report), paint: paint.faint };
  yield* findings(report, paint);
  yield* overlaps(report, paint);
  yield* gaps(report, paint);
  if (options.written.length > 0) {
    yield { text: '' };
    for (const path of options.written) yield { text: `Report: ${visible(path)}` };
  }
}

function headline(report: Report): string {
  const total = report.findings.length;
  if (total === 0) return report.run.command === 'check' ? 'The change adds no findings.' : 'No findings.';
  const parts = SEVERITIES.flatMap((severity) => {
    const number = report.findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? [] : [`${number} ${severity}`];
  });
  return `${count(total, 'finding')}: ${listed(parts)}.`;
}

function scope(report: Report): string {
  const { sources, sourcesRead, files, blobs, bytes: read } = report.coverage.totals;
  const objects = blobs > 0 ? ` and ${count(blobs, 'object')} of history` : '';
  return (
    `Read ${sourcesRead} of ${count(sources, 'source')}: ${count(files, 'file')}${objects}, ${bytes(read)}, ` +
    `in ${duration(report.run.durationMs)}.`
  );
}

function* findings(report: Report, paint: Style): Generator<Line> {
  const worst = inOrder(report.findings).slice(0, TOP_FINDINGS);
  for (const finding of worst) {
    yield { text: '' };
    yield {
      text: `  ${finding.severity}: ${visible(finding.title)}`,
      indent: 4,
      paint: paint.severity(finding.severity),
    };
    const where = whereText(finding);
    if (where !== '') yield { text: `    at  ${where}`, indent: 8 };
    yield { text: `    fix ${visible(finding.remediation)}`, indent: 8 };
    yield { text: `    id  ${visible(finding.id)} (${visible(finding.check)})`, indent: 8, paint: paint.faint };
  }
  const left = report.findings.length - worst.length;
  if (left > 0) {
    yield { text: '' };
    yield { text: `${count(left, 'more finding')} in the reports.` };
  }
}

function whereText(finding: Finding): string {
  const [main, ...others] = finding.places;
  if (main === undefined) return '';
  return `${placeText(main)}${others.length === 0 ? '' : ` and ${count(others.length, 'other place')}`}`;
}

function* overlaps(report: Report, paint: Style): Generator<Line> {
  const open = report.overlaps.filter((overlap) => overlap.accepted === undefined);
  if (open.length === 0) return;
  yield { text: '' };
  yield { text: `Shared between domains: ${count(open.length, 'overlap')}`, paint: paint.strong };
  for (const overlap of open.slice(0, TOP_OVERLAPS)) yield { text: `  ${overlapText(overlap)}`, indent: 4 };
  if (open.length > TOP_OVERLAPS) yield { text: `  ${open.length - TOP_OVERLAPS} more in the reports.` };
}

function overlapText(overlap: Overlap): string {
  return `${listed(overlap.domains.map((domain) => visible(domain)))}: ${visible(overlap.title)}`;
}

function* gaps(report: Report, paint: Style): Generator<Line> {
  const all = gapsOf(report);
  if (all.length === 0) return;
  yield { text: '' };
  yield { text: `Not covered: ${count(all.length, 'gap')}. What stands there is not known.`, paint: paint.strong };
  for (const gap of all.slice(0, TOP_GAPS)) yield { text: `  ${gapText(gap)}`, indent: 4 };
  if (all.length > TOP_GAPS) yield { text: `  ${all.length - TOP_GAPS} more in the reports.` };
}

function gapText(gap: Gap): string {
  if ('row' in gap) return `${visible(gap.source?.name ?? gap.row.source)}: ${visible(gap.row.what)}`;
  return `${visible(gap.source.name)}: ${gap.source.status}. ${visible(gap.source.why ?? '')}`.trim();
}
