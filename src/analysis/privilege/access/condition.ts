import type { PolicyStatement } from '../../../model/grant.ts';
import type { Context } from './known.ts';
import { PRESENT } from './known.ts';
import { holdsAddress, readIpRange } from './ip-range.ts';
import type { Matcher, Syntax } from './pattern.ts';
import { ANY_TEXT, arnMatcher, beginningMatches, globMatcher } from './pattern.ts';
import type { Template } from './template.ts';
import { template } from './template.ts';
import type { Ternary } from './ternary.ts';
import { DEPENDS, NO, YES, and, not, or } from './ternary.ts';

/** One key of a Condition element under one operator. */
export interface Condition {
  /** Adds to `depends` the keys that are not known. */
  holds(context: Context, depends: string[]): Ternary;
}

/**
 * Conditions of a statement; all of them must hold.
 *
 * Operators: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 *
 * @param variables whether the policy's version has variables
 */
export function compileConditions(conditions: PolicyStatement['conditions'], variables: boolean): readonly Condition[] {
  return Object.entries(conditions).flatMap(([written, keys]) =>
    Object.entries(keys).map(([name, values]) => compile(written, name, values, variables)),
  );
}

/** Whether a value of the request is one of those that a policy names. */
type Test = (value: string, context: Context, depends: string[]) => Ternary;
type TestOf = (wanted: readonly string[], variables: boolean) => Test;
interface Operator {
  readonly test: TestOf;
  readonly negated: boolean;
  /** Whether it holds for everything that a key can tell, given the least of it, or for nothing; depends where for some. */
  readonly always?: (wanted: readonly string[], least: string) => Ternary;
}

/** No request that is asked about is older: requests are made now, and sessions last 36 hours at most. */
const EARLIEST = '2026-01-01T00:00:00Z';
/** The least that a key can tell, where there is one. */
const LEAST: ReadonlyMap<string, string> = new Map([
  ['aws:currenttime', EARLIEST],
  ['aws:epochtime', String(Date.parse(EARLIEST) / 1000)],
  ['aws:tokenissuetime', EARLIEST],
  // https://aws.amazon.com/blogs/security/tls-1-2-required-for-aws-endpoints/
  ['s3:tlsversion', '1.2'],
]);

/** How one value is compared with another, and whether it then is so for every given one from a least one on, or for none. */
const COMPARISONS: readonly {
  readonly name: string;
  readonly negation?: string;
  readonly matches: (given: number, wanted: number) => boolean;
  readonly fromOn: (least: number, wanted: number) => Ternary;
}[] = [
  {
    name: 'Equals',
    negation: 'NotEquals',
    matches: (given, wanted) => given === wanted,
    fromOn: (least, wanted) => (wanted < least ? NO : DEPENDS),
  },
  {
    name: 'LessThan',
    matches: (given, wanted) => given < wanted,
    fromOn: (least, wanted) => (wanted <= least ? NO : DEPENDS),
  },
  {
    name: 'LessThanEquals',
    matches: (given, wanted) => given <= wanted,
    fromOn: (least, wanted) => (wanted < least ? NO : DEPENDS),
  },
  {
    name: 'GreaterThan',
    matches: (given, wanted) => given > wanted,
    fromOn: (least, wanted) => (wanted < least ? YES : DEPENDS),
  },
  {
    name: 'GreaterThanEquals',
    matches: (given, wanted) => given >= wanted,
    fromOn: (least, wanted) => (wanted <= least ? YES : DEPENDS),
  },
];

