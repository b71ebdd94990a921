import type { Floor, Sample } from './measure.ts';
import type { Mode } from './peers.ts';
import type { Repository, TreeSize } from './repository.ts';

/** All runs of one tool over one target. */
interface Row {
  readonly name: string;
  readonly version: string;
  /** Whether it is the scanner that the others are compared with. */
  readonly own: boolean;
  readonly samples: readonly Sample[];
}

export interface Comparison {
  readonly repository: Repository;
  readonly mode: Mode;
  /** Sizes of what was read, in words. */
  readonly facts: readonly string[];
  /** For whole history only: a tree has no packs to inflate. */
  readonly floor?: Floor;
  readonly rows: readonly Row[];
}

/** Medians over a row's runs; what stands in it when a run did not finish is not a time to compare. */
export interface Summary {
  readonly wall: number;
  readonly cpu: number;
  readonly process: number;
  readonly tree: number;
  readonly findings: number | undefined;
  readonly load: number;
  readonly exits: readonly number[];
  readonly troubles: readonly string[];
}

/** The middle value, or the mean of the two middle ones. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

export function summarise(samples: readonly Sample[]): Summary {
  const of = (pick: (sample: Sample) => number): number => median(samples.map(pick));
  const counts = samples.flatMap(({ findings }) => (findings === undefined ? [] : [findings]));
  return {
    wall: of(({ wall }) => wall),
    cpu: of(({ cpu }) => cpu),
    process: of((sample) => sample.process),
    tree: of(({ tree }) => tree),
    findings: counts.length > 0 ? median(counts) : undefined,
    load: Math.max(...samples.map(({ load }) => load)),
    exits: [...new Set(samples.map(({ exit }) => exit))],
    troubles: [...new Set(samples.flatMap(({ troubles }) => troubles))],
  };
}

const HEADINGS = [
  'tool',
  'wall s',
  'CPU s',
  'wall ÷ fastest peer',
  'CPU ÷ leanest peer',
  'CPU ÷ floor',
  'process MB',
  'all MB',
  'findings',
  'exit',
  'finished',
];

/** One comparison as a Markdown section. */
export function section(comparison: Comparison): string {
  const { repository, mode, facts, floor } = comparison;
  const rows = comparison.rows.map((row) => ({ row, summary: summarise(row.samples) }));
  const whole = rows.filter(({ row, summary }) => !row.own && summary.troubles.length === 0);
  const fastest = Math.min(...whole.map(({ summary }) => summary.wall));
  const leanest = Math.min(...whole.map(({ summary }) => summary.cpu));
  const lines = rows.map(({ row, summary }) => [
    `${row.name} ${row.version}`,
    summary.wall.toFixed(2),
    summary.cpu.toFixed(2),
    ratio(summary.wall, fastest),
    ratio(summary.cpu, leanest),
    floor === undefined ? '–' : ratio(summary.cpu, floor.cpu),
    megabytes(summary.process),
    megabytes(summary.tree),
    summary.findings === undefined ? '–' : String(summary.findings),
    summary.exits.join(', '),
    summary.troubles.length === 0 ? 'yes' : `no: ${summary.troubles.join(', ')}`,
  ]);
  const runs = rows.map(({ row }) => row.samples.length);
  const load = Math.max(...rows.map(({ summary }) => summary.load));
  return [
    `### ${repository.name}: ${mode === 'history' ? 'whole history' : 'work tree'}`,
    '',
    facts.join(' · '),
    '',
    `Medians of ${Math.min(...runs)} runs; load average when they began at most ${load.toFixed(1)}.`,
    '',
    ...markdownTable([HEADINGS, ...lines]),
    '',
  ].join('\n');
}

/** What a scan of whole history has to read. */
export function historyFacts({ commits, packBytes, absent }: Repository, floor: Floor): readonly string[] {
  return [
    `${commits} commits`,
    `pack ${megabytes(packBytes)} MB`,
    `${floor.entries} blob entries (${floor.deltas} deltas), ${megabytes(floor.inflated)} MB inflated`,
    `floor ${floor.cpu.toFixed(2)} s`,
    ...(absent > 0 ? [`${absent} objects absent`] : []),
  ];
}

/** What a scan of one tree has to read. */
export function treeFacts({ files, bytes }: TreeSize): readonly string[] {
  return [`${files} files`, `${megabytes(bytes)} MB`];
}

function ratio(value: number, unit: number): string {
  return Number.isFinite(unit) && unit > 0 ? (value / unit).toFixed(2) : '–';
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
}

/** The first row holds the headings; all columns but the first and last are numbers. */
function markdownTable(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((text, column) => (left(column) ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const left = (column: number): boolean => column === 0 || column === widths.length - 1;
  const rule = widths.map((width, column) => (left(column) ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return rows.flatMap((row, index) => (index === 0 ? [line(row), `| ${rule.join(' | ')} |`] : [line(row)]));
}
