import type { PolicyStatement, Trust } from '../../model/grant.ts';

type Conditions = PolicyStatement['conditions'];

/** One operator with one key and its values, read as AWS evaluates it. */
export interface Test {
  /** Operator as written, such as `StringLike`. */
  readonly operator: string;
  /** Key as written; keys are the same in either case. */
  readonly key: string;
  /** `is`: one of the values must match. `is-not`: none may. `null`: the key must be absent or present. */
  readonly mode: 'is' | 'is-not' | 'null';
  readonly values: readonly string[];
  /**
   * What a request without the key does. `IfExists` and `ForAllValues:` are true without it, and so are negated
   * operators, so that none of them keeps anyone out by itself.
   */
  readonly whenAbsent: 'passes' | 'fails';
  /** `*` and `?` are wildcards under this operator. */
  readonly wildcards: boolean;
  readonly ignoreCase: boolean;
}

const OPERATOR =
  /^(?:(?<set>ForAllValues|ForAnyValue):)?(?<base>(?:String(?<not>Not)?(?:Equals|EqualsIgnoreCase|Like)|Arn(?<arnNot>Not)?(?:Equals|Like)|(?<ipNot>Not)?IpAddress|Bool|Numeric\w+|Date\w+|BinaryEquals|Null))(?<exists>IfExists)?$/i;

/**
 * The tests of a Condition element, all of which must hold.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function testsOf(conditions: Conditions): readonly Test[] {
  const tests = Object.entries(conditions).flatMap(([operator, keys]): Test[] => {
    const groups = OPERATOR.exec(operator)?.groups;
    if (groups === undefined) return [];
    const base = (groups['base'] ?? '').toLowerCase();
    const set = groups['set']?.toLowerCase();
    const negated =
      groups['not'] !== undefined ||
      groups['arnNot'] !== undefined ||
      groups['ipNot'] !== undefined ||
      /^(?:numeric|date)not/.test(base);
    const passes = groups['exists'] !== undefined || set === 'forallvalues' || (negated && set !== 'foranyvalue');
    return Object.entries(keys).map(([key, values]) => ({
      operator,
      key,
      mode: base === 'null' ? 'null' : negated ? 'is-not' : 'is',
      values,
      whenAbsent: passes ? 'passes' : 'fails',
      wildcards: base.endsWith('like') || base.startsWith('arn'),
      ignoreCase: base.endsWith('ignorecase'),
    }));
  });
  // `Null: { key: false }` demands the key, so that what would pass without it no longer does.
  const present = new Set(
    tests.filter(({ mode, values }) => mode === 'null' && values.every(isFalse)).map(({ key }) => key.toLowerCase()),
  );
  return tests.map((test) =>
    test.mode === 'is' && present.has(test.key.toLowerCase()) ? { ...test, whenAbsent: 'fails' } : test,
  );
}

const isFalse = (value: string): boolean => value.toLowerCase() === 'false';

/** The tests of a key, in either case. */
export function testsFor(tests: readonly Test[], key: string): readonly Test[] {
  return tests.filter((test) => test.key.toLowerCase() === key.toLowerCase());
}

export interface Narrowed {
  /** What the statement that allows asks for, with what the denials leave. */
  readonly tests: readonly Test[];
  /** A statement denies everyone without condition. */
  readonly denied?: Trust;
  /** Statements that deny under several conditions at once: what they leave is more than one test can say. */
  readonly undecided: readonly Trust[];
  /** Statements that deny and were taken into account. */
  readonly used: readonly Trust[];
}

/**
 * What a trust asks for once the statements that deny are taken off. A denial under one condition leaves those who do
 * not meet it: `Deny` with `StringNotLike` leaves what is like it, and a request without the key is denied.
 */
export function narrowed(trust: Trust, denials: readonly Trust[]): Narrowed {
  const tests = [...testsOf(trust.conditions)];
  const undecided: Trust[] = [];
  const used: Trust[] = [];
  let denied: Trust | undefined;
  for (const denial of denials) {
    const conditions = testsOf(denial.conditions);
    const [only, ...more] = conditions;
    if (only === undefined) {
      if (Object.keys(denial.conditions).length === 0) denied ??= denial;
      else undecided.push(denial);
    } else if (more.length > 0 || only.mode === 'null') undecided.push(denial);
    else {
      tests.push({
        ...only,
        mode: only.mode === 'is' ? 'is-not' : 'is',
        whenAbsent: only.whenAbsent === 'passes' ? 'fails' : 'passes',
        operator: `Deny with ${only.operator}`,
      });
      used.push(denial);
    }
  }
  return { tests, ...(denied === undefined ? {} : { denied }), undecided, used };
}

/**
 * Whether a test demands one of some values of a key, each of which says enough: `says` tells by default that it is not
 * made of wildcards alone.
 */
export function isBound(
  tests: readonly Test[],
  key: string,
  says: (value: string) => boolean = (value) => !/^[*?]*$/.test(value),
): boolean {
  return testsFor(tests, key).some(
    ({ mode, whenAbsent, wildcards, values }) =>
      mode === 'is' &&
      whenAbsent === 'fails' &&
      values.length > 0 &&
      values.every((value) => !wildcards || says(value)),
  );
}

/** The keys of a list that are firmly bound. */
export function boundKeys(tests: readonly Test[], keys: readonly string[]): readonly string[] {
  return keys.filter((key) => isBound(tests, key, SAYS[key]));
}

const account = (value: string): boolean => /^\d{12}$/.test(value);

/** What a pattern must fix to say whose it is; a value without wildcards always does. */
const SAYS: Readonly<Record<string, (value: string) => boolean>> = {
  'aws:PrincipalOrgID': (value) => /^o-[a-z0-9]{10,32}$/.test(value),
  // Behind the organisation's id anything may stand: units below it.
  'aws:PrincipalOrgPaths': (value) => /^o-[a-z0-9]+\//.test(value),
  'aws:PrincipalAccount': account,
  'aws:PrincipalArn': (value) => account(value.split(':')[4] ?? ''),
  // `AROA…:*`: every session of one role.
  'aws:userid': (value) => /^(?:[A-Z0-9]{16,}|\d{12})(?::|$)/.test(value),
  'aws:SourceAccount': account,
  'aws:SourceOrgID': (value) => /^o-[a-z0-9]{10,32}$/.test(value),
  'aws:SourceOrgPaths': (value) => /^o-[a-z0-9]+\//.test(value),
  // Only the ARN of a bucket has no account.
  'aws:SourceArn': (value) => account(value.split(':')[4] ?? '') || /^arn:[^:*?]*:s3:::[^*?]+/.test(value),
};

/** Whether requests are kept to networks: an address range short of everything, a network or an endpoint of one. */
export function boundNetwork(tests: readonly Test[]): readonly string[] {
  const named = ['aws:SourceVpc', 'aws:SourceVpce'].filter((key) => isBound(tests, key));
  const ranges = testsFor(tests, 'aws:SourceIp').some(
    ({ mode, whenAbsent, values }) =>
      mode === 'is' && whenAbsent === 'fails' && values.length > 0 && values.every((range) => !range.endsWith('/0')),
  );
  return ranges ? [...named, 'aws:SourceIp'] : named;
}
