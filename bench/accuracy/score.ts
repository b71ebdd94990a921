// How findings are judged against labels. The same rules for every scanner:
//
// - A credential (T) is found when a finding overlaps its lines and the finding's value shares at least one character
//   with the labelled one, wherever in those lines the value stands. A value that does not stand there as text (it was
//   decoded, or put together) has no place, and its lines alone decide; so do they for a scanner that tells no value.
// - A finding that finds no credential and overlaps the lines of F or X rows is false. False rows are counted, not
//   findings: a noisy line costs once, as a found one gains once.
// - A finding that overlaps no row is unlabelled: nobody judged it, and it counts neither way. One that only overlaps
//   credentials, and has another value, is off the value.
// - Precision is found ÷ (found + false rows), recall found ÷ credentials, F1 their harmonic mean.
// - A scope leaves out rows by flag; what a finding says about those rows alone does not count in it.
import type { Finding } from './finding.ts';
import type { Label } from './labels.ts';
import type { TextLines } from './text-lines.ts';

/** The flag that marks a whole repository: what nobody labelled in it is left out with its rows. */
const WHOLE_REPOSITORY = 'openssl';

export interface Scope {
  readonly name: string;
  readonly without: readonly string[];
}

export const SCOPES: readonly Scope[] = [
  { name: 'all rows', without: [] },
  { name: 'without openssl', without: ['openssl'] },
  { name: 'without UUIDs', without: ['uuid_only'] },
  { name: 'without openssl and UUIDs', without: ['openssl', 'uuid_only'] },
  { name: 'without openssl and identifiers', without: ['openssl', 'identifier_only'] },
  {
    name: 'without openssl, identifiers and broken values',
    without: ['openssl', 'identifier_only', 'shape_broken'],
  },
];

/** The scope that figures are told for where none is named. */
export const MAIN_SCOPE = 'without openssl and identifiers';

