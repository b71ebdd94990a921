import { shannonEntropy } from '../checks/entropy.ts';
import type { Feature } from './feature.ts';
import { isUuid } from './uuid.ts';
import { wordCover } from './word-cover.ts';
import { wordLikeness } from './word-likeness.ts';

/** Lengths that are weighed alike: shortest of each. */
const LENGTHS = [4, 6, 8, 12, 20, 40, 80] as const;

/** Words that say of a name or of a value that it is for trials. */
export const TRIAL = /test|fake|mock|dummy|example|sample|demo|stub|invalid|wrong|bad|foo|bar|baz|qux/i;

/** Classes of characters, a bit each. */
const LOWER = 1;
const UPPER = 2;
const DIGIT = 4;
const SIGN = 8;

/** What the features of a value are read from. */
interface ValueShape {
  readonly value: string;
  readonly length: number;
  /** One of {@link LENGTHS}. */
  readonly atLeast: number;
  /** Those of its characters. */
  readonly classes: number;
  readonly digits: number;
  readonly signs: number;
  /** Signs that are not usual in keys and paths. */
  readonly oddSigns: number;
  /** Neighbouring characters of different classes. */
  readonly switches: number;
  readonly hex: boolean;
  /** Share of its letters that stand in words. */
  readonly cover: number;
}

/** All that is weighed of a value. What is short is a password sooner than a key, so each counts for the kind of name too. */
export const VALUE_FEATURES: readonly Feature<ValueShape>[] = [
  ...LENGTHS.map((shortest) => valueFeature(`length ${shortest}`, ({ atLeast }) => atLeast === shortest)),
  valueFeature('entropy', ({ value, length }) => shannonEntropy(value) / Math.log2(Math.max(4, Math.min(length, 64)))),
  valueFeature('like words', ({ value }) => wordLikeness(value)),
  valueFeature('of words', ({ cover }) => cover),
  valueFeature('digits', ({ digits, length }) => digits / length),
  valueFeature('signs', ({ signs, length }) => signs / length),
  valueFeature('odd signs', ({ oddSigns, length }) => oddSigns / length),
  valueFeature('switches', ({ switches, length }) => switches / length),
  valueFeature('lower case', ({ classes }) => classes === LOWER),
  valueFeature('upper case', ({ classes }) => classes === UPPER),
  valueFeature('lower case and digits', ({ classes, hex }) => classes === (LOWER | DIGIT) && !hex),
  valueFeature('upper case and digits', ({ classes, hex }) => classes === (UPPER | DIGIT) && !hex),
  valueFeature('mixed case', ({ classes }) => classes === (LOWER | UPPER)),
  valueFeature('mixed case and digits', ({ classes }) => classes === (LOWER | UPPER | DIGIT)),
  valueFeature('all digits', ({ classes }) => classes === DIGIT),
  valueFeature('hex', ({ hex }) => hex),
  valueFeature('UUID', ({ value }) => isUuid(value)),
  valueFeature('base64 padding', ({ value }) => value.endsWith('=')),
  valueFeature(
    'identifier',
    ({ value, classes }) => (classes & SIGN) !== 0 && /^[A-Za-z_$][A-Za-z_]*(?:[.-][A-Za-z_]+)*$/.test(value),
  ),
  valueFeature('several words', ({ value, cover }) => cover > 0.7 && /[a-z][A-Z]|[A-Za-z][_.\- ][A-Za-z]/.test(value)),
  valueFeature('a password by the rules', isAssorted),
  valueFeature('all four classes', hasAllClasses),
  valueFeature('digits among letters', isSpelledWithDigits),
  valueFeature('dots or slashes', ({ value }) => /[A-Za-z][./][A-Za-z]/.test(value)),
  valueFeature('names a secret', ({ value }) => /pass|secret|token|key|auth|cred|user|pwd/i.test(value)),
  // Three letters of hex are no word.
  valueFeature('says it is a trial', ({ value, hex }) => !hex && TRIAL.test(value)),
];

function valueFeature(name: string, amount: Feature<ValueShape>['amount']): Feature<ValueShape> {
  return { name, amount, byKind: true };
}

/** Goes through a value once. */
export function shapeOf(value: string): ValueShape {
  const { length } = value;
  let classes = 0;
  let digits = 0;
  let signs = 0;
  let oddSigns = 0;
  let switches = 0;
  let before = 0;
  for (let index = 0; index < length; index++) {
    const code = value.charCodeAt(index);
    const found = classOf(code);
    classes |= found;
    if (found === DIGIT) digits++;
    if (found === SIGN) {
      signs++;
      if (!isUsual(code)) oddSigns++;
    }
    if (found !== before && before !== 0) switches++;
    before = found;
  }
  const atLeast = LENGTHS.findLast((shortest) => length >= shortest) ?? LENGTHS[0];
  const hex = /^(?:0x)?(?:[0-9a-f]{16,}|[0-9A-F]{16,})$/.test(value);
  return { value, length, atLeast, classes, digits, signs, oddSigns, switches, hex, cover: wordCover(value) };
}

function classOf(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return LOWER;
  if (code >= 0x41 && code <= 0x5a) return UPPER;
  return code >= 0x30 && code <= 0x39 ? DIGIT : SIGN;
}

/** One of `_`, `.`, `-`, `/`, `+`, `=`. */
function isUsual(code: number): boolean {
  return code === 0x5f || (code >= 0x2d && code <= 0x2f) || code === 0x2b || code === 0x3d;
}

/** At least three of lower case, upper case, digits and signs, as rules for passwords ask for; a sign among them. */
function isAssorted({ value, length, classes }: ValueShape): boolean {
  const ofWords = [LOWER, UPPER, DIGIT].filter((each) => (classes & each) !== 0).length;
  return length <= 40 && ofWords >= 2 && /[^A-Za-z0-9\s_./-]/.test(value);
}

/** Technical names that have a digit between letters. */
const TECHNICAL =
  /sha\d|md\d|utf\d|base\d|x509|oauth2|ipv\d|ec2|s3|k8s|i18n|l10n|p12|h264|http2|e2e|b2b|p2p|db2|log4j/gi;

/** Lower case, upper case, a digit and one of the signs that rules for passwords have in mind, and no blank. */
function hasAllClasses({ value, length, classes }: ValueShape): boolean {
  return (
    classes === (LOWER | UPPER | DIGIT | SIGN) &&
    length >= 8 &&
    length <= 40 &&
    /^[\w!@#%&*?+^-]*[!@#%&*?^][\w!@#%&*?+^-]*$/.test(value)
  );
}

/** Of its letters so many stand in words, or chance put the digits there. */
const SPELLED = 0.15;

/** Words with digits between their letters, more than once or amid both cases: `sup3rstr0ng`. */
function isSpelledWithDigits({ value, length, hex, cover }: ValueShape): boolean {
  if (hex || cover < SPELLED || length < 10 || length > 40 || !/^[A-Za-z][A-Za-z0-9]*$/.test(value)) return false;
  const plain = value.replaceAll(TECHNICAL, '');
  const among = plain.match(/[A-Za-z]\d(?=[A-Za-z])/g)?.length ?? 0;
  return among >= 2 || (among === 1 && /[a-z]/.test(plain) && /[A-Z]/.test(plain));
}