/** By name in lower case, without what stands before a colon and without `IfExists`. */
const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ...operator('StringEquals', texts(globMatcher, false), 'StringNotEquals'),
  ...operator('StringEqualsIgnoreCase', texts(folded, false), 'StringNotEqualsIgnoreCase'),
  ...operator('StringLike', texts(globMatcher, true), 'StringNotLike'),
  ...operator('ArnEquals', texts(arnMatcher, true), 'ArnNotEquals'),
  ...operator('ArnLike', texts(arnMatcher, true), 'ArnNotLike'),
  ...operator('Bool', texts(folded, false)),
  ...operator(
    'BinaryEquals',
    compared(bytesOf, (given, wanted) => given === wanted),
  ),
  ...operator(
    'IpAddress',
    compared(readIpRange, (given, wanted) => holdsAddress(wanted, given)),
    'NotIpAddress',
  ),
  ...ordered('Numeric', numberOf),
  ...ordered('Date', momentOf),
]);

function operator(name: string, test: TestOf, negation?: string): [string, Operator][] {
  const positive: [string, Operator] = [name.toLowerCase(), { test, negated: false }];
  return negation === undefined ? [positive] : [positive, [negation.toLowerCase(), { test, negated: true }]];
}

function ordered(kind: string, read: (text: string) => number | undefined): [string, Operator][] {
  return COMPARISONS.flatMap(({ name, negation, matches, fromOn }) => {
    const test = compared(read, matches);
    const always = (wanted: readonly string[], least: string): Ternary => {
      const bound = read(least);
      const values = wanted.map(read).filter((value) => value !== undefined);
      // One that is met is enough, and values that cannot be read are never met.
      return bound === undefined ? DEPENDS : values.map((value) => fromOn(bound, value)).reduce<Ternary>(or, NO);
    };
    const positive: [string, Operator] = [`${kind}${name}`.toLowerCase(), { test, negated: false, always }];
    if (negation === undefined) return [positive];
    return [positive, [`${kind}${negation}`.toLowerCase(), { test, negated: true }]];
  });
}

/** Text against text, with variables where the policy has them. */
function texts(matcher: (pattern: string) => Matcher, wildcards: boolean): TestOf {
  return (wanted, variables) => {
    const templates = wanted.map((raw): Template => template(raw, { wildcards, variables }, matcher));
    return (value, context, depends) => {
      if (value.endsWith(ANY_TEXT)) return begunMatches(wanted, { wildcards, variables }, value, depends);
      let result: Ternary = NO;
      for (const each of templates) {
        result = or(result, each.match(value, context, depends));
        if (result === YES) break;
      }
      return result;
    };
  };
}

/** For a value of which only the beginning is known. */
function begunMatches(wanted: readonly string[], syntax: Syntax, value: string, depends: string[]): Ternary {
  const matches = wanted.map((raw) => beginningMatches(raw, syntax, value.slice(0, -ANY_TEXT.length)));
  if (matches.includes(true)) return YES;
  if (!matches.includes(undefined)) return NO;
  depends.push("the session's name");
  return DEPENDS;
}

function folded(pattern: string): Matcher {
  const matches = globMatcher(pattern.toLowerCase());
  return (text) => matches(text.toLowerCase());
}

/** Values that are read first; what cannot be read matches nothing. Variables do not work here. */
function compared<T>(read: (text: string) => T | undefined, matches: (given: T, wanted: T) => boolean): TestOf {
  return (wanted) => {
    const values = wanted.map(read).filter((value) => value !== undefined);
    return (text) => {
      const given = read(text);
      return given !== undefined && values.some((value) => matches(given, value)) ? YES : NO;
    };
  };
}

/** Numbers, dates and the like are shorter; what is longer is none. */
const LONGEST = 64;

function numberOf(text: string): number | undefined {
  if (text.length > LONGEST) return undefined;
  return /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(text) ? Number(text) : undefined;
}

/** Milliseconds since 1970 of an ISO 8601 date or of seconds since 1970. */
function momentOf(text: string): number | undefined {
  if (text.length > LONGEST) return undefined;
  const seconds = /^\s*-?\d{5,}(\.\d+)?\s*$/.test(text) ? Number(text) : undefined;
  // Without a zone it is UTC, not the time of where this program runs.
  const zoned = /T[\d:.]+$/i.test(text) ? `${text}Z` : text;
  const moment = seconds === undefined ? Date.parse(zoned) : seconds * 1000;
  return Number.isNaN(moment) ? undefined : moment;
}

