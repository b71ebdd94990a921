import type { Verdict } from '../../../model/access.ts';

/**
 * Three-valued truth (Kleene's strong logic) as numbers, so that "and" is the smaller and "or" the larger of two.
 * {@link DEPENDS} stands for what is not known.
 */
export type Ternary = 0 | 1 | 2;

export const NO = 0;
export const DEPENDS = 1;
export const YES = 2;

const VERDICTS = ['no', 'depends', 'yes'] as const;

export function and(a: Ternary, b: Ternary): Ternary {
  return a < b ? a : b;
}

export function or(a: Ternary, b: Ternary): Ternary {
  return a > b ? a : b;
}

export function not(a: Ternary): Ternary {
  return a === YES ? NO : a === NO ? YES : DEPENDS;
}

export function verdictOf(a: Ternary): Verdict {
  return VERDICTS[a];
}
