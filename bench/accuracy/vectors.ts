import { readFileSync } from 'node:fs';
import * as z from 'zod';

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
}

/** What became of a vector. Holds no text of it. */
export interface VectorResult {
  /** 1-based line of the vector's file. */
  readonly line: number;
  readonly rule: string;
  readonly expect: boolean;
  readonly found: boolean;
  readonly byProvider: boolean;
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
  };
}

export interface RuleFigures {
  readonly rule: string;
  readonly positives: number;
  readonly found: number;
  readonly byProvider: number;
  readonly negatives: number;
  readonly reported: number;
}

/** One row a rule, the worst found first. */
export function ruleFigures(results: readonly VectorResult[]): readonly RuleFigures[] {
  const rows = [...Map.groupBy(results, ({ rule }) => rule)].map(([rule, own]) => {
    const { positives, found, byProvider, negatives, reported } = vectorFigures(own);
    return { rule, positives, found, byProvider, negatives, reported };
  });
  const missed = ({ positives, found }: RuleFigures): number => positives - found;
  return rows.sort((a, b) => missed(b) - missed(a) || b.reported - a.reported || (a.rule < b.rule ? -1 : 1));
}
