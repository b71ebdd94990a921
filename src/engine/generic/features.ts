import { shannonEntropy } from '../checks/entropy.ts';
import type { Assigned } from './assigned.ts';
import type { NameKind } from './name-kind.ts';
import { wordLikeness } from './word-likeness.ts';

/** What the judgement of an assignment weighs. Each feature is 0 or 1, or a number of about that size. */
export type Features = Readonly<Record<FeatureName, number>>;

export const FEATURE_NAMES = [
  'length',
  'short',
  'long',
  'entropy',
  'wordLikeness',
  'letters',
  'digits',
  'symbols',
  'switches',
  'hex',
  'uuid',
  'mixedCase',
  'onlyLower',
  'onlyUpper',
  'onlyDigits',
  'identifier',
  'camelWords',
  'separators',
  'namesItself',
  'quoted',
  'colon',
  'comma',
  'password',
  'secret',
  'token',
  'strongKey',
  'weakKey',
  'auth',
  'assorted',
  'passwordWords',
  'keyWords',
] as const;

export type FeatureName = (typeof FEATURE_NAMES)[number];

/** Features of an assignment whose name is of the given kind. */
export function featuresOf(assigned: Assigned, kind: NameKind): Features {
  const { value, between, quote } = assigned;
  const { length } = value;
  const share = (pattern: RegExp): number => (value.match(pattern)?.length ?? 0) / length;
  const likeness = wordLikeness(value);
  const isPassword = kind === 'password';
  return {
    length: Math.log2(length) - 4,
    short: flag(length < 8),
    long: flag(length > 64),
    entropy: shannonEntropy(value) / Math.log2(Math.max(4, Math.min(length, 64))),
    wordLikeness: likeness,
    letters: share(/[A-Za-z]/g),
    digits: share(/\d/g),
    symbols: share(/[^A-Za-z0-9_.\-/+=]/g),
    switches: switches(value) / length,
    hex: flag(/^(?:0x)?[0-9a-f]{16,}$/i.test(value)),
    uuid: flag(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)),
    mixedCase: flag(/[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value)),
    onlyLower: flag(/^[a-z]+$/.test(value)),
    onlyUpper: flag(/^[A-Z_]+$/.test(value)),
    onlyDigits: flag(/^[\d.]+$/.test(value)),
    identifier: flag(/^[A-Za-z_$][A-Za-z_]*(?:[._-][A-Za-z_]+)*$/.test(value)),
    camelWords: flag(/^[a-z]+(?:[A-Z][a-z]+)+$/.test(value) || /^(?:[A-Z][a-z]+){2,}$/.test(value)),
    separators: share(/[_.\-/:]/g),
    namesItself: flag(/pass|secret|token|key|auth|cred|user|pwd/i.test(value)),
    quoted: flag(quote !== ''),
    colon: flag(between.includes(':')),
    comma: flag(/[,(]/.test(between)),
    password: flag(isPassword),
    secret: flag(kind === 'secret'),
    token: flag(kind === 'token'),
    strongKey: flag(kind === 'strong-key'),
    weakKey: flag(kind === 'key'),
    auth: flag(kind === 'auth'),
    assorted: flag(isPassword && isAssorted(value)),
    passwordWords: isPassword && /\d/.test(value) ? likeness : 0,
    keyWords: kind === 'key' || kind === 'auth' ? likeness : 0,
  };
}

function flag(condition: boolean): number {
  return condition ? 1 : 0;
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
