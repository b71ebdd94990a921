import type { Assigned } from './assigned.ts';

/** A call that is given the name or the place of what it answers. */
const LOOKUP =
  /(?:^|[^A-Za-z])(?:credentials|(?:get|fetch|find|load|read|lookup|resolve|select|query|require|import|translate)\w*|env|param|header|cookie|input|prompt|label|t|i18n|ref|by|setting|property|locator|field)\([bru@$\\"'`]*$/i;

/** A call that is given a password and its hash, up to the password. */
const HELD_AGAINST = /\b(?:matches|verify|compare|compareSync|password_verify|checkpw)\(["'`]$/;

/** A member of something that is named after a public key. */
const IN_PUBLIC_KEY = /public[-_]?key\w{0,16}[\s:={(&*]{1,8}(?:\w{1,24}[:=][ ]?\w{1,24},[ ])?$/i;

/**
 * Why what stands beside the value shows that it is not what the name holds.
 *
 * @returns What the value is, as it follows "the value is"; undefined when nothing speaks against it.
 */
export function elsewhere({ name, words, between, quote, value, after, query, line }: Assigned): string | undefined {
  if (/[A-Za-z0-9+/]{40}$/.test(line + name)) return 'the end of a long text without blanks';
  // `[![coverage](https://…/graph/badge.svg?token=…)]`: the image is fetched by everybody who reads the page.
  if (query && /\bbadges?(?:\/[\w.-]+)*(?:\.svg)?\?(?:[\w.-]+=[\w.-]*&)*$/.test(line)) return 'the token of a badge';
  if (words.length === 1 && IN_PUBLIC_KEY.test(line)) return 'a member of a public key';
  // A list of countries by their codes (ISO 3166-1).
  if (name === 'PW' && /^[A-Za-z\x80-\xff-]+$/.test(value) && /[:>]/.test(between)) return 'the name of Palau';
  // Columns that are wide, and words, are what tables say of a name.
  if (/[ \t]{9}\|/.test(between) || (/^[`"']?[ \t]*\|/.test(between) && !/\d/.test(value) && quote === ''))
    return 'the next cell of a table';
  // `(trimAll $password) | b64dec`
  if (/\)[ \t]*\|/.test(between)) return 'a function that what has the name is handed to';
  // Only options of a command line are followed by their value without a sign between them; words there are prose.
  if (/^[\s"'`]*$/.test(between) && (!name.startsWith('-') || /^-|^[A-Za-z_-]+$/.test(value)))
    return 'not assigned to the name: no sign stands between them';
  // `"token": "…", "headerName": "X-CSRF-TOKEN"`: it guards one form of one session.
  if (/token/i.test(name) && /[cx]srf|forgery|authenticity/i.test(line + after)) return 'the token of a form';
  // `hash("password"), "5f4d…"`
  if (/\)[ \t]*,/.test(between)) return 'outside of the call that had the name as its argument';
  // `encoder.matches("password", "5f4d…")`
  if (HELD_AGAINST.test(line) && /^["'`],/.test(between)) return 'the hash that a password is held against';
  // In Markdown, `the secret ([1a2b3c4](https://…))`.
  if (/[ \t]\(\[$/.test(between) || after.startsWith('](')) return 'the text of a link';
  // `[$user, $password, 'ntlm']`. A symbol of Ruby is a name, `set :password, 'x'`.
  if (/^[ \t]*,/.test(between) && !line.endsWith(':')) return 'another argument, which has no name';
  // `passwords (e.g. of users)`
  if (quote === '' && !query && /[,(][ \t]*$/.test(between)) return 'a word of a sentence or of an expression';
  // `checkPassword("john", "…")`
  if (between.startsWith('(') && /^["'`][ \t]*,/.test(after))
    return 'the first of two arguments, which says whose it is';
  // Jenkins: `credentials('id')` names an entry of its store; others fetch what they are given the name of.
  if ((name === 'credentials' && between.startsWith('(')) || LOOKUP.test(between))
    return 'the name of what a call fetches';
  // `--- PASS: TestLogin (0.02s)`
  if (name === 'PASS' && quote === '' && (/^test/i.test(value) || !/\d/.test(value))) return 'the verdict of a test';
  if (quote !== '') return undefined;
  if (!query && /^[([.{]|^\s*[+*&|?]/.test(after)) return 'a call or a member';
  return /^[ \t]+\S/.test(after) && /[=:,(][ \t]*[bru]?\\?["'`]\w+[ \t]$/.test(between)
    ? 'the first words of a sentence in a string'
    : undefined;
}
