import type { CheckInput, Verdict } from '../checks/verdict.ts';
import { DROP } from '../checks/verdict.ts';
import { readAssignment } from './assigned.ts';
import { FEATURE_NAMES, featuresOf } from './features.ts';
import type { Features } from './features.ts';
import { nameKind } from './name-kind.ts';
import { readPath } from './path-class.ts';
import { isRejected } from './rejected.ts';
import { BIAS, CONFIDENT, THRESHOLD, WEIGHTS } from './weights.ts';

/**
 * The generic detector's judge: the name must name a credential, the value must not be of another kind, and name,
 * shape, rarity and file together must weigh enough. Looks at the line only.
 */
export function judgeAssignment(input: CheckInput): Verdict {
  const features = candidateFeatures(input);
  if (features === undefined) return DROP;
  const score = weigh(features);
  if (score < THRESHOLD) return DROP;
  const isSure = score >= CONFIDENT && !readPath(input.path).example;
  return { verdict: 'keep', confidence: isSure ? 'medium' : 'low' };
}

/** Features of what the rules leave to be weighed; `undefined` for what they reject. */
function candidateFeatures(input: CheckInput): Features | undefined {
  const assigned = readAssignment(input);
  const kind = nameKind(assigned.words);
  if (kind === 'none') return undefined;
  const path = readPath(input.path);
  return isRejected(assigned, kind, path) ? undefined : featuresOf(assigned, kind, path);
}

/** Log-odds that the value is a credential. */
function weigh(features: Features): number {
  let sum = BIAS;
  for (const name of FEATURE_NAMES) sum += WEIGHTS[name] * features[name];
  return sum;
}
