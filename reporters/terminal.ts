import type { ReachClass } from '../src/model/chain.ts';
import { pick, type Collection } from '../src/model/collection.ts';
import type { Finding } from '../src/model/finding.ts';
import type { LongReport } from '../src/model/report.ts';
import { TextIndex } from '../src/model/text-index.ts';
import { gapsOf, readSentence, type Gap } from './coverage.ts';
import { changedDetectors } from './detectors.ts';
import { firstSentence, proseLines } from './prose.ts';
import { setAsideSentence, suppressionText } from './set-aside.ts';
import { surveyFindings } from './survey-findings.ts';
import { commandSafe, style, wrap, type Style } from './terminal-text.ts';
import {
  bytes,
  count,
  duration,
  figure,
  historyText,
  listed,
  placeText,
  SEVERITIES,
  severityRank,
  visible,
} from './text.ts';

export interface TerminalOptions {
  /** Columns of the terminal; lines are broken before them where a space allows it. */
  readonly width: number;
  /** Use ANSI colours. */
  readonly color: boolean;
  /** Paths of the reports that were written, to be named at the end. */
  readonly written: readonly string[];
}

const TOP_FINDINGS = 8;
const TOP_ALIKE = 2;
/** Findings among which the top ones are chosen. */
const TOP_LOOKED_AT = 5000;
const TOP_OVERLAPS = 3;
const TOP_GAPS = 3;
const TOP_SET_ASIDE = 3;
const TOP_NOTES = 3;

const LEADS: Readonly<Partial<Record<ReachClass, string>>> = {
  administrator: 'leads to administrator',
  'perhaps administrator': 'may lead to administrator',
  critical: 'leads to something critical',
  stores: 'leads to secret stores',
};

/**
 * The report on a terminal: how many findings, the worst with place and fix, overlaps, gaps, where the reports are.
 * An audit's fits a screen of forty lines; of a change all is told.
 */
