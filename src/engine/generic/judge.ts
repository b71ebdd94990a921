import type { Confidence } from '../../model/credential.ts';
import type { CheckInput } from '../checks/verdict.ts';
import { remembered } from '../remembered.ts';
import { nameOf, readAssignment } from './assigned.ts';
import { byKind, kindOfName } from './name-kind.ts';
import { PATH_CLASSES } from './path-class.ts';
import { rejectionIn, rejectionOfPlace, rejectionOfValue } from './rejected.ts';
import { scoreAt, scoreOf, scoreOfValue } from './weigh.ts';
import { CONFIDENT, THRESHOLD } from './weights.ts';

/**
 * The generic detector's judge: the name must name a credential, the value must not be of another kind, and name,
 * shape, rarity and file together must weigh enough. Looks at the line only.
 *
 * @returns For each of {@link PATH_CLASSES} how sure it is, `undefined` where it is no credential; `undefined` in all
 *   when it is none at any path.
 */
export function judgeAssignment(input: CheckInput): readonly (Confidence | undefined)[] | undefined {
  const kind = kindOfName(nameOf(input));
  if (kind === 'none') return undefined;
  const ofValue = judgedValue[kind](input.value);
  if (ofValue === REJECTED) return undefined;
  const assigned = readAssignment(input);
  if (rejectionOfPlace(assigned) !== undefined) return undefined;
  const score = scoreOf(assigned, kind, ofValue);
  const verdicts = PATH_CLASSES.map((path, index) => {
    const there = scoreAt(score, assigned, index);
    if (there < THRESHOLD || rejectionIn(path, assigned) !== undefined) return undefined;
    return there >= CONFIDENT && !path.example ? 'medium' : 'low';
  });
  return verdicts.every((verdict) => verdict === undefined) ? undefined : verdicts;
}

/** Instead of a weight: the value is none whatever stands beside it. */
const REJECTED = Number.NEGATIVE_INFINITY;

/** What a value weighs by itself, for a name of each kind. */
const judgedValue = byKind((kind) =>
  remembered((value) => (rejectionOfValue(value, kind) === undefined ? scoreOfValue(value, kind) : REJECTED)),
);
