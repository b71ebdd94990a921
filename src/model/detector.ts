import type { CredentialKind, Severity } from './credential.ts';
import type { IdentityKind } from './identity.ts';

/** Name of the fact by which a private key and the certificate of its public half know each other. */
export const PUBLIC_KEY = 'public key';

/**
 * What to look for, as data. One detector recognises one credential type.
 *
 * The engine searches the raw bytes for the anchors and runs the pattern only in a window round each hit, so an anchor
 * must stand inside the matched text of every possible match; what is before the secret can be matched too, and the
 * group `secret` then tells it apart. src/engine/byte-scanner.ts says exactly what a match is.
 */
export interface Detector {
  /** Kebab-case, provider first, such as `github-personal-access-token`. Never changed once released. */
  readonly id: string;
  /** What people call it, such as `GitHub personal access token (classic)`. */
  readonly title: string;
  readonly provider: string;
  readonly kind: CredentialKind;
  /** What it authenticates as. */
  readonly identity: IdentityKind | 'unknown';
  readonly severity: Severity;
  readonly match: MatchRule;
  /**
   * Named checks the value must pass, in order; see src/engine/checks. A check may drop the match, leave it, or prove
   * it.
   */
  readonly checks?: readonly Check[];
  /** Facts read offline from the value; see src/engine/extract. */
  readonly extract?: readonly Extractor[];
  /**
   * The secret part pairs with the key id that another detector, or one of several, finds close by, such as an AWS secret
   * access key with its access key id. Left unpaired, with a fact that says so, where neither order nor distance tells
   * which of several ids is its.
   */
  readonly pairsWith?: { readonly detector: string | readonly string[]; readonly withinBytes: number };
  /**
   * Ids close by that become facts, such as the tenant beside an Azure client secret: each where just one value of its
   * detector is in reach.
   */
  readonly nearby?: readonly { readonly detector: string; readonly fact: string; readonly withinBytes: number }[];
  /**
   * True when the value identifies and does not authenticate by itself, such as an AWS access key id: reported to link
   * things, rated `info` unless paired.
   */
  readonly identifier?: boolean;
  /**
   * An identifier that means something only beside its secret, such as any `client_id`: it is looked for, paired, and
   * then left out.
   */
  readonly helper?: boolean;
  /**
   * The match names something kept elsewhere and is no credential at all, such as a vault's URI: it becomes a
   * reference in the graph. Its extractor is `reference-target`, which keeps the matched text.
   */
  readonly reference?: 'secret' | 'role' | 'store' | 'identity';
  /**
   * The match is a comment that asks for findings beside it to be set aside, and no credential: it never competes with
   * one for its place. Its extractor is `suppression-comment`.
   */
  readonly marks?: 'suppression';
  readonly rotate: string;
  /** The smallest request that would tell whether the value still opens anything. Kept as data: nothing sends it. */
  readonly verify?: VerifyRequest;
  /** Vendor's page on the format or on revoking. */
  readonly docs: string;
  /**
   * Literal beginning of the value that is public knowledge of the format and may be shown, such as `ghp_`. Only
   * needed where the anchors do not say it.
   */
  readonly publicPrefix?: string;
  readonly examples: DetectorExamples;
}

/**
 * A request that changes nothing and that a provider answers differently for a value that works. In each text
 * `{value}` stands for the credential, `{id}` for the key id it pairs with, and other names in braces for what the reader
 * has to know, such as `{tenant}`.
 */
export interface VerifyRequest {
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** User and password of HTTP Basic authentication, before encoding, such as `{value}:`. */
  readonly basicAuth?: string;
  readonly body?: string;
}

