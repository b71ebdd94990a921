import type { FeatureName } from './features.ts';
import type { PathClass } from './path-class.ts';

/**
 * Weights of a logistic regression, natural logarithm of odds, fitted on one half of Samsung/CredData
 * (https://github.com/Samsung/CredData; labels under Apache-2.0): 2,700 labelled assignments and 1,600 unlabelled ones
 * at a third of the weight. Set by hand instead, because that corpus cannot teach them: `onlyLower` (its passwords were
 * replaced by random letters), `passwordWords` (people put words into passwords), `long`, `onlyUpper` and `lock`.
 * `assorted` was fitted later.
 */
export const WEIGHTS: Readonly<Record<FeatureName, number>> = {
  length: 0.65,
  short: -0.76,
  long: -0.5,
  entropy: 0.75,
  wordLikeness: -1.14,
  letters: -0.22,
  digits: 1.38,
  symbols: 0.3,
  switches: 0.56,
  hex: 0.71,
  uuid: 2.27,
  mixedCase: -0.04,
  onlyLower: 1,
  onlyUpper: 0,
  onlyDigits: 0.28,
  identifier: -0.48,
  camelWords: -1.11,
  separators: -2.64,
  namesItself: -3.04,
  quoted: 0.07,
  colon: 0.36,
  comma: -3.01,
  password: 1.67,
  secret: 0.22,
  token: -0.58,
  strongKey: -0.05,
  weakKey: -2.75,
  auth: 0.02,
  assorted: 1.2,
  passwordWords: 0.8,
  keyWords: -0.87,
};

/** What the kind of file adds. */
export const PATH_WEIGHTS: Readonly<Record<PathClass['kind'], number>> = {
  code: 0.6,
  config: 0,
  prose: 0.14,
  lock: -1.5,
};

export const BIAS = -1.0;

/** Log-odds from which a value is reported. */
export const THRESHOLD = 0.5;

/** Log-odds from which it is reported with medium confidence instead of low. */
export const CONFIDENT = 3;
