import type { Anchor, Findings, RunFindings } from '../engine/findings.ts';
import type { RawMatch } from '../engine/raw-match.ts';
import type { ObjectFindings, Spots } from './object-findings.ts';
import { positionIn } from './object-findings.ts';
import type { ScannedUnit } from './object-scanner.ts';

/** What one way of scanning made of the objects of a repository. */
export interface ScanOutcome {
  /** Each object at most once. */
  readonly found: readonly ObjectFindings[];
  readonly problems: ScannedUnit['problems'];
  /** Rows of objects that it left to git. */
  readonly fallback: readonly number[];
}

export interface ScanComparison {
  /** Rows of the objects in which the two ways differ, ascending. */
  readonly differing: readonly number[];
  /** Matches and problems that only one of them tells, in all of these objects. */
  readonly onlyByChanges: number;
  readonly onlyWhole: number;
  /** Rows of the objects that could not be scanned whole, ascending: nothing confirms what was found in these. */
  readonly unconfirmed: readonly number[];
  /** What either found. Where they contradict each other in the same match, what the scan of the whole says. */
  readonly found: readonly ObjectFindings[];
  readonly problems: ScannedUnit['problems'];
}

/**
 * Compares what scanning objects by their changes and scanning them whole gave: spans, detectors, fingerprints,
 * confidences, lines, columns and whatever else a match tells, and the limits that were met.
 *
 * Objects that the scan by changes left to git take no part, whatever the other found: git gives them whole.
 */
export function compareScans(changes: ScanOutcome, whole: ScanOutcome): ScanComparison {
  const [leftByChanges, leftByWhole] = [new Set(changes.fallback), new Set(whole.fallback)];
  const inChanges = byRow(changes);
  const inWhole = byRow(whole);
  const comparison = {
    differing: [] as number[],
    onlyByChanges: 0,
    onlyWhole: 0,
    unconfirmed: [...leftByWhole.difference(leftByChanges)].sort(ascending),
    found: [] as ObjectFindings[],
    problems: [] as ScannedUnit['problems'][number][],
  };
  for (const row of [...new Set([...inChanges.keys(), ...inWhole.keys()])].sort(ascending)) {
    if (leftByChanges.has(row)) continue;
    const first = inChanges.get(row) ?? NOTHING;
    const second = leftByWhole.has(row) ? first : (inWhole.get(row) ?? NOTHING);
    const [told, toldWhole] =
      first === second ? [NO_STATEMENTS, NO_STATEMENTS] : [statements(first), statements(second)];
    const onlyByChanges = told.difference(toldWhole).size;
    const onlyWhole = toldWhole.difference(told).size;
    const differs = onlyByChanges + onlyWhole > 0;
    if (differs) comparison.differing.push(row);
    comparison.onlyByChanges += onlyByChanges;
    comparison.onlyWhole += onlyWhole;
    const both = differs ? union(row, first, second) : first;
    if (both.found !== undefined) comparison.found.push(both.found);
    for (const problem of both.problems) comparison.problems.push(problem);
  }
  return comparison;
}

/** What was said of one object. */
interface Told {
  readonly found: ObjectFindings | undefined;
  readonly problems: ScannedUnit['problems'];
}

const NOTHING: Told = { found: undefined, problems: [] };
const NO_STATEMENTS: ReadonlySet<string> = new Set();

function byRow({ found, problems }: ScanOutcome): ReadonlyMap<number, Told> {
  const told = new Map<number, Told>(found.map((each) => [each.row, { found: each, problems: [] }]));
  for (const [row, own] of Map.groupBy(problems, (problem) => problem.row)) {
    told.set(row, { found: told.get(row)?.found, problems: own });
  }
  return told;
}

/** Everything that is said of an object, each thing as a text that is the same whenever it is the same thing. */
function statements({ found, problems }: Told): ReadonlySet<string> {
  const all = problems.map(problemText);
  if (found === undefined) return new Set(all);
  const { findings, spots } = found;
  for (const text of findingTexts(findings, (offset) => placeText(spots, offset))) all.push(text);
  return new Set(all);
}

/** @param placeOf Line and column of an offset, where it has any: what was decoded has none. */
function* findingTexts(
  { inLines, anchors, runs }: Findings,
  placeOf: (offset: number) => string,
): Generator<string, void, undefined> {
  for (const match of inLines) yield matchText(match, placeOf);
  for (const { match } of anchors) yield matchText(match, placeOf);
  for (const run of runs) yield* runTexts(run, placeOf);
}

function* runTexts({ start, end, parts }: RunFindings, placeOf: (offset: number) => string): Generator<string> {
  for (const { encoding, found } of parts) {
    for (const inner of findingTexts(found, () => '')) {
      yield `${start} ${end} ${placeOf(start)} ${placeOf(end)} ${encoding.join('>')}: ${inner}`;
    }
  }
}

/** Every field of a match: two that differ in any are two matches. */
function matchText(match: RawMatch, placeOf: (offset: number) => string): string {
  const { detector, start, end, fingerprint, preview, proof, confidence, keyId, facts, distinctive, encoding } = match;
  const known = Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1));
  const more = [fingerprint, preview, proof, confidence, keyId, known, distinctive, encoding];
  return `${detector} ${start} ${end} ${placeOf(start)} ${placeOf(end)} ${JSON.stringify(more)}`;
}

function placeText(spots: Spots, offset: number): string {
  const { line, column } = positionIn(spots, offset);
  return `${line}:${column}`;
}

function problemText({ detector, what }: ScannedUnit['problems'][number]): string {
  return `problem ${detector} ${what}`;
}

function union(row: number, first: Told, second: Told): Told {
  return {
    found: unionOfFound(row, first.found, second.found),
    problems: eachOnce([...first.problems, ...second.problems], problemText),
  };
}

function unionOfFound(
  row: number,
  first: ObjectFindings | undefined,
  second: ObjectFindings | undefined,
): ObjectFindings | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  const [a, b] = [first.findings, second.findings];
  // Matches of the whole come last: where two speak of the same detector and span, the last one is taken.
  const findings: Findings = {
    inLines: byStart(eachOnce([...a.inLines, ...b.inLines], (match) => matchText(match, nowhere))),
    anchors: byStart(eachOnce([...a.anchors, ...b.anchors], anchorText)),
    runs: byStart(eachOnce([...a.runs, ...b.runs], (run) => [...runTexts(run, nowhere)].join('\n'))),
  };
  return { row, findings, spots: unionOfSpots(first.spots, second.spots) };
}

/** For what is compared by its offsets alone. */
function nowhere(): string {
  return '';
}

function anchorText({ detector, start, match }: Anchor): string {
  return `${detector} ${start} ${matchText(match, nowhere)}`;
}

/** Places in both; of an offset that both know, what the second says. */
function unionOfSpots(first: Spots, second: Spots): Spots {
  const offsets = [...new Set([...first.offsets, ...second.offsets])].sort(ascending);
  const isInSecond = new Set(second.offsets);
  const places = offsets.map((offset) => positionIn(isInSecond.has(offset) ? second : first, offset));
  return { offsets, lines: places.map(({ line }) => line), columns: places.map(({ column }) => column) };
}

/** The last of those that have the same name. */
function eachOnce<Item>(items: readonly Item[], nameOf: (item: Item) => string): readonly Item[] {
  return [...new Map(items.map((item) => [nameOf(item), item])).values()];
}

function byStart<Item extends { readonly start: number }>(items: readonly Item[]): readonly Item[] {
  return items.toSorted((a, b) => a.start - b.start);
}

function ascending(a: number, b: number): number {
  return a - b;
}
