import { isEverydayWord } from '../checks/everyday.ts';
import { isPlaceholder } from '../checks/not-placeholder.ts';
import type { Assigned } from './assigned.ts';
import type { NameKind } from './name-kind.ts';
import type { PathClass } from './path-class.ts';

const MIN_VALUE = 6;
const MAX_VALUE = 512;
/** A name that is only `key` says little: its value must be long. */
const MIN_PLAIN_KEY = 16;

/** Values of a well-known other kind. */
const OTHER_KINDS: readonly RegExp[] = [
  // Expressions: calls, members, indices, casts, operators.
  /^[\w$]+(?:\.[\w$]+)*[([]|^(?:self|this|ctx|req|res|request|config|settings|options|opts|props|params|args|argv|cfg|conf)[.[]|->|::|=>|&&|\|\||\?\.|^\w+\.\w+\.\w+$/,
  // Paths, addresses, media types, selectors, versions, dates, numbers with units.
  /^(?:\.{0,2}\/|~\/|[A-Za-z]:\\)|^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$|^[a-z]+\/[a-z0-9.+-]+$|^[.#][a-z][\w-]*$|^v?\d+\.\d+[\w.+-]*$|^\d{4}-\d{2}-\d{2}/,
  /\.(?:json|ya?ml|xml|txt|pem|crt|cer|key|pub|js|ts|py|rb|go|java|php|html?|css|md|png|jpe?g|svg|conf|cfg|ini|env|log|gz|zip|jar|p12|pfx|jks|sh)$/i,
  // Public keys, certificates, and what is encrypted or hashed already.
  /^(?:ssh-(?:rsa|dss|ed25519)|ecdsa-|AAAA[BCE]3Nza|-----BEGIN|MII[BC]I[jD]AN|LS0tLS1CRUdJTi|ENC\(|ENC\[|\{cipher\}|\$?2[abxy]\$\d\d\$|\$argon2|\$pbkdf2|\$[156]\$|\{SS?HA|pbkdf2_|sha\d{3}[-:$]|md5:|vault:v\d)/,
  // Markup, templates, formats.
  /^[<>{}[\]()*&|!?;,.:=+\\/-]+$|<\/|\/>|%[sdv]|\{\d*\}|\\[xu][0-9a-f]{2}|\\\\|^@/,
  // Words of types and of nothing.
  /^(?:string|str|text|bytes?|int(?:eger)?|number|bool(?:ean)?|true|false|null|nil|none|undefined|object|array|function|default|optional|required|empty|unset|disabled|enabled|auto|never|always|ignore|keyring|prompt|(?:not|un)[-_ ]?(?:set|used|defined|known)|n\/a)$/i,
];

/** Answers whether the value cannot be a credential whatever its name is: another kind of thing, a stand-in, code. */
export function isRejected(assigned: Assigned, kind: NameKind, path: PathClass): boolean {
  const { value, quote, name, after, between } = assigned;
  if (value.length < MIN_VALUE || value.length > MAX_VALUE) return true;
  if (kind === 'key' && value.length < MIN_PLAIN_KEY) return true;
  // Only options of a command line are followed by their value without a sign between them.
  if (/^[\s"'`]*$/.test(between) && !name.startsWith('-')) return true;
  if (path.kind === 'code' && quote === '') return true;
  // An unquoted word before a bracket or a dot is a call or a member.
  if (quote === '' && /^[([.{]|^\s*[+*&|?]/.test(after)) return true;
  if (OTHER_KINDS.some((pattern) => pattern.test(value))) return true;
  if (isEverydayWord(value) || /x{3,}$/i.test(value) || isMostlyForeign(value)) return true;
  // Filled in where it stands, wholly or in part.
  if (isPlaceholder(value) || /\$\{|#\{|\{\{|<%|\$\(/.test(value)) return true;
  // URLs have detectors of their own.
  if (value.includes('://')) return true;
  // `==` and its kin compare.
  if (/[=!]==?\s*["'`]?$/.test(between) && !/[^=!]=\s*["'`]?$/.test(between)) return true;
  if (bare(value) === bare(name) || bare(name).endsWith(bare(value))) return true;
  // The word after a colon in a sentence.
  return quote === '' && /^[ \t]+[a-z]+ [a-z]+/.test(after) && path.kind === 'prose';
}

/** Words in another script than ASCII: prose. */
function isMostlyForeign(value: string): boolean {
  return (value.match(/[\x80-\xff]/g)?.length ?? 0) * 3 > value.length;
}

function bare(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9]/g, '').toLowerCase();
}
