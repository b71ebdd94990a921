import { remembered } from '../remembered.ts';
import { isKnownPublic } from './known-public.ts';
import { isTypedRow } from './typed-row.ts';

/**
 * Words of documentation and templates, at least five letters each: in a random value of 100 base62 characters one of
 * them stands by chance once in ten thousand.
 */
const WORDS = new RegExp(
  [
    'example',
    'change[-_ .]?(?:me|this|it)',
    'placeholder',
    'dummy',
    'redacted',
    'sample',
    'replace[-_ ]?(?:me|with|this)',
    'insert[-_ ]?(?:your|here)',
    'not[-_ ]?a?[-_ ]?(?:real|secret|valid)',
    'fake[-_ ]?(?:key|token|secret|pass|pwd)',
    '(?:secret|token|key|password)[-_ ]?(?:goes[-_ ]?)?here',
    '(?:^|[^a-z])(?:your|my)[-_ ]?(?:own[-_ ]?)?(?:api|app|access|account|auth|aws|client|key|pass|private|secret|token|very|super)',
    '(?:^|[^a-z])your[-_ ]',
    'foobar',
    'lorem',
    'censored',
    'removed',
    'masked',
    'hidden[-_ ]?(?:value|secret)',
    'todo[-_ :]',
    'undefined',
    'deadbeef',
    'cafebabe',
  ].join('|'),
  'i',
);

/** Parts that something else fills in when the file is used, and signs that stand for text left out. */
const REFERENCE =
  /\$\{[^}]*\}|\$\([^)]*\)|\{\{[^}]*\}\}|#\{[^}]*\}|@\{[^}]*\}|<%[^%]*%>|<[A-Za-z][^<>]*>|\[[A-Z_ -]{3,}\]|%\([^)]*\)s?|%[A-Z_]{2,}%|\{[a-z_]{2,}\}|__[A-Z_]+__/g;

/** The beginning of a JSON Web Token that says first that nobody signed it: none accepts it (RFC 8725 section 3.2). */
const UNSIGNED = /^eyJhbGciOiJub25lI/;

/** Where code reads a value from elsewhere. */
const LOOKUP =
  /^(?:\$[A-Za-z_]\w*$|&[A-Za-z_]\w*$|process\.env|os\.(?:environ|getenv)|ENV\[|System\.getenv|getenv\(|env\.|secrets?\.|vars?\.|var:|local\.|data\.|module\.|vault:|ssm:|secretsmanager:|arn:aws:|op:\/\/|azurekeyvault|@Microsoft\.KeyVault|projects\/[\w-]+\/secrets\/|ref\+|ENC\[|\$ANSIBLE_VAULT|AQICAH)/;

/** A UUID without content (RFC 9562 sections 5.9 and 5.10), wherever it stands. */
const EMPTY_UUID = /0{8}-0{4}-0{4}-0{4}|f{8}-f{4}-f{4}-f{4}/i;
/** Of 32 hex digits drawn by chance, fewer than 8 different ones come up once in 28 million times. */
const FEWEST_DIGITS = 8;
const HEX = /^[0-9a-f-]{24,80}$/i;
/** What people spell with hex digits: two of them in 32 digits stand there by chance once in a hundred thousand. */
const HEX_WORDS = /dead|beef|cafe|babe|feed|face|f00d|c0de/g;

/** Characters outside references that a value must have to count. */
const MIN_OWN = 6;
const MIN_ASCENT = 8;
/** From the code of one digit to that of the other. */
const ZERO_AFTER_NINE = -9;

/** Answers whether the value only stands for a credential: example words, fillers, runs, references, published keys. */
export const isPlaceholder = remembered(
  (value) =>
    WORDS.test(value.length > 400 ? value.slice(0, 400) : value) ||
    EMPTY_UUID.test(value) ||
    UNSIGNED.test(value) ||
    isMadeUpHex(value) ||
    isFiller(value) ||
    isReference(value) ||
    isKnownPublic(value),
);

/** Hex digits, with dashes or without, that somebody typed: few different ones, pairs of the same, a row of them, words. */
function isMadeUpHex(value: string): boolean {
  if (!HEX.test(value)) return false;
  const digits = value.replaceAll('-', '').toLowerCase();
  return (
    new Set(digits).size < FEWEST_DIGITS ||
    (digits.match(/(.)(?=\1)/g)?.length ?? 0) * 2 >= digits.length ||
    (digits.match(HEX_WORDS)?.length ?? 0) >= 2 ||
    isMonotonous(digits) ||
    isTypedRow(digits)
  );
}

/** Answers whether the value is filled in or looked up elsewhere, such as `${TOKEN}` or `process.env.TOKEN`. */
export function isReference(value: string): boolean {
  if (LOOKUP.test(value)) return true;
  if (!/[$#@%{[<_]/.test(value)) return false;
  const own = value.slice(0, 1000).replaceAll(REFERENCE, '');
  return own.length < value.length && own.length < MIN_OWN && value.length <= 1000;
}

/** Answers whether the value is a row of one character or of neighbours, or signs that stand for what was left out. */
export function isFiller(value: string): boolean {
  return (
    /[xX]{5}|(?:^|[^A-Za-z0-9])[xX]{3,}(?:$|[^A-Za-z0-9])|\*{3}|\.{3}|…/.test(value) ||
    ONE_LETTER_A_GROUP.test(value) ||
    isMonotonous(value) ||
    isTypedRow(value)
  );
}

/** `a$b$c$d`, and `12.aaa-bbb-ccc` with or without a number before it. A row is taken whole, or time would grow without bound. */
const ONE_LETTER_A_GROUP = /^\w(\W)\w(?:\1\w)+$|^(?:\d{1,6}\W)?([A-Za-z])\2{2,}(?!\2)(?:\W?([A-Za-z])\3{2,}(?!\3))+$/;

/** Repeated characters or groups of them, or a row of neighbours such as `1234567890` and `abcdefgh`. */
function isMonotonous(value: string): boolean {
  if (value.length > 256 || value.length < 3) return false;
  if (hasAtMost(value, Math.min(3, value.length / 3))) return true;
  let same = 1;
  let ascent = 1;
  for (let index = 1; index < value.length; index++) {
    const step = value.charCodeAt(index) - value.charCodeAt(index - 1);
    const wraps = step === ZERO_AFTER_NINE && value[index] === '0';
    same = step === 0 ? same + 1 : 1;
    ascent = step === 1 || wraps ? ascent + 1 : 1;
    if (same >= Math.max(6, value.length / 4) || ascent >= MIN_ASCENT) return true;
    if (ascent >= 5 && ascent * 2 >= value.length) return true;
  }
  return ascent === value.length || isPeriodic(value);
}

/** Whether a value is made of so few different characters. */
function hasAtMost(value: string, most: number): boolean {
  let different = '';
  for (let index = 0; index < value.length; index++) {
    if (different.includes(value[index]!)) continue;
    different += value[index]!;
    if (different.length > most) return false;
  }
  return true;
}

/** Two equal halves of six characters come up by chance once in ten million times, of hex digits. */
const HALF = 6;

/** The value is one group of at most eight characters, thrice or more, or one of six and more twice. */
function isPeriodic(value: string): boolean {
  const half = value.length / 2;
  if (half >= HALF && value.startsWith(value.slice(half))) return true;
  for (let period = 1; period <= Math.min(8, value.length / 3); period++) {
    let index = period;
    while (index < value.length && value[index] === value[index - period]) index++;
    if (index === value.length) return true;
  }
  return false;
}
