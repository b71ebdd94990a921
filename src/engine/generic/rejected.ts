import { isEverydayWord } from '../checks/everyday.ts';
import { isPlaceholder } from '../checks/not-placeholder.ts';
import type { Assigned } from './assigned.ts';
import type { NameKind } from './name-kind.ts';
import type { PathClass } from './path-class.ts';
import { wordCover } from './word-cover.ts';

/** Passwords are short where they are for trials; nothing else is. */
const MIN_PASSWORD = 4;
const MIN_VALUE = 7;
const MAX_VALUE = 512;
/** A name that is only `key` says little: its value must be long. */
const MIN_PLAIN_KEY = 12;

/** Values of a well-known other kind. */
const OTHER_KINDS: readonly RegExp[] = [
  // Whole calls and indices, members, operators.
  /^[\w$]+(?:\.[\w$]+)*[([].*[)\]]$|^(?:self|this|ctx|req|res|request|config|settings|options|opts|props|params|args|argv|cfg|conf)[.[]|->|::|=>|&&|\|\||\?\.|^\w+\.\w+\.\w+$/,
  // Paths, addresses, media types, selectors, versions and ranges of them, dates, numbers with units.
  /^(?:\.{0,2}\/|~\/|[A-Za-z]:\\)|^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$|^[a-z]+\/[a-z0-9.+-]+$|^[.#][a-z][\w-]*$|^(?:[a-z]+:)?[\^~<>=v]{0,2}\d+\.[\dx*][\w.+-]*$|^\d{4}-\d{2}-\d{2}/,
  /\.(?:json|ya?ml|xml|txt|pem|crt|cer|key|pub|js|ts|py|rb|go|java|php|html?|css|md|png|jpe?g|svg|conf|cfg|ini|env|log|gz|zip|jar|p12|pfx|jks|sh|creds|nk)$/i,
  // Public keys, certificates, and what is encrypted or hashed already.
  /^(?:ssh-(?:rsa|dss|ed25519)|ecdsa-|AAAA[BCE]3Nza|-----BEGIN|MII[BC]I[jD]AN|LS0tLS1CRUdJTi|ENC\(|ENC\[|\{CRYPT\}|encrypted[$:]|\{cipher\}|\$?2[abxy]\$\d\d\$|\$argon2|\$pbkdf2|\$[156]\$|\{SS?HA|pbkdf2_|sha\d{1,3}[-:$]|md5:|vault:v\d)/,
  // A JSON Web Token without a signature, which nobody accepts.
  /^eyJ[\w-]{8,}\.eyJ[\w-]*\.?$/,
  // Ids that web pages show to everyone: Google Analytics and Tag Manager.
  /^(?:UA-\d{4,10}-\d{1,4}|GTM-[A-Z0-9]{5,8}|G-[A-Z0-9]{10})$/,
  // Markup, templates, formats, a call within a string.
  /\w\(\)\.|^[<>{}[\]()*&|!?;,.:=+\\/-]+$|<\/|\/>|%[sdv]|\{\d*\}|\\[xu][0-9a-f]{2}|\\\\/,
  // Annotations, scopes of packages, parameters of statements, names of files: `@Value`, `@scope/name`, `@file.json`.
  /^@(?:[A-Za-z_]+$|[a-z][\w.-]*\/|\.{0,2}\/|[\w-]+\.[a-z]{2,5}$)/,
  // The end of a call and what follows it: the quote before it closed a string and opened none.
  /^[)\]}]+[,;.:)\]}]|^[,;][A-Za-z_$.]/,
  // Counts and codes.
  /^(?:\d{1,5}|0x[0-9A-Fa-f]{1,8}|-\d+)$/,
  // Words of types and of nothing.
  /^(?:string|str|text|bytes?|int(?:eger)?|number|bool(?:ean)?|true|false|null|nil|none|undefined|object|array|function|default|optional|required|empty|unset|disabled|enabled|auto|never|always|ignore|keyring|prompt|(?:not|un)[-_ ]?(?:set|used|defined|known)|n\/a)$/i,
];

