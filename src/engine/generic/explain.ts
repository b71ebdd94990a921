import type { CheckInput } from '../checks/verdict.ts';
import { readAssignment } from './assigned.ts';
import { featuresAt, featuresOf } from './features.ts';
import { nameKind } from './name-kind.ts';
import { PATH_CLASSES, pathClass } from './path-class.ts';
import { rejection, rejectionIn } from './rejected.ts';
import { weightOf } from './weigh.ts';
import { BIAS, CONFIDENT, EXAMPLE_FOLDER, LOCK_FILE, THRESHOLD } from './weights.ts';

/** Factors told of one assignment. */
const TOLD = 12;

/**
 * Why an assignment at a path is judged as it is: the same sums as in judge.ts, written out. Sentences name features and
 * weights, never text.
 */
export function explainAssignment(input: CheckInput, path: string): readonly string[] {
  const assigned = readAssignment(input);
  const kind = nameKind(assigned.words);
  const at = PATH_CLASSES[pathClass(path)];
  if (at === undefined || kind === 'none') return ['its name does not name a credential'];
  const rejected = rejection(assigned, kind);
  if (rejected !== undefined) return [`its name says ${kind}, but the value is ${rejected}`];
  const rejectedThere = rejectionIn(at, assigned);
  if (rejectedThere !== undefined)
    return [
      `its name says ${kind}, but in a file of this kind (${at.kind}${at.example ? ' in a folder of tests or examples' : ''}) the value is ${rejectedThere}`,
    ];
  const features = [...featuresOf(assigned, kind), ...featuresAt(assigned, at)];
  const factors = features
    .map(([name, amount]) => ({ name, weight: weightOf(name) * amount }))
    .concat(at.kind === 'lock' ? [{ name: 'written by a package manager', weight: LOCK_FILE }] : [])
    .concat(at.example ? [{ name: 'in a folder of tests or examples', weight: EXAMPLE_FOLDER }] : []);
  const sum = factors.reduce((total, { weight }) => total + weight, BIAS);
  const strongest = factors
    .filter(({ weight }) => Math.abs(weight) >= 0.05)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const left = strongest.slice(TOLD).reduce((total, { weight }) => total + weight, 0);
  return [
    `its name says ${kind}, and the file counts as ${at.kind}${at.example ? ' in a folder of tests or examples' : ''}`,
    `it begins with ${signed(BIAS)}; ${signed(THRESHOLD)} or more is reported, ${signed(CONFIDENT)} or more with medium confidence`,
    ...strongest
      .slice(0, TOLD)
      .map(({ name, weight }) => `${signed(weight)} ${weight > 0 ? 'for' : 'against'}: ${name}`),
    ...(strongest.length > TOLD ? [`${signed(left)} for ${strongest.length - TOLD} weaker factors together`] : []),
    `together ${signed(sum)}, ${sum < THRESHOLD ? 'too little' : `${(sum - THRESHOLD).toFixed(2)} more than needed`}`,
  ];
}

function signed(weight: number): string {
  return `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(2)}`;
}