export interface MatchRule {
  /**
   * Literal strings, a character for each byte, without line ends, at least three bytes, as specific as the format allows.
   * None where it is `wholeText`.
   */
  readonly anchors: readonly string[];
  /**
   * The value is all that the text holds, but for blanks round it: a file of one word, such as `config/master.key`.
   * Only texts of at most 256 bytes are looked at, and no decoded ones.
   */
  readonly wholeText?: boolean;
  /** Compare anchors without regard to ASCII case. Default false. */
  readonly ignoreCase?: boolean;
  /**
   * Pattern over a latin1 view of the bytes. Named group `secret` is the credential; without it, the whole match is.
   * Group `name` is its name, for checks that judge names; without it, the match begins in the name.
   * Flags: none, `i` or `s`; the engine adds its own. No unbounded repeats of overlapping parts.
   */
  readonly pattern: RegExp;
  /** Bytes before the anchor at which a match may start. Default 0: the match starts at the anchor. */
  readonly lookBehind?: number;
  /** Longest match in bytes from its start. Default 512; multi-line bodies need more. */
  readonly maxLength?: number;
  /**
   * The match is a list or a section of several values, its group `items`: each match of this pattern in there is
   * judged by itself. Its group `secret` is the credential; a match without one is passed over. Its group `name` is the
   * credential's name, where that of the whole is not; its group `entry` is what a section calls it. Flags as for
   * `pattern`.
   */
  readonly items?: RegExp;
  /** The value is written in base64: what it decodes to, a word of printable ASCII, is judged and is the credential. */
  readonly encoded?: 'base64';
  /** The value is an element of DER (ITU-T X.690) and ends where its length says, if not before. */
  readonly ends?: 'der';
  /**
   * `format` when the value itself is distinctive, `context` when only the words beside it make it a credential.
   */
  readonly proof: 'format' | 'context';
  /** Only in files whose path matches, such as `/(^|\/)\.npmrc$/`. */
  readonly paths?: RegExp;
  /**
   * Bytes before the match that its look-behind assertions may see. Default 64; more only where it is `multiLine`.
   * What stands before an anchor is told faster so than by `lookBehind`: the pattern is tried at the anchor alone.
   */
  readonly before?: number;
  /** The verdict depends on more than one line: the line memo is not used. Default false. */
  readonly multiLine?: boolean;
}

/** What a checksum that is wrong does: the value is no credential, may be none, or is as sure as without. */
type WrongSum = 'drop' | 'doubt' | 'keep';

