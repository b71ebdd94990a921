import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { absenceOf } from './absences.ts';

/** A text of a rule's own tests: what must be found in it, or that nothing must be. */
const vectorSchema = z.object({
  rule: z.string(),
  text: z.string(),
  path: z.string().default(''),
  expect: z.boolean(),
  secret: z.string().nullish(),
});

export type Vector = z.infer<typeof vectorSchema>;

export interface VectorFigures {
  readonly positives: number;
  readonly found: number;
  /** Found by a detector of a provider, not by one that goes by names and looks alone. */
  readonly byProvider: number;
  readonly negatives: number;
  readonly reported: number;
  readonly rules: number;
  /** Rules with a positive vector of which at least one, and of which every one is found. */
  readonly rulesFound: number;
  readonly rulesWhole: number;
  readonly missed: Missed;
}

/** What is not found. */
export interface Missed {
  /** Positives not found whose value is a stand-in, and, of the others, those of rules that look for no credential. */
  readonly standIns: number;
  readonly noCredential: number;
  /** Rules of which nothing is found, by reason: the first that holds. */
  readonly rules: {
    readonly noCredential: number;
    /** Every value is a stand-in. */
    readonly standIns: number;
    readonly otherReason: number;
    readonly unexplained: number;
  };
}

/** What became of a vector. Holds no text of it. */
export interface VectorResult {
  /** 1-based line of the vector's file. */
  readonly line: number;
  readonly rule: string;
  readonly expect: boolean;
  readonly found: boolean;
  readonly byProvider: boolean;
  /** The value only stands for a credential. */
  readonly standIn: boolean;
  /** Ids of the detectors that reported something. */
  readonly detectors: readonly string[];
}

/** @throws Error when a line is no vector. */
export function readVectors(file: string): readonly Vector[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => vectorSchema.parse(JSON.parse(line)));
}

export function vectorFigures(results: readonly VectorResult[]): VectorFigures {
  const positive = results.filter(({ expect }) => expect);
  const negative = results.filter(({ expect }) => !expect);
  const rules = [...Map.groupBy(positive, ({ rule }) => rule).values()];
  const count = (list: readonly VectorResult[]): number => list.filter(({ found }) => found).length;
  return {
    positives: positive.length,
    found: count(positive),
    byProvider: positive.filter(({ found, byProvider }) => found && byProvider).length,
    negatives: negative.length,
    reported: count(negative),
    rules: rules.length,
    rulesFound: rules.filter((list) => count(list) > 0).length,
    rulesWhole: rules.filter((list) => count(list) === list.length).length,
    missed: missedOf(rules),
  };
}

/** @param rules Positives, by rule. */
function missedOf(rules: readonly (readonly VectorResult[])[]): Missed {
  const missed = rules.flat().filter(({ found }) => !found);
  const reasons = Map.groupBy(
    rules.filter((list) => list.every(({ found }) => !found)),
    (list) => reasonOf(list),
  );
  const rulesOf = (reason: Reason): number => reasons.get(reason)?.length ?? 0;
  return {
    standIns: missed.filter(({ standIn }) => standIn).length,
    noCredential: missed.filter(({ rule, standIn }) => !standIn && absenceOf(rule)?.noCredential === true).length,
    rules: {
      noCredential: rulesOf('noCredential'),
      standIns: rulesOf('standIns'),
      otherReason: rulesOf('otherReason'),
      unexplained: rulesOf('unexplained'),
    },
  };
}

type Reason = keyof Missed['rules'];

/** Why nothing of a rule is found. */
function reasonOf(positives: readonly VectorResult[]): Reason {
  const absence = absenceOf(positives[0]?.rule ?? '');
  if (absence?.noCredential === true) return 'noCredential';
  if (positives.every(({ standIn }) => standIn)) return 'standIns';
  return absence === undefined ? 'unexplained' : 'otherReason';
}

export interface RuleFigures {
  readonly rule: string;
  readonly positives: number;
  readonly found: number;
  readonly byProvider: number;
  readonly negatives: number;
  readonly reported: number;
  /** Why nothing is found; empty where something is. */
  readonly why: string;
}

/** One row a rule, the worst found first. */
export function ruleFigures(results: readonly VectorResult[]): readonly RuleFigures[] {
  const rows = [...Map.groupBy(results, ({ rule }) => rule)].map(([rule, own]) => {
    const { positives, found, byProvider, negatives, reported } = vectorFigures(own);
    return { rule, positives, found, byProvider, negatives, reported, why: whyNothing(own) };
  });
  const missed = ({ positives, found }: RuleFigures): number => positives - found;
  return rows.sort((a, b) => missed(b) - missed(a) || b.reported - a.reported || (a.rule < b.rule ? -1 : 1));
}

function whyNothing(results: readonly VectorResult[]): string {
  const positives = results.filter(({ expect }) => expect);
  if (positives.length === 0 || positives.some(({ found }) => found)) return '';
  switch (reasonOf(positives)) {
    case 'standIns':
      return 'stand-ins';
    case 'unexplained':
      return 'unexplained';
    default:
      return absenceOf(positives[0]?.rule ?? '')?.why ?? '';
  }
}