/** Bytes of base64 as hexadecimal; undefined where the text is not base64. */
function bytesOf(text: string): string | undefined {
  return /^[a-z0-9+/]*={0,2}$/i.test(text) ? Buffer.from(text, 'base64').toString('hex') : undefined;
}

function compile(written: string, name: string, values: readonly string[], variables: boolean): Condition {
  const key = name.toLowerCase();
  const [, set = '', bare = '', optional = ''] = /^(?:(.*):)?(.*?)(ifexists)?$/.exec(written.toLowerCase()) ?? [];
  if (bare === 'null' && set === '') return new NullCheck(key, name, values);
  const known = OPERATORS.get(bare);
  // What this program does not know must not be taken for a condition that fails or holds.
  if (known === undefined || (set !== '' && set !== 'forallvalues' && set !== 'foranyvalue')) {
    return { holds: (_, depends) => (depends.push(`${name} (${written})`), DEPENDS) };
  }
  const test = known.test(values, variables);
  const least = set === '' ? LEAST.get(key) : undefined;
  const always = least === undefined ? DEPENDS : (known.always?.(values, least) ?? DEPENDS);
  return new KeyCheck({ key, name, set, test, always, negated: known.negated, ifExists: optional !== '' });
}

interface Check {
  readonly key: string;
  /** As it is written. */
  readonly name: string;
  readonly set: string;
  readonly test: Test;
  /** What it is whatever moment the key tells of. */
  readonly always: Ternary;
  readonly negated: boolean;
  readonly ifExists: boolean;
}

class KeyCheck implements Condition {
  readonly #check: Check;

  constructor(check: Check) {
    this.#check = check;
  }

  holds(context: Context, depends: string[]): Ternary {
    const { key, name, set, ifExists, negated, always } = this.#check;
    const values = context.get(key);
    if (values === undefined || values === PRESENT) {
      // A key that may be missing fails where it is, unless it need not exist.
      if (always === NO && (values === PRESENT || !ifExists)) return NO;
      if (always === YES && (values === PRESENT || ifExists)) return YES;
      depends.push(name);
      return DEPENDS;
    }
    // An empty text is nothing to a set operator.
    const given = set === '' ? values : values.filter((value) => value !== '');
    if (given.length === 0) {
      if (ifExists || set === 'forallvalues') return YES;
      return negated && set === '' ? YES : NO;
    }
    return this.#judge(given, context, depends);
  }

  /**
   * Keys with several values need a set operator; AWS's simulator lets several values match no operator without one, so
   * that a negated one holds only where none of them would match anyway.
   *
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
   */
  #judge(given: readonly string[], context: Context, depends: string[]): Ternary {
    const { set, test, negated } = this.#check;
    if (set === '' && !negated && given.length > 1) return NO;
    const every = set === 'forallvalues' || (set === '' && negated);
    let result: Ternary = every ? YES : NO;
    for (const value of given) {
      const matches = test(value, context, depends);
      const one = negated ? not(matches) : matches;
      result = every ? and(result, one) : or(result, one);
    }
    return result;
  }
}

/** `Null`: true when the key must be absent, false when it must be there. */
class NullCheck implements Condition {
  readonly #key: string;
  readonly #name: string;
  readonly #absent: boolean;
  readonly #present: boolean;

  constructor(key: string, name: string, values: readonly string[]) {
    this.#key = key;
    this.#name = name;
    this.#absent = values.some((value) => value.toLowerCase() === 'true');
    this.#present = values.some((value) => value.toLowerCase() === 'false');
  }

  holds(context: Context, depends: string[]): Ternary {
    const values = context.get(this.#key);
    if (values === undefined && this.#absent !== this.#present) {
      depends.push(this.#name);
      return DEPENDS;
    }
    const there = values === undefined || values.length > 0;
    return (there ? this.#present : this.#absent) || (values === undefined && this.#absent) ? YES : NO;
  }
}
