import { parseJsonObject } from '../base64-text.ts';
import { basicAuth } from '../checks/basic-auth.ts';
import { undisguised } from '../checks/disguise.ts';
import { isEverydayWord } from '../checks/everyday.ts';
import { isPlaceholder } from '../checks/not-placeholder.ts';
import { notWords } from '../checks/not-words.ts';
import { DROP } from '../checks/verdict.ts';
import type { Assigned } from './assigned.ts';
import { hasCrc16 } from '../../model/encodings/base32-crc16.ts';
import { isCommonPassword } from './common-passwords.ts';
import { elsewhere } from './elsewhere.ts';
import type { NameKind } from './name-kind.ts';
import { otherKind } from './other-kinds.ts';
import type { PathClass } from './path-class.ts';
import { isUuid } from './uuid.ts';
import { wordCover } from './word-cover.ts';
import { wordLikeness } from './word-likeness.ts';

/** Passwords are short where they are for trials; nothing else is. */
const MIN_PASSWORD = 4;
const MIN_VALUE = 7;
const MAX_VALUE = 512;
/** Longest text of an object in base64 that says nothing. */
const SHORT_WORD = 5;
/** A name that is only `key` says little: its value must be long. */
const MIN_PLAIN_KEY = 12;

/** A public key of a user, an account, an operator, a server, a cluster or a curve, by its first letter. */
const NATS_PUBLIC_KEY = /^[UAONCX][A-Z2-7]{55}$/;

