import type { PolicyStatement } from '../../model/grant.ts';

type Conditions = PolicyStatement['conditions'];

/**
 * How sure a condition holds when its key is not in the request. `ForAllValues:` is true without the key, and `IfExists`
 * is too, so neither keeps anyone out by itself.
 */
type Strength = 'firm' | 'vacuous';

export interface Test {
  /** Operator as written, such as `StringLike`. */
  readonly operator: string;
  readonly values: readonly string[];
  readonly strength: Strength;
  /** `*` and `?` are wildcards under this operator. */
  readonly wildcards: boolean;
}

const POSITIVE =
  /^(?:(ForAllValues|ForAnyValue):)?(StringEquals|StringEqualsIgnoreCase|StringLike|ArnEquals|ArnLike)(IfExists)?$/i;

/**
 * Tests that demand that a key has one of some values. Negated operators are left out: they let in everyone who is not
 * named. Key names are compared in either case, as IAM does.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function testsOf(conditions: Conditions, key: string): readonly Test[] {
  return Object.entries(conditions).flatMap(([operator, keys]): Test[] => {
    const parts = POSITIVE.exec(operator);
    if (parts === null) return [];
    const [, set, base = '', ifExists] = parts;
    const vacuous = set?.toLowerCase() === 'forallvalues' || ifExists !== undefined;
    const wildcards = /like$/i.test(base) || /^arn/i.test(base);
    return Object.entries(keys)
      .filter(([name]) => name.toLowerCase() === key.toLowerCase())
      .map(([, values]) => ({ operator, values, strength: vacuous ? 'vacuous' : 'firm', wildcards }));
  });
}

/** True when a firm test demands one of some values, none of which admits everything. */
export function isBound(conditions: Conditions, key: string): boolean {
  return testsOf(conditions, key).some(
    ({ strength, wildcards, values }) =>
      strength === 'firm' && values.length > 0 && !(wildcards && values.some((value) => /^[*?]*$/.test(value))),
  );
}

/** The keys of a list that are firmly bound. */
export function boundKeys(conditions: Conditions, keys: readonly string[]): readonly string[] {
  return keys.filter((key) => isBound(conditions, key));
}
