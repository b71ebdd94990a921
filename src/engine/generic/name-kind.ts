import { remembered } from '../remembered.ts';
import { wordsOf } from './assigned.ts';

/** What the name of an assignment says its value is. */
export type NameKind = 'password' | 'secret' | 'token' | 'strong-key' | 'key' | 'auth' | 'none';

/** Something for each kind of names. */
export function byKind<Of>(of: (kind: NameKind) => Of): Readonly<Record<NameKind, Of>> {
  return {
    password: of('password'),
    secret: of('secret'),
    token: of('token'),
    'strong-key': of('strong-key'),
    key: of('key'),
    auth: of('auth'),
    none: of('none'),
  };
}

/** Words at the end of a name that say the value is something about the credential and not the credential. */
const ABOUT = new Set(
  `id ids name names file files filename path paths dir folder url uri urls endpoint host port type types length len size count
  limit max min expiry expires expiration expire ttl timeout lifetime age version hash hashes algorithm algo alg cipher format
  field fields label title placeholder prompt error errors message msg hint text description desc regex pattern policy header
  headers prefix suffix param params parameter parameters env var variable class method methods index column row status state
  enabled disabled required valid invalid manager service provider store storage scheme mode style color event events code codes
  author authors authority authorities realm issuer audience scope scopes role roles permission permissions domain source
  selector element input box view button link page form dialog screen icon image location position pos offset start end begin
  kind category group list map set array table alias ref reference arn usage bits press down up handler callback function func trigger
  fn request response reset change changed update updated created date time timestamp stamp strength score rotation rules
  validator generator factory builder parser template templates option options config settings info data char chars
  char symbol string str test tests check checks word words board frame frames binding bindings map mapping session
  encryption helper environment at until since in by per of for policy rule hint mask masking reminder recovery resets rotate
  address addresses addr ip ips csrf xsrf mtime entry subentry signature signatures sig nonce tag tags sender recipient
  checksum integrity digest sum fingerprint thumbprint cert certificate pub sha sha1 sha256 sha512 md5 etag commit revision rev`.split(
    /\s+/,
  ),
);

/** Words anywhere in a name that make the value public. */
const PUBLIC =
  /^(?:public|pub|publishable|idempotency|correlation|dedup|surrogate|routing|publickey|pubkeys?|anon|integrity|checksum|sha(?:1|256|384|512)?|md5|digest|commit|revision|fingerprint|thumbprint|primary|foreign|partition|sort|cache|hot|shortcut|site|sitekey|i18n|l10n|locale|license|licence|ssh_authorized|authorized|known)$/;

/**
 * Words anywhere in a name that say the value is a text for people, a credential that is of no use as it stands, a
 * token that guards one form of one session, or a place in a list.
 */
const NO_VALUE =
  /^(?:labels?|title|tooltip|mandatory|invalid|forgot|forgotten|advice|hints?|placeholder|translations?|hashed|salted\w*|encrypted|sealed|wrapped|redacted|masked|authenticity|continuation|pagination|formkeys?)$/;

/** Two words, one behind the other, that together name none: one of several passes, a place in a list, a handshake. */
const PAIR_OF_NO_VALUE =
  /\b(?:(?:first|second|third|single|two|multi|double) pass|(?:next|page|sync|cursor|resume|csrf|xsrf|device) token|(?:encoded|stored) (?:password|key)|form key|web ?socket key)\b/;

/** Words at the end of a name that say how its value is written. */
const NOTATION = /^(?:base64|b64|hex|encoded)$/;

const KEY_KINDS = new Set(
  `api access secret private encryption encrypt signing sign auth master shared account service client consumer app
  application subscription license security crypto aes hmac jwt session cookie deploy admin root user db server secretkey
  function host instrumentation ikey wep wpa psk preshared symmetric rsa dsa ec ssh pgp gpg stripe aws azure gcp google
  github gitlab slack sendgrid twilio mailgun maps recaptcha algolia openai rapid`.split(/\s+/),
);

/** Reads the kind off the words of a name; `none` when it names no credential, as `author` and `keyboard` do not. */
export function nameKind(words: readonly string[]): NameKind {
  const bare = headOf(words);
  if (isAbout(bare, words)) return 'none';
  if (isNoSecret(words)) return 'none';
  if (
    words.some((word) =>
      /(?:password|passwd|passphrase|passwort|passcode)s?\d*$|^(?:pwd|pw|pass|psw|pswd)\d*$|(?:db|user|admin|root|my|sql|ftp|smtp|mail)(?:pass|pwd)$|pwd$/.test(
        word,
      ),
    )
  ) {
    return 'password';
  }
  if (words.some((word) => /(?:^|client|app|consumer|shared|api)secret(?:key|s)?\d*$|^secretaccesskey$/.test(word)))
    return 'secret';
  if (
    words.some((word) =>
      /(?:^|auth|access|api|bearer|refresh|bot|oauth|private|session|id|csrf|jwt)tokens?\d*$|^pat$|ticket$/.test(word),
    )
  ) {
    return 'token';
  }
  if (
    words.some((word) => /(?:api|access|secret|private|auth|encryption|signing|account|master|app)keys?\d*$/.test(word))
  )
    return 'strong-key';
  if (/^keys?$/.test(bare)) return words.some((word) => KEY_KINDS.has(word)) ? 'strong-key' : 'key';
  if (words.some((word) => /^(?:auth|authorization|authentication|oauth|credentials?|creds?|basicauth)$/.test(word)))
    return 'auth';
  if (words.includes('key') && words.length <= 4) return 'key';
  // `cookiekey`, and not a monkey.
  if (/(?<!mon|tur|don|hoc|joc|whis|hot|jer|flun|dar|lac|stoc|tric|ric|cran|hus)keys?$/.test(bare)) return 'key';
  return 'none';
}

/** The same of a name as it is written. */
export const kindOfName = remembered((name) => nameKind(wordsOf(name)));

/** Answers whether a name of these words may be that of a provider's credential, such as `adobe`, `token`. */
export function namesCredential(words: readonly string[]): boolean {
  return (
    words.some((word) =>
      /(?:key|token|secret|password|passwd|pass|pwd|auth|cred(?:ential)?s?|pat|bearer|api|access)\d*$/.test(word),
    ) && !isAbout(headOf(words), words)
  );
}

/** Answers whether a name of these words says that its value is public, or something about a credential. */
export function saysOtherThan(words: readonly string[]): boolean {
  return isAbout(headOf(words), words) || isNoSecret(words);
}

function isNoSecret(words: readonly string[]): boolean {
  return words.some((word) => PUBLIC.test(word) || NO_VALUE.test(word)) || PAIR_OF_NO_VALUE.test(words.join(' '));
}

/** The word that says what the value is: the last that is not about notation, without a number behind it. */
function headOf(words: readonly string[]): string {
  return (words.findLast((word) => !NOTATION.test(word)) ?? '').replace(/\d+$/, '');
}

function isAbout(head: string, words: readonly string[]): boolean {
  return (
    ABOUT.has(head) &&
    !(head === 'code' && words.some((word) => /^(?:pass|auth|authorization|recovery|backup)$/.test(word)))
  );
}