/** Letters of any language and what stands between words: `Adgangskode`, `MQTT-wachtwoord`. */
const TEXT_FOR_PEOPLE = /^(?:\w{1,8}-)?[A-Za-z\x80-\xff]+(?:[-_ .,:!?'()/]+[A-Za-z\x80-\xff]*)*$/;
/** The beginning of an expression, in text without quotes. */
const EXPRESSION = /^[\w$]+(?:\.[\w$]+)*[([]/;

/**
 * Why the value cannot be a credential whatever its name is and wherever it stands: another kind of thing, a stand-in,
 * code.
 *
 * @returns What the value is, as it follows "the value is"; undefined when nothing speaks against it.
 */
export function rejection(assigned: Assigned, kind: NameKind): string | undefined {
  return (
    rejectedKind(assigned.value, kind) ??
    rejectedBeside(assigned) ??
    rejectedText(assigned.value, kind) ??
    rejectedByName(assigned)
  );
}

/** The part of {@link rejection} that depends on nothing but the value and the kind of its name. */
export function rejectionOfValue(value: string, kind: NameKind): string | undefined {
  return rejectedKind(value, kind) ?? rejectedText(value, kind);
}

/** The rest of {@link rejection}. */
export function rejectionOfPlace(assigned: Assigned): string | undefined {
  return rejectedBeside(assigned) ?? rejectedByName(assigned);
}

function rejectedKind(value: string, kind: NameKind): string | undefined {
  if (value.replaceAll(/%[0-9A-Fa-f]{2}/g, '%').length < shortest(kind)) return 'too short';
  if (value.length > MAX_VALUE) return 'too long';
  if (kind !== 'password' && /^[A-Za-z0-9+/]{6,7}={1,2}$/.test(value)) return 'base64 of five bytes at most';
  const other = otherKind(value);
  if (other !== undefined) return other;
  if (kind === 'key' && /^(?:[0-9A-F]{8}|[0-9A-F]{16})$/.test(value)) return 'the id of a key of OpenPGP';
  if (NATS_PUBLIC_KEY.test(value) && hasCrc16(value)) return 'a public key of NATS';
  if (kind === 'key' && isUuid(value)) return 'a UUID, which a name that says no more than key gives to a row';
  return undefined;
}

function rejectedBeside(assigned: Assigned): string | undefined {
  const { value, quote, query, between } = assigned;
  if (/\bbasic[ \t]{1,2}$/i.test(between) && basicAuth(value) === DROP)
    return 'no user and password, as there would be behind the word Basic';
  if (quote === '' && !query && EXPRESSION.test(value)) return 'code: the beginning of an expression';
  return elsewhere(assigned);
}

function rejectedText(value: string, kind: NameKind): string | undefined {
  if (isEverydayWord(value)) return 'an everyday word';
  if (/x{3,}$/i.test(value)) return 'blanked out at its end';
  if (isForeign(value)) return 'words of a language';
  if (isPlaceholder(value)) return 'a stand-in';
  if (/\$\{|#\{|\{\{|<%|\$\(/.test(value)) return 'filled in where it stands, wholly or in part';
  if (isNameInCapitals(value, kind)) return 'the name of a variable or of a choice';
  if (kind !== 'password' && /^1\d{9}(?:\d{3})?$/.test(value)) return 'a time in seconds or milliseconds';
  const plain = decoded(value);
  if (isDisguised(value) || isDisguised(plain ?? '') || isMadeUp(plain) || isMadeUpObject(plain))
    return 'a word that stands for a secret';
  const other = plain === undefined ? undefined : otherKind(plain);
  if (other !== undefined) return `base64 of something else: ${other}`;
  return value.includes('://') ? 'a URL, which other detectors read' : undefined;
}

function rejectedByName({ name, value }: Assigned): string | undefined {
  if (/[gp]pg/i.test(name) && /^(?:0x)?(?:[0-9A-F]{8}|[0-9A-F]{16}|[0-9A-F]{40})$/i.test(value))
    return 'the id of a key of OpenPGP';
  return bare(name).endsWith(bare(value)) ? 'the name once more' : undefined;
}

function shortest(kind: NameKind): number {
  if (kind === 'password') return MIN_PASSWORD;
  return kind === 'key' ? MIN_PLAIN_KEY : MIN_VALUE;
}

/** `DB_PASSWORD`, `PGPASSWORD`, `BYRADIUS`. */
function isNameInCapitals(value: string, kind: NameKind): boolean {
  if (/^[A-Z]+(?:_[A-Z0-9]+)+$/.test(value)) return wordCover(value) > 0.3;
  if (!/^[A-Z]{4,24}$/.test(value)) return false;
  if (/PASS|SECRET|TOKEN|KEY|AUTH|CRED/.test(value) || wordCover(value) > 0.6) return true;
  return kind !== 'password' && value.length <= 12;
}

/** Answers whether a text, or the password in `user:password`, is made of words that stand for a secret. */
function isMadeUp(text: string | undefined): boolean {
  if (text === undefined) return false;
  const password = text.slice(text.indexOf(':') + 1);
  return isEverydayWord(password) || isPlaceholder(password) || notWords(password) === DROP;
}

/** Answers whether a value is words, or one that stands for a secret, in disguise. */
function isDisguised(value: string): boolean {
  const word = undisguised(value);
  return word !== undefined && notWords(word) === DROP;
}

/** `{"username":"test","password":"1234"}` */
function isMadeUpObject(text: string | undefined): boolean {
  if (text === undefined || !text.startsWith('{')) return false;
  const values = Object.values(parseJsonObject(text) ?? {});
  return (
    values.length > 0 &&
    values.every((each) => typeof each === 'string' && (each.length <= SHORT_WORD || isMadeUp(each)))
  );
}

/** What is base64 of plain text; undefined for anything else. */
function decoded(value: string): string | undefined {
  if (value.length > 64 || !/^[A-Za-z0-9+/]{6,}={0,2}$/.test(value)) return undefined;
  const text = Buffer.from(value, 'base64').toString('latin1');
  return /^[\x20-\x7e]{4,}$/.test(text) ? text : undefined;
}

/**
 * Why a value is none in a file of this kind: a password everybody knows in a test or a document; words in a translation;
 * and, without quotes, code or in prose the first words of a sentence after a colon.
 *
 * @returns What the value is, as it follows "the value is"; undefined when nothing speaks against it.
 */
export function rejectionIn(
  { kind, example }: PathClass,
  { name, quote, query, after, value }: Assigned,
): string | undefined {
  if ((example || kind === 'prose') && isCommonPassword(value)) return 'a password that everybody knows';
  if (example) {
    const invented = inventedThere(value, kind);
    if (invented !== undefined) return invented;
  }
  if (kind === 'translation' && TEXT_FOR_PEOPLE.test(value)) return 'a text for people, in their language';
  if (quote !== '') return undefined;
  // An option of a command line is text wherever it stands.
  const isText = query || (name.startsWith('-') && /[^A-Za-z_]/.test(value));
  if (kind === 'code' && !isText && !looksDrawn(value)) return 'code, as it stands there without quotes';
  return kind === 'prose' && /^[ \t]+[a-z\x80-\xff]+ [a-z\x80-\xff]+/.test(after)
    ? 'the first word of a sentence'
    : undefined;
}

/** Above it are two of three English words of this length, and one in forty of what was drawn. */
const LIKE_A_WORD = 0.75;
/** The same in prose, where less is drawn. */
const LIKE_A_WORD_IN_PROSE = 0.5;

/**
 * What authors of tests and documents make up: a word, also with a number behind it, and the beginning of a hexadecimal
 * number. Elsewhere a password of one word is a finding.
 */
function inventedThere(value: string, kind: PathClass['kind']): string | undefined {
  const least = kind === 'prose' ? LIKE_A_WORD_IN_PROSE : LIKE_A_WORD;
  if (/^[A-Za-z][a-z]{3,11}\d{0,2}$/.test(value) && wordLikeness(value) >= least)
    return 'a word, as tests and documents make up';
  return /^(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{4,7}$/.test(value) ? 'too short for a number that was drawn' : undefined;
}

/** Letters and digits by chance: no word, no name of a variable with a number behind it. */
function looksDrawn(value: string): boolean {
  return (
    value.length >= 8 &&
    /^[A-Za-z0-9+/=-]+$/.test(value) &&
    /[A-Za-z].*\d.*[A-Za-z]|\d.*[A-Za-z].*\d/.test(value) &&
    wordCover(value) < 0.3
  );
}

/** Words of a language that ASCII does not suffice for: many such characters, or some and nothing but letters else. */
function isForeign(value: string): boolean {
  const count = value.match(/[\x80-\xff]/g)?.length ?? 0;
  return count * 3 > value.length || (count > 0 && /^[A-Za-z_. \x80-\xff-]+$/.test(value));
}

function bare(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9]/g, '').toLowerCase();
}
