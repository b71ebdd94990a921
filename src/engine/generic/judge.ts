import type { Confidence } from '../../model/credential.ts';
import type { CheckInput } from '../checks/verdict.ts';
import { readAssignment } from './assigned.ts';
import { FEATURE_NAMES, featuresOf } from './features.ts';
import type { Features } from './features.ts';
import { nameKind } from './name-kind.ts';
import { PATH_CLASSES } from './path-class.ts';
import type { PathClass } from './path-class.ts';
import { isRejected } from './rejected.ts';
import { BIAS, CONFIDENT, PATH_WEIGHTS, THRESHOLD, WEIGHTS } from './weights.ts';

/**
 * The generic detector's judge: the name must name a credential, the value must not be of another kind, and name,
 * shape, rarity and file together must weigh enough. Looks at the line only.
 *
 * @returns For each of {@link PATH_CLASSES} how sure it is, `undefined` where it is no credential; `undefined` in all
 *   when it is none at any path.
 */
export function judgeAssignment(input: CheckInput): readonly (Confidence | undefined)[] | undefined {
  const assigned = readAssignment(input);
  const kind = nameKind(assigned.words);
  if (kind === 'none') return undefined;
  const score = weigh(featuresOf(assigned, kind));
  const confidenceAt = (path: PathClass): Confidence | undefined => {
    const weight = score + PATH_WEIGHTS[path.kind];
    if (weight < THRESHOLD || isRejected(assigned, kind, path)) return undefined;
    return weight >= CONFIDENT && !path.example ? 'medium' : 'low';
  };
  const verdicts = PATH_CLASSES.map(confidenceAt);
  return verdicts.every((verdict) => verdict === undefined) ? undefined : verdicts;
}

/** Log-odds that the value is a credential, wherever it may stand. */
function weigh(features: Features): number {
  let sum = BIAS;
  for (const name of FEATURE_NAMES) sum += WEIGHTS[name] * features[name];
  return sum;
}
