// What is worth a look after a run, as places: never a value, nor any text of the files.
import { isExample } from './clean.ts';
import { masked } from './finding.ts';
import type { Finding } from './finding.ts';
import { REASONS } from './judged.ts';
import type { Reason } from './judged.ts';
import type { Label } from './labels.ts';
import { MAIN_SCOPE, SCOPES, tally } from './score.ts';
import type { Judged } from './score.ts';

export type Disagreement = {
  /**
   * `missed`: a credential this scanner does not find. `false`: a row that is none and was taken for one. `unlabelled`:
   * found where nobody judged. `reported`: found in a clean folder. `others`: not found in a clean folder, where two
   * other scanners or more find something.
   */
  readonly kind: 'missed' | 'false' | 'unlabelled' | 'reported' | 'others';
  readonly file: string;
  readonly line: number;
  /** Category and flags of the row, or detectors. */
  readonly what: string;
  readonly preview: string;
  /** Other scanners that report the row or the line. */
  readonly also: readonly string[];
};

/** @param others what other scanners found, by name */
export function disagreementsOnCorpus(
  labels: readonly Label[],
  own: readonly Judged[],
  others: ReadonlyMap<string, readonly Judged[]>,
): readonly Disagreement[] {
  const scope = SCOPES.find(({ name }) => name === MAIN_SCOPE) ?? { name: '', without: [] };
  const ours = tally(labels, own, scope);
  const theirs = [...others].map(([name, judged]) => ({ name, ...tally(labels, judged, scope) }));
  const reportedBy = linesOf([...others].map(([name, judged]) => [name, judged.map(({ finding }) => finding)]));
  const missed = labels.flatMap((label, row): readonly Disagreement[] => {
    if (label.truth !== 'T' || ours.found.has(row) || label.flags.some((flag) => scope.without.includes(flag)))
      return [];
    const also = theirs.filter(({ found }) => found.has(row)).map(({ name }) => name);
    return [{ kind: 'missed', file: label.file, line: label.line_start, ...described(label), also }];
  });
  const wrong = [...ours.falseRows].flatMap((row): readonly Disagreement[] => {
    const label = labels[row];
    if (label === undefined) return [];
    const also = theirs.filter(({ falseRows }) => falseRows.has(row)).map(({ name }) => name);
    const by = own.filter(({ found, negatives }) => found.length === 0 && negatives.includes(row));
    const detectors = [...new Set(by.flatMap(({ finding }) => finding.detectors))].join(', ');
    const { what, preview } = described(label);
    return [{ kind: 'false', file: label.file, line: label.line_start, what: `${detectors}; ${what}`, preview, also }];
  });
  const unlabelled = own
    .filter(({ negatives, credentials }) => negatives.length === 0 && credentials.length === 0)
    .map(({ finding }) => reported('unlabelled', finding, reportedBy.get(place(finding)) ?? []));
  return [...missed, ...wrong, ...unlabelled];
}

/** @param judge what was said of a line; undefined where nobody judged it */
export function disagreementsOnClean(
  own: readonly Finding[],
  others: ReadonlyMap<string, readonly Finding[]>,
  judge: (file: string, line: number) => Reason | undefined,
): readonly Disagreement[] {
  const reportedBy = linesOf([...others]);
  const ours = new Set(own.map(place));
  const found = own.map((finding) => {
    const reason = judge(finding.file, finding.line);
    const verdict = reason === undefined ? 'not judged' : `${REASONS[reason] ? 'true' : 'false'}, ${reason}`;
    const row = reported('reported', finding, reportedBy.get(place(finding)) ?? []);
    return { ...row, what: `${row.what}; ${verdict}` };
  });
  const seen = new Set<string>();
  const missed = [...others.values()].flat().flatMap((finding): readonly Disagreement[] => {
    const at = place(finding);
    const also = reportedBy.get(at) ?? [];
    if (ours.has(at) || seen.has(at) || also.length < 2) return [];
    seen.add(at);
    return [reported('others', finding, also)];
  });
  return [...found, ...missed];
}

function described({ category, flags, truth, value_start, value_end, line_start, line_end }: Label) {
  const oneLine = line_start === line_end && value_start !== null && value_end !== null;
  const preview = oneLine ? `… (${value_end - value_start} characters)` : '… (whole lines)';
  return { what: [category, ...(truth === 'X' ? ['placeholder'] : []), ...flags].join(', '), preview };
}

function reported(kind: Disagreement['kind'], finding: Finding, also: readonly string[]): Disagreement {
  const where = isExample(finding.file) ? '; test, example or document' : '';
  const { file, line, secret, detectors } = finding;
  return { kind, file, line, what: `${detectors.join(', ')}${where}`, preview: masked(secret), also };
}

function place({ file, line }: Finding): string {
  return `${file}:${line}`;
}

/** Names of the scanners that report a line. */
function linesOf(all: readonly (readonly [string, readonly Finding[]])[]): ReadonlyMap<string, readonly string[]> {
  const lines = new Map<string, string[]>();
  for (const [name, findings] of all) {
    for (const at of new Set(findings.map(place))) lines.set(at, [...(lines.get(at) ?? []), name]);
  }
  return lines;
}