export function* terminal(report: LongReport, options: TerminalOptions): Generator<string> {
  const paint = style(options.color);
  const width = Math.min(Math.max(options.width, 40), 100);
  for (const { text, indent = 0, paint: painter } of lines(report, options, width, paint)) {
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

function* lines(report: LongReport, options: TerminalOptions, width: number, paint: Style): Generator<Line> {
  const top = topFindings(report);
  yield { text: headline(report), paint: paint.strong };
  yield { text: scope(report), paint: paint.faint };
  for (const text of changedDetectors(report.run.detectors))
    yield { text: visible(text), indent: 2, paint: paint.faint };
  yield* findings(report, top, width, paint);
  yield* overlaps(report, top, paint);
  yield* chain(report);
  yield* setAside(report, paint);
  yield* gaps(report, paint);
  if (options.written.length > 0) {
    yield { text: '' };
    for (const path of options.written) yield { text: `Report: ${visible(path)}` };
  }
}

function headline(report: LongReport): string {
  const total = report.findings.length;
  if (total === 0 && (report.suppressed?.length ?? 0) > 0) {
    return `No ${report.run.command === 'check' ? 'new ' : ''}findings but those that are set aside.`;
  }
  if (total === 0) return report.run.command === 'check' ? 'The change adds no findings.' : 'No findings.';
  const { severities } = surveyFindings(report);
  const parts = SEVERITIES.flatMap((severity) => {
    const number = severities.get(severity) ?? 0;
    return number === 0 ? [] : [`${figure(number)} ${severity}`];
  });
  return `${count(total, 'finding')}: ${listed(parts)}.`;
}

function scope(report: LongReport): string {
  const { files, blobs, bytes: read } = report.coverage.totals;
  const objects = blobs > 0 ? ` and ${count(blobs, 'object')} of history` : '';
  // An audit of exports alone reads no files.
  const amount = files + blobs === 0 ? '' : `: ${count(files, 'file')}${objects}, ${bytes(read)}`;
  return `${readSentence(report)}${amount}, in ${duration(report.run.durationMs)}.`;
}

function* findings(report: LongReport, top: Collection<Finding>, width: number, paint: Style): Generator<Line> {
  // What a change adds is little, and whoever made it wants the whole of it; an audit has its report for that.
  const brief = report.run.command === 'audit';
  if (top.length > 0) yield { text: '' };
  for (const finding of top) {
    const title = `  ${finding.severity}: ${visible(finding.title)}`;
    yield { text: brief ? clip(title, 2 * width - 8) : title, indent: 4, paint: paint.severity(finding.severity) };
    const where = whereText(finding);
    if (where !== '') yield { text: `    at  ${where}`, indent: 8 };
    const [first = '', ...more] = brief
      ? [clip(`    fix ${visible(firstSentence(finding.remediation))}`, width)]
      : proseLines(finding.remediation).map((line, index) => `    ${index === 0 ? 'fix ' : '    '}${visible(line)}`);
    if (finding.remediation !== '') yield { text: first, indent: 8, paint: paint.faint };
    for (const text of more) yield { text, indent: 8, paint: paint.faint };
    for (const [index, text] of (finding.why ?? []).entries())
      yield { text: `    ${index === 0 ? 'why ' : '    '}${visible(text)}`, indent: 8, paint: paint.faint };
    if (brief) continue;
    yield { text: `    id  ${visible(finding.id)} (${visible(finding.check)})`, indent: 8, paint: paint.faint };
  }
  const left = report.findings.length - top.length;
  if (left > 0) yield { text: `  ${count(left, 'more finding')} in the reports.` };
}

/**
 * The worst findings, those of one severity that are like {@link TOP_ALIKE} others behind the rest of it: twenty tokens
 * of one provider are one thing to know. Of a change everything is told.
 */
function topFindings(report: LongReport): Collection<Finding> {
  const { ranked } = surveyFindings(report);
  if (report.run.command === 'check') return ranked;
  const alike = new Map<string, number>();
  const isRepeat = ({ check, severity, remediation }: Finding): boolean => {
    const kind = `${severity} ${check} ${firstSentence(remediation)}`;
    const before = alike.get(kind) ?? 0;
    alike.set(kind, before + 1);
    return before >= TOP_ALIKE;
  };
  const order: { readonly position: number; readonly rank: number; readonly repeat: boolean }[] = [];
  for (const finding of ranked) {
    if (order.length === TOP_LOOKED_AT) break;
    order.push({ position: order.length, rank: severityRank(finding.severity), repeat: isRepeat(finding) });
  }
  order.sort((a, b) => a.rank - b.rank || Number(a.repeat) - Number(b.repeat));
  return pick(
    ranked,
    order.slice(0, TOP_FINDINGS).map(({ position }) => position),
  );
}

/** Cut with an ellipsis, where a clause ends or at least a word, so that it takes at most so many columns. */
function clip(text: string, columns: number): string {
  if (text.length <= columns) return text;
  const cut = text.slice(0, columns - 1);
  const end = [cut.lastIndexOf('; '), cut.lastIndexOf(' ')].find((position) => position > columns / 2);
  return `${cut.slice(0, end)}…`;
}

function whereText(finding: Finding): string {
  const [main, ...others] = finding.places;
  if (main === undefined) return '';
  const files = new Set(others.map((place) => placeText(place)));
  files.delete(placeText(main));
  const history = main.kind === 'file' ? historyText(main) : '';
  return `${placeText(main)}${history === '' ? '' : ` ${history}`}${files.size === 0 ? '' : ` and ${count(files.size, 'other place')}`}`;
}

function* overlaps(report: LongReport, top: Collection<Finding>, paint: Style): Generator<Line> {
  const told = new TextIndex();
  for (const { id } of top) told.add(id);
  const titles: string[] = [];
  let open = 0;
  let above = 0;
  for (const { accepted, finding, title } of report.overlaps) {
    if (accepted !== undefined) continue;
    open += 1;
    if (finding !== undefined && told.has(finding)) above += 1;
    else if (titles.length < TOP_OVERLAPS) titles.push(title);
  }
  if (open === 0) return;
  yield { text: '' };
  yield {
    text: `Shared between domains: ${count(open, 'thing')}${above === 0 ? '' : `, ${figure(above)} of them above`}.`,
    paint: paint.strong,
  };
  for (const title of titles) yield { text: `  ${visible(title)}`, indent: 4 };
  const left = open - above - titles.length;
  if (left > 0) yield { text: `  ${left} more in the reports.` };
}

/** Where the worst credential leads, in one line, where that is somewhere. */
function* chain({ chains = [] }: LongReport): Generator<Line> {
  const worst = chains.find(({ reaches }) => Object.hasOwn(LEADS, reaches));
  if (worst === undefined) return;
  const { title, reaches, credential } = worst;
  yield {
    text: `${visible(title)} ${LEADS[reaches] ?? ''}: bitting explain credential ${visible(credential)}`,
    indent: 2,
  };
}

/** What does not count as open: an audit's report lists it, a change's is told whole. */
function* setAside(report: LongReport, paint: Style): Generator<Line> {
  const sentence = setAsideSentence(report);
  const notes = report.suppression?.notes ?? [];
  if (sentence === undefined && notes.length === 0) return;
  yield { text: '' };
  if (sentence !== undefined) yield { text: sentence, paint: paint.strong };
  const suppressed = report.suppressed ?? [];
  const most = report.run.command === 'check' ? suppressed.length : TOP_SET_ASIDE;
  for (const { severity, title, suppressions } of Iterator.from(suppressed).take(most)) {
    yield { text: `  ${severity}: ${visible(title)}`, indent: 4 };
    yield {
      text: `    by  ${suppressions.map((each) => suppressionText(each)).join('; ')}`,
      indent: 8,
      paint: paint.faint,
    };
  }
  if (suppressed.length > most) yield { text: `  ${figure(suppressed.length - most)} more in the reports.` };
  for (const note of notes.slice(0, TOP_NOTES)) yield { text: `  ${visible(note)}`, indent: 4 };
  if (notes.length > TOP_NOTES) yield { text: `  ${count(notes.length - TOP_NOTES, 'more note')} in the reports.` };
}

function* gaps(report: LongReport, paint: Style): Generator<Line> {
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