/** A named check with its parameters. The union is closed: one implementation for each in src/engine/checks. */
export type Check =
  | { readonly check: 'entropy'; readonly min: number }
  /** Drops example words, repeated characters, ascending runs, `xxxx`, `<your-…>`, references such as `${…}`. */
  | { readonly check: 'not-placeholder' }
  /**
   * Base62 CRC-32 of all before the last six characters, after `skip` leading ones. GitHub, npm, Vercel. A wrong one
   * drops the match unless `wrong` says otherwise, as it should where no vendor documents the sum.
   */
  | { readonly check: 'crc32-base62'; readonly skip: number; readonly digits: number; readonly wrong?: WrongSum }
  /** Base36 CRC-32 of all before the last characters, which proves and never disproves. GitLab. */
  | { readonly check: 'crc32-base36'; readonly digits: number }
  /** Hex CRC-32 of what stands between `skip` leading characters and the last eight; `le` for byte-swapped. */
  | {
      readonly check: 'crc32-hex';
      readonly skip: number;
      readonly order: 'be' | 'le';
      readonly trim?: number;
      /** Default `doubt`. */
      readonly wrong?: WrongSum;
    }
  /** First six base64 characters of the little-endian CRC-32 of the body. Confluent. */
  | { readonly check: 'crc32-base64-le'; readonly skip: number; readonly bodyLength: number }
  /** Decodes bits of a key id to an account number not above 999,999,999,999. */
  | { readonly check: 'aws-key-id' }
  /** Three base64url parts whose first decodes to a JSON object with `alg`. */
  | { readonly check: 'jwt' }
  /** A private key in PEM: drops public keys and stand-ins, tells algorithm and encryption, doubts what is damaged. */
  | { readonly check: 'pem-private-key' }
  /** Base64 of a private key or key store without armour: drops what does not parse as one. */
  | { readonly check: 'base64-private-key' }
  /** What a PuTTY or an SSH.COM key says of its encryption. */
  | { readonly check: 'putty-private-key' }
  | { readonly check: 'ssh2-private-key' }
  /** The bytes of a private key in DER or of OpenPGP. */
  | { readonly check: 'der-private-key' }
  /** The bytes of a key store of Java, of Bouncy Castle or of PKCS #12 that holds a private key. */
  | { readonly check: 'key-store' }
  /** Value parses as JSON and has all the fields. */
  | { readonly check: 'json-fields'; readonly fields: readonly string[] }
  /** Base64url body begins with these bytes, in hex. PyPI macaroons. */
  | { readonly check: 'base64-prefix'; readonly skip: number; readonly hex: string; readonly wrong?: 'drop' | 'keep' }
  /** Base64 of a number, a colon and random bytes: tokens of Atlassian's servers. */
  | { readonly check: 'atlassian-token'; readonly skip: number }
  /** Bech32 or Bech32m with its checksum. age, Nostr. */
  | { readonly check: 'bech32' }
  /** Base58Check with its checksum. Bitcoin. */
  | { readonly check: 'base58check' }
  /** Base32 that ends in a CRC-16. NATS, Stellar. */
  | { readonly check: 'base32-crc16'; readonly wrong: 'drop' | 'doubt' }
  /** A sentence of the words of BIP 39, with its checksum. */
  | { readonly check: 'mnemonic' }
  /** Tells of a wallet's key that everybody has. */
  | { readonly check: 'published' }
  /** A URL whose password is real: not empty, not a placeholder, not a reference, host not an example. */
  | { readonly check: 'url-password' }
  /** The last message of an NTLM handshake, whose user is no stand-in. */
  | { readonly check: 'ntlm-message' }
  /** Base64 of user and password, as HTTP Basic has them; the password, or a token in the user's place, is real. */
  | { readonly check: 'basic-auth' }
  /** Holds at least one of each: `u` upper, `l` lower, `d` digit. */
  | { readonly check: 'mixed'; readonly classes: string }
  /** Not the password of tutorials, and not made of words alone. */
  | { readonly check: 'not-words' }
  /** Not the password of tutorials; other words count. */
  | { readonly check: 'not-everyday' }
  /** Has the shape that the provider gives it today, as source of a RegExp; what has another is kept with doubt. */
  | { readonly check: 'expected'; readonly shape: string }
  /** Not what a template has in the place of a password; a weak one is kept with doubt. For files that programs sign in with. */
  | { readonly check: 'not-template' }
  /**
   * The name that the value is given, or the words between them, say key, token, secret or password, and not that it is
   * something about one. A name that is just one of `alone`, in lower case and without separators, is enough for a value
   * that chance drew: one of letters and digits, and where a hash would look the same, as a variable of the environment.
   */
  | { readonly check: 'credential-name'; readonly alone?: readonly string[] }
  /** The entry of a section is called something that may be whose secret it is, and not what it is instead. */
  | { readonly check: 'section-entry' }
  /** The entry of a document of secrets is called a credential, or called nothing else and drawn by chance. */
  | { readonly check: 'secret-entry' }
  /** The name that an identifier is given does not say secret, token or password: identifiers are shown in full. */
  | { readonly check: 'identifier-name' }
  /** What opens nothing as it stands, such as a hash: not in tests, examples and documents, where it is made up. */
  | { readonly check: 'outside-examples' }
  /** The key's name, the value's shape and the file together; the generic detector's judge. */
  | { readonly check: 'generic-assignment' };

export type Extractor =
  | 'aws-account'
  | 'jwt-claims'
  | 'url-parts'
  | 'gcp-key-file'
  | 'azure-connection-string'
  | 'slack-ids'
  | 'macaroon'
  | 'connection-string'
  | 'assigned-user'
  | 'discord-app'
  | 'basic-auth-user'
  | 'reference-target'
  | 'certificate'
  | 'suppression-comment';

export interface DetectorExamples {
  /**
   * Builds lines that must match, each with the secret it must yield. A function, so that nothing that looks live
   * stands in a file: compose from parts and {@link ExampleMaker}.
   */
  readonly match: (make: ExampleMaker) => readonly DetectorExample[];
  /** Builds lines that must not match. */
  readonly noMatch: (make: ExampleMaker) => readonly (string | { readonly text: string; readonly path: string })[];
}

export interface DetectorExample {
  readonly text: string;
  readonly secret: string;
  /** The text has one character for each byte of a binary file. */
  readonly binary?: boolean;
  /** File the text stands in. Default `config/settings.txt`. */
  readonly path?: string;
}

/** Deterministic random material for examples. */
export interface ExampleMaker {
  /** `length` characters drawn from the alphabet. */
  (alphabet: string, length: number): string;
  readonly base62: string;
  readonly hex: string;
  readonly upperAlnum: string;
  readonly lowerAlnum: string;
  readonly base64: string;
  readonly base64url: string;
  readonly digits: string;
  /** Body and its base62 CRC-32, six digits. */
  readonly withCrc32Base62: (prefix: string, bodyLength: number) => string;
}
