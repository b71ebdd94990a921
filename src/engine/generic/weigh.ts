import type { Assigned } from './assigned.ts';
import type { Feature } from './feature.ts';
import { featuresAt, nameOfKind } from './features.ts';
import type { Features } from './features.ts';
import { FORM_FEATURES } from './form-features.ts';
import { byKind } from './name-kind.ts';
import type { NameKind } from './name-kind.ts';
import { PATH_CLASSES } from './path-class.ts';
import { VALUE_FEATURES, shapeOf } from './value-features.ts';
import { BIAS, BY_HAND, EXAMPLE_FOLDER, LOCK_FILE, WEIGHTS } from './weights.ts';

/** What one feature adds to the log-odds for each unit of its amount. */
export function weightOf(name: string): number {
  return (WEIGHTS[name] ?? 0) + (BY_HAND[name] ?? 0);
}

/** Weights of features by their index: for names of all kinds, and what one kind adds to each. */
interface Weights {
  readonly all: Float64Array;
  readonly ofKind: Float64Array;
}

const VALUE_WEIGHTS = weightsOf(VALUE_FEATURES);
const FORM_WEIGHTS = weightsOf(FORM_FEATURES);

/** What the kind of file adds, with quotes round the value and without, in the order of {@link PATH_CLASSES}. */
const AT_PATHS = PATH_CLASSES.map((path) => ({
  quoted: sumOf(featuresAt({ quote: '"' }, path)),
  bare: sumOf(featuresAt({ quote: '' }, path)),
  byHand: (path.kind === 'lock' ? LOCK_FILE : 0) + (path.example ? EXAMPLE_FOLDER : 0),
}));

/** What a name of the kind and the value add by themselves. */
export function scoreOfValue(value: string, kind: NameKind): number {
  return weigh(VALUE_FEATURES, shapeOf(value), VALUE_WEIGHTS[kind], weightOf(kind));
}

/**
 * Log-odds that the value is a credential, without what its file says.
 *
 * @param ofValue What {@link scoreOfValue} said of it.
 */
export function scoreOf(assigned: Assigned, kind: NameKind, ofValue: number): number {
  return BIAS + weigh(FORM_FEATURES, assigned, FORM_WEIGHTS[kind], ofValue);
}

/** The same in a file of the class with that index. */
export function scoreAt(score: number, { quote }: Assigned, pathClass: number): number {
  const { quoted, bare, byHand } = AT_PATHS[pathClass]!;
  return score + (quote === '' ? bare : quoted) + byHand;
}

/** Adds the weights of features to a sum, one after the other: in another order its last digits would be others. */
function weigh<Of>(features: readonly Feature<Of>[], of: Of, { all, ofKind }: Weights, from: number): number {
  let sum = from;
  for (let index = 0; index < features.length; index++) {
    const amount = Number(features[index]!.amount(of));
    sum += all[index]! * amount;
    sum += ofKind[index]! * amount;
  }
  return sum;
}

function sumOf(features: Features): number {
  let sum = 0;
  for (const [name, amount] of features) sum += weightOf(name) * amount;
  return sum;
}

function weightsOf(features: readonly Feature<never>[]): Readonly<Record<NameKind, Weights>> {
  return byKind((kind) => ({
    all: Float64Array.from(features, ({ name }) => weightOf(name)),
    ofKind: Float64Array.from(features, (each) => (each.byKind ? weightOf(nameOfKind(kind, each)) : 0)),
  }));
}
