import { shannonEntropy } from '../checks/entropy.ts';
import type { Assigned } from './assigned.ts';
import type { NameKind } from './name-kind.ts';
import type { PathClass } from './path-class.ts';
import { isUuid } from './uuid.ts';
import { wordCover } from './word-cover.ts';
import { wordLikeness } from './word-likeness.ts';

/** What the judgement of an assignment weighs: names of features with their amounts, mostly 1 or a share. */
export type Features = ReadonlyMap<string, number>;

/** Lengths that are weighed alike: shortest of each. */
const LENGTHS = [4, 6, 8, 12, 20, 40, 80] as const;

const TRIAL = /test|fake|mock|dummy|example|sample|demo|stub|invalid|wrong|bad|foo|bar|baz|qux/i;

/**
 * Features of an assignment whose name is of the given kind, wherever it may stand. Each that says something about the
 * value counts twice, once for all kinds of names and once for this one: what is short is a password sooner than a key.
 */
export function featuresOf(assigned: Assigned, kind: NameKind): Features {
  const features = new Map<string, number>();
  const add = (name: string, amount: number | boolean): void => {
    const value = Number(amount);
    if (value !== 0) features.set(name, value);
  };
  add(kind, true);
  for (const [name, amount] of valueFeatures(assigned.value)) {
    add(name, amount);
    add(`${kind} ${name}`, amount);
  }
  for (const [name, amount] of formFeatures(assigned)) {
    add(name, amount);
    if (name === 'quoted' || name === 'call') add(`${kind} ${name}`, amount);
  }
  return features;
}

/** What the kind of file adds to {@link featuresOf}. */
export function featuresAt({ quote }: Assigned, { kind }: PathClass): Features {
  return new Map([[`in ${kind}`, 1], ...(quote === '' ? ([[`bare in ${kind}`, 1]] as const) : [])]);
}

function valueFeatures(value: string): readonly (readonly [string, number | boolean])[] {
  const { length } = value;
  const share = (pattern: RegExp): number => (value.match(pattern)?.length ?? 0) / length;
  const lower = /[a-z]/.test(value);
  const upper = /[A-Z]/.test(value);
  const digit = /\d/.test(value);
  const plain = /^[A-Za-z0-9]+$/.test(value);
  const hex = /^(?:0x)?(?:[0-9a-f]{16,}|[0-9A-F]{16,})$/.test(value);
  const cover = wordCover(value);
  return [
    [`length ${LENGTHS.findLast((shortest) => length >= shortest) ?? LENGTHS[0]}`, true],
    ['entropy', shannonEntropy(value) / Math.log2(Math.max(4, Math.min(length, 64)))],
    ['like words', wordLikeness(value)],
    ['of words', cover],
    ['digits', share(/\d/g)],
    ['signs', share(/[^A-Za-z0-9]/g)],
    ['odd signs', share(/[^A-Za-z0-9_.\-/+=]/g)],
    ['switches', switches(value) / length],
    ['lower case', plain && lower && !upper && !digit],
    ['upper case', plain && upper && !lower && !digit],
    ['lower case and digits', plain && lower && !upper && digit && !hex],
    ['upper case and digits', plain && upper && !lower && digit && !hex],
    ['mixed case', plain && lower && upper && !digit],
    ['mixed case and digits', plain && lower && upper && digit],
    ['all digits', plain && !lower && !upper],
    ['hex', hex],
    ['UUID', isUuid(value)],
    ['base64 padding', value.endsWith('=')],
    ['identifier', /^[A-Za-z_$][A-Za-z_]*(?:[._-][A-Za-z_]+)*$/.test(value) && !plain],
    ['several words', cover > 0.7 && /[a-z][A-Z]|[A-Za-z][_.\- ][A-Za-z]/.test(value)],
    ['a password by the rules', isAssorted(value)],
    ['dots or slashes', /[A-Za-z][./][A-Za-z]/.test(value)],
    ['names a secret', /pass|secret|token|key|auth|cred|user|pwd/i.test(value)],
    // Three letters of hex are no word.
    ['says it is a trial', !hex && TRIAL.test(value)],
  ];
}

function formFeatures(assigned: Assigned): readonly (readonly [string, number | boolean])[] {
  const { name, words, between, quote, query, after, line } = assigned;
  const last = words.at(-1) ?? '';
  return [
    ['quoted', quote !== ''],
    ['colon', /:/.test(between)],
    ['equals sign', /=/.test(between)],
    ['argument', /,/.test(between)],
    ['call', /\w\(["'`@bru$\\]*$/.test(between)],
    ['setter', between.startsWith('(')],
    ['compared', /[=!]==?\s*[bru@$]?\\?["'`]*$/.test(between)],
    ['list', /\[/.test(between)],
    ['element', />/.test(between)],
    ['question mark', /\?/.test(between)],
    ['query', query],
    ['option', name.startsWith('-')],
    ['more text', /^["'`]?[ \t]+[A-Za-z]/.test(after)],
    ['end of statement', /^["'`]?[ \t]*(?:[;,)\]}]|$)/.test(after)],
    ['comment', /^\s*(?:\/\/|#|\*|--|;|<!--)/.test(line)],
    ['sample in a comment', /^\s*(?:\/\/|#|\*)(?:[ ]{2,}|\t)/.test(line)],
    ['trial', /assert|expect|should|\btest|mock|fake|dummy|example/i.test(line)],
    ['name of a trial', words.some((word) => TRIAL.test(word))],
    ['name in capitals', /^[A-Z][A-Z0-9_]+$/.test(name)],
    ['bare name', words.length === 1],
    ['long name', words.length > 3],
    ['plural name', /[^s]s$/.test(last) && !/pass$|^as$/.test(last)],
  ];
}

/** At least three of lower case, upper case, digits and signs, as rules for passwords ask for; a sign among them. */
function isAssorted(value: string): boolean {
  const classes = [/[a-z]/, /[A-Z]/, /\d/].filter((pattern) => pattern.test(value)).length;
  return value.length <= 40 && classes >= 2 && /[^A-Za-z0-9\s_./-]/.test(value);
}

/** Neighbouring characters of different classes: lower, upper, digit, other. */
function switches(value: string): number {
  let count = 0;
  let before = -1;
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index);
    const kind =
      code >= 0x61 && code <= 0x7a ? 0 : code >= 0x41 && code <= 0x5a ? 1 : code >= 0x30 && code <= 0x39 ? 2 : 3;
    if (before !== -1 && kind !== before) count++;
    before = kind;
  }
  return count;
}
