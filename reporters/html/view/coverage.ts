import type { LongReport } from '../../../src/model/report.ts';
import type { CoverageRow } from '../../../src/model/source.ts';
import { gapsOf, isGap } from '../../coverage.ts';
import { bytes, count, short, visible } from '../../text.ts';
import type { Names } from './names.ts';

/** Rows written on the page; the rest is told by number. */
const SHOWN = 1000;

const KIND = {
  folder: 'folder',
  repository: 'git repository',
  'standard-input': 'standard input',
  'aws-dump': 'AWS export',
  'azure-dump': 'Azure export',
  'github-dump': 'GitHub export',
} as const;

const OUTCOME = {
  read: 'read',
  excluded: 'left out as asked',
  absent: 'not there',
  unreadable: 'could not be read',
  limited: 'read in part',
} as const;

export function coverageView(report: LongReport, names: Names): object {
  const gaps = report.coverage.rows.filter((row) => isGap(row));
  const seen = report.coverage.rows.filter((row) => !isGap(row));
  const { totals } = report.coverage;
  return {
    totals: `${count(totals.files, 'file')}, ${count(totals.blobs, 'object')} of history, ${bytes(totals.bytes)}`,
    complete: gapsOf(report).length === 0,
    gaps: rowsView(gaps, names),
    seen: rowsView(seen, names),
    sources: report.sources.slice(0, SHOWN).map(({ name, kind, locator, status, why, digest, repository }) => ({
      name: visible(name),
      kind: KIND[kind],
      locator: visible(locator),
      status,
      whole: status === 'read',
      why: why === undefined ? undefined : visible(why),
      digest: digest === undefined ? undefined : short(digest),
      branch: repository?.branch === undefined ? undefined : visible(repository.branch),
      commits: repository?.commits === undefined ? undefined : count(repository.commits, 'commit'),
    })),
    sourcesLeft: left(report.sources.length),
  };
}

function rowsView(rows: readonly CoverageRow[], names: Names): object {
  return {
    rows: rows.slice(0, SHOWN).map(({ source, outcome, unit, count: number, what, examples = [] }) => ({
      source: names.source(source),
      outcome: OUTCOME[outcome],
      number: count(number, unit.slice(0, -1), unit),
      what: visible(what),
      examples: examples.slice(0, 10).map((example) => visible(example)),
    })),
    left: left(rows.length),
  };
}

function left(number: number): string | undefined {
  return number > SHOWN ? `${count(number - SHOWN, 'more row')} in report.json.` : undefined;
}