export interface Figures {
  readonly credentials: number;
  readonly others: number;
  readonly found: number;
  /** F and X rows that were taken for credentials. */
  readonly falseRows: number;
  readonly falsePlaceholders: number;
  readonly falseFindings: number;
  readonly unlabelled: number;
  readonly offValue: number;
  /** Null where nothing was found or nothing was there. */
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** A finding and the rows, by number, that it says something about. */
export interface Judged {
  readonly finding: Finding;
  readonly found: readonly number[];
  readonly negatives: readonly number[];
  readonly credentials: readonly number[];
  /** Its value does not stand in its lines as text. */
  readonly unlocatable: boolean;
}

export interface Score {
  readonly findings: number;
  readonly unlocatable: number;
  /** By name of the scope. */
  readonly scopes: Readonly<Record<string, Figures>>;
  /** By category, most credentials first, in the main scope. */
  readonly categories: Readonly<Record<string, Figures>>;
  /** By detector, most findings first, in the main scope. */
  readonly detectors: Readonly<Record<string, DetectorFigures>>;
}

type DetectorFigures = Pick<Figures, 'found' | 'falseRows' | 'unlabelled' | 'precision'> & {
  readonly findings: number;
};

/** @param textOf the text of a labelled file, by its path in the corpus */
export function judge(
  labels: readonly Label[],
  findings: readonly Finding[],
  textOf: (file: string) => TextLines,
): readonly Judged[] {
  const rowsOf = Map.groupBy(labels.keys(), (row) => labels[row]?.file ?? '');
  return findings.map((finding) => {
    const { file, line, endLine, secret } = finding;
    const touched = (rowsOf.get(file) ?? []).flatMap((row) => {
      const label = labels[row];
      return label !== undefined && label.line_start <= endLine && line <= label.line_end ? [{ row, label }] : [];
    });
    const [positive, negative] = [true, false].map((side) =>
      touched.filter(({ label }) => (label.truth === 'T') === side),
    );
    const rows = (some = touched): readonly number[] => some.map(({ row }) => row);
    const judged = { finding, negatives: rows(negative), credentials: rows(positive), unlocatable: false };
    if (secret === undefined || positive === undefined || positive.length === 0)
      return { ...judged, found: rows(positive) };
    const text = textOf(file);
    const places = text.places(secret, line, endLine);
    if (places.length === 0) return { ...judged, found: rows(positive), unlocatable: true };
    const shared = positive.filter(({ label }) => {
      const [start, end] = spanOf(label, text);
      return places.some(([from, to]) => from < end && start < to);
    });
    return { ...judged, found: rows(shared) };
  });
}

function spanOf({ line_start, line_end, value_start, value_end }: Label, text: TextLines): readonly [number, number] {
  const lines = text.bounds(line_start, line_end);
  if (value_start === null) return lines;
  return [text.offset(line_start, value_start), value_end === null ? lines[1] : text.offset(line_end, value_end)];
}

export function scoreOf(labels: readonly Label[], judged: readonly Judged[]): Score {
  const scopes = SCOPES.map((scope) => [scope.name, tally(labels, judged, scope).figures] as const);
  const main = SCOPES.find(({ name }) => name === MAIN_SCOPE) ?? { name: '', without: [] };
  const names = [...new Set(labels.flatMap(({ category }) => category.split(':')))];
  const categories = names.map((name) => [name, tally(labels, judged, main, name).figures] as const);
  const byDetector = new Map<string, Judged[]>();
  for (const each of judged) {
    for (const detector of each.finding.detectors) {
      const list = byDetector.get(detector) ?? [];
      byDetector.set(detector, list);
      list.push(each);
    }
  }
  const detectors = [...byDetector].map(([name, own]) => {
    const { found, falseRows, unlabelled, precision } = tally(labels, own, main).figures;
    return [name, { findings: own.length, found, falseRows, unlabelled, precision }] as const;
  });
  return {
    findings: judged.length,
    unlocatable: judged.filter(({ unlocatable }) => unlocatable).length,
    scopes: Object.fromEntries(scopes),
    categories: Object.fromEntries(categories.sort(([a, x], [b, y]) => y.credentials - x.credentials || order(a, b))),
    detectors: Object.fromEntries(detectors.sort(([a, x], [b, y]) => y.findings - x.findings || order(a, b))),
  };
}

/** Figures of a scope, and the rows behind them. */
export function tally(
  labels: readonly Label[],
  judged: readonly Judged[],
  { without }: Scope,
  category?: string,
): { readonly figures: Figures; readonly found: ReadonlySet<number>; readonly falseRows: ReadonlySet<number> } {
  const counts = labels.map(
    (label) =>
      !label.flags.some((flag) => without.includes(flag)) &&
      (category === undefined || label.category.split(':').includes(category)),
  );
  const outside = without.includes(WHOLE_REPOSITORY) ? filesOf(labels, WHOLE_REPOSITORY) : new Set<string>();
  const inScope = (rows: readonly number[]): readonly number[] => rows.filter((row) => counts[row]);
  const found = new Set<number>();
  const falseRows = new Set<number>();
  let [falseFindings, unlabelled, offValue] = [0, 0, 0];
  for (const each of judged) {
    const right = inScope(each.found);
    const wrong = inScope(each.negatives);
    for (const row of right) found.add(row);
    // What finds a credential that is left out is not held against it.
    if (each.found.length > 0) continue;
    for (const row of wrong) falseRows.add(row);
    if (wrong.length > 0) falseFindings++;
    else if (each.negatives.length > 0) continue;
    else if (each.credentials.length === 0) unlabelled += outside.has(each.finding.file) ? 0 : 1;
    else if (inScope(each.credentials).length > 0) offValue++;
  }
  const total = counts.filter(Boolean).length;
  const credentials = labels.filter(({ truth }, row) => counts[row] && truth === 'T').length;
  const precision = ratio(found.size, found.size + falseRows.size);
  const recall = ratio(found.size, credentials);
  const figures: Figures = {
    credentials,
    others: total - credentials,
    found: found.size,
    falseRows: falseRows.size,
    falsePlaceholders: [...falseRows].filter((row) => labels[row]?.truth === 'X').length,
    falseFindings,
    unlabelled,
    offValue,
    precision,
    recall,
    f1: precision === null || recall === null ? null : (ratio(2 * precision * recall, precision + recall) ?? 0),
  };
  return { figures, found, falseRows };
}

function filesOf(labels: readonly Label[], flag: string): ReadonlySet<string> {
  return new Set(labels.filter(({ flags }) => flags.includes(flag)).map(({ file }) => file));
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
