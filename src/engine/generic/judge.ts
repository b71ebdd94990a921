import type { Confidence } from '../../model/credential.ts';
import type { CheckInput } from '../checks/verdict.ts';
import { readAssignment } from './assigned.ts';
import { featuresAt, featuresOf } from './features.ts';
import type { Features } from './features.ts';
import { nameKind } from './name-kind.ts';
import { PATH_CLASSES } from './path-class.ts';
import type { PathClass } from './path-class.ts';
import { rejection, rejectionIn } from './rejected.ts';
import { BIAS, BY_HAND, CONFIDENT, EXAMPLE_FOLDER, LOCK_FILE, THRESHOLD, WEIGHTS } from './weights.ts';

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
  if (kind === 'none' || rejection(assigned, kind) !== undefined) return undefined;
  const score = BIAS + weigh(featuresOf(assigned, kind));
  const confidenceAt = (path: PathClass): Confidence | undefined => {
    const weight = score + weigh(featuresAt(assigned, path)) + byHand(path);
    if (weight < THRESHOLD || rejectionIn(path, assigned) !== undefined) return undefined;
    return weight >= CONFIDENT && !path.example ? 'medium' : 'low';
  };
  const verdicts = PATH_CLASSES.map(confidenceAt);
  return verdicts.every((verdict) => verdict === undefined) ? undefined : verdicts;
}

/** What features add to the log-odds that the value is a credential. */
function weigh(features: Features): number {
  let sum = 0;
  for (const [name, amount] of features) sum += ((WEIGHTS[name] ?? 0) + (BY_HAND[name] ?? 0)) * amount;
  return sum;
}

function byHand({ kind, example }: PathClass): number {
  return (kind === 'lock' ? LOCK_FILE : 0) + (example ? EXAMPLE_FOLDER : 0);
}
