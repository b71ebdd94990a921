import type { Assigned } from './assigned.ts';
import type { Feature } from './feature.ts';
import { FORM_FEATURES } from './form-features.ts';
import type { NameKind } from './name-kind.ts';
import type { PathClass } from './path-class.ts';
import { VALUE_FEATURES, shapeOf } from './value-features.ts';

/** What the judgement of an assignment weighs: names of features with their amounts, mostly 1 or a share. */
export type Features = ReadonlyMap<string, number>;

/** Features of an assignment whose name is of the given kind, wherever it may stand, in the order in which they count. */
export function featuresOf(assigned: Assigned, kind: NameKind): Features {
  return new Map([
    [kind, 1],
    ...named(VALUE_FEATURES, shapeOf(assigned.value), kind),
    ...named(FORM_FEATURES, assigned, kind),
  ]);
}

/** What the kind of file adds to {@link featuresOf}. */
export function featuresAt({ quote }: Pick<Assigned, 'quote'>, { kind }: PathClass): Features {
  // Translations are data of a program: what is not turned away there weighs as much.
  const like = kind === 'translation' ? 'config' : kind;
  return new Map([[`in ${like}`, 1], ...(quote === '' ? ([[`bare in ${like}`, 1]] as const) : [])]);
}

/** What a feature is called that counts for one kind of names. */
export function nameOfKind(kind: NameKind, { name }: Pick<Feature<unknown>, 'name'>): string {
  return `${kind} ${name}`;
}

function named<Of>(features: readonly Feature<Of>[], of: Of, kind: NameKind): readonly (readonly [string, number])[] {
  return features.flatMap((feature) => {
    const amount = Number(feature.amount(of));
    if (amount === 0) return [];
    const all = [feature.name, amount] as const;
    return feature.byKind ? [all, [nameOfKind(kind, feature), amount] as const] : [all];
  });
}