/** The beginning of an expression, in text without quotes. */
const EXPRESSION = /^[\w$]+(?:\.[\w$]+)*[([]/;

/**
 * Answers whether the value cannot be a credential whatever its name is and wherever it stands: another kind of thing, a
 * stand-in, code.
 */
export function isRejected(assigned: Assigned, kind: NameKind): boolean {
  const { value, quote, name, query } = assigned;
  if (value.length < (kind === 'password' ? MIN_PASSWORD : MIN_VALUE) || value.length > MAX_VALUE) return true;
  if (kind === 'key' && value.length < MIN_PLAIN_KEY) return true;
  if (OTHER_KINDS.some((pattern) => pattern.test(value))) return true;
  if (quote === '' && !query && EXPRESSION.test(value)) return true;
  if (isElsewhere(assigned)) return true;
  if (isEverydayWord(value) || /x{3,}$/i.test(value) || isForeign(value)) return true;
  // Filled in where it stands, wholly or in part.
  if (isPlaceholder(value) || /\$\{|#\{|\{\{|<%|\$\(/.test(value)) return true;
  // Names of variables.
  if (/^[A-Z]+(?:_[A-Z0-9]+)+$/.test(value) && wordCover(value) > 0.3) return true;
  // Words in capitals: names of variables and of choices, `PGPASSWORD`, `BYRADIUS`.
  if (/^[A-Z]{4,24}$/.test(value)) {
    if (/PASS|SECRET|TOKEN|KEY|AUTH|CRED/.test(value) || wordCover(value) > 0.6) return true;
    if (kind !== 'password' && value.length <= 12) return true;
  }
  // Seconds or milliseconds since 1970.
  if (kind !== 'password' && /^1\d{9}(?:\d{3})?$/.test(value)) return true;
  if (isMadeUp(withoutLeet(value)) || isMadeUp(decoded(value))) return true;
  // URLs have detectors of their own.
  if (value.includes('://')) return true;
  return bare(value) === bare(name) || bare(name).endsWith(bare(value));
}

/** Answers whether every part of a text is a word that stands for a secret, `password` or `user:secret`. */
function isMadeUp(text: string | undefined): boolean {
  return text !== undefined && text.split(':').every((part) => isEverydayWord(part) || isPlaceholder(part));
}

const LEET: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's' };

/** `s3cr3t` as `secret`; undefined where there is nothing to it but letters or mostly none. */
function withoutLeet(value: string): string | undefined {
  if (value.length > 16 || !/^[A-Za-z013457@$]*$/.test(value) || !/[^A-Za-z]/.test(value)) return undefined;
  return value.replaceAll(/[013457@$]/g, (sign) => LEET[sign] ?? sign);
}

/** What is base64 of plain text; undefined for anything else. */
function decoded(value: string): string | undefined {
  if (value.length > 64 || !/^[A-Za-z0-9+/]{8,}={0,2}$/.test(value)) return undefined;
  const text = Buffer.from(value, 'base64').toString('latin1');
  return /^[\x20-\x7e]{4,}$/.test(text) ? text : undefined;
}

/** Answers whether a value without quotes is code, or in prose the first words of a sentence after a colon. */
export function isRejectedIn(kind: PathClass['kind'], { quote, query, after, value }: Assigned): boolean {
  if (quote !== '') return false;
  return (kind === 'code' && !query && !looksDrawn(value)) || (kind === 'prose' && /^[ \t]+[a-z]+ [a-z]+/.test(after));
}

/** A call that is given the name or the place of what it answers. */
const LOOKUP =
  /(?:^|[^A-Za-z])(?:credentials|(?:get|fetch|find|load|read|lookup|resolve|select|query|require|import|translate)\w*|env|param|header|cookie|input|prompt|label|t|i18n|ref|by|setting|property|locator|field)\([bru@$\\"'`]*$/i;

/** Letters and digits by chance: no word, no name of a variable with a number behind it. */
function looksDrawn(value: string): boolean {
  return (
    value.length >= 8 &&
    /^[A-Za-z0-9+/=-]+$/.test(value) &&
    /[A-Za-z].*\d.*[A-Za-z]|\d.*[A-Za-z].*\d/.test(value) &&
    wordCover(value) < 0.3
  );
}

/** Answers whether what stands beside the value shows that it is not what the name holds. */
function isElsewhere({ name, between, quote, value, after, query, line }: Assigned): boolean {
  // Only options of a command line are followed by their value without a sign between them; words there are prose.
  if (/^[\s"'`]*$/.test(between) && (!name.startsWith('-') || /^-|^[A-Za-z_-]+$/.test(value))) return true;
  // The call that had the name as its argument ends before the value: `hash("password"), "5f4d…"`.
  if (/\)[ \t]*,/.test(between)) return true;
  // A link behind a word in Markdown, `the secret ([1a2b3c4](https://…))`.
  if (/[ \t]\(\[$/.test(between) || after.startsWith('](')) return true;
  // Arguments, which have no names: `[$user, $password, 'ntlm']`. A symbol of Ruby is a name, `set :password, 'x'`.
  if (/^[ \t]*,/.test(between) && !line.endsWith(':')) return true;
  // What is neither quoted nor assigned is a word of a sentence or of an expression: `passwords (e.g. of users)`.
  if (quote === '' && !query && /[,(][ \t]*$/.test(between)) return true;
  // The first of two arguments is whose it is: `checkPassword("john", "…")`.
  if (between.startsWith('(') && /^["'`][ \t]*,/.test(after)) return true;
  // Jenkins: `credentials('id')` names an entry of its store; others fetch what they are given the name of.
  if ((name === 'credentials' && between.startsWith('(')) || LOOKUP.test(between)) return true;
  // The verdict of a test, `--- PASS: TestLogin (0.02s)`.
  if (name === 'PASS' && quote === '' && (/^test/i.test(value) || !/\d/.test(value))) return true;
  // An unquoted word before a bracket or a dot is a call or a member.
  if (quote === '' && !query && /^[([.{]|^\s*[+*&|?]/.test(after)) return true;
  if (quote !== '') return false;
  // The first words of a sentence in a string that goes on.
  return /^[ \t]+\S/.test(after) && /[=:,(][ \t]*[bru]?\\?["'`]\w+[ \t]$/.test(between);
}

/** Words of a language that ASCII does not suffice for: many such characters, or some and nothing but letters else. */
function isForeign(value: string): boolean {
  const count = value.match(/[\x80-\xff]/g)?.length ?? 0;
  return count * 3 > value.length || (count > 0 && /^[A-Za-z_. \x80-\xff-]+$/.test(value));
}

function bare(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9]/g, '').toLowerCase();
}
