import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckInput } from '../../src/engine/checks/verdict.ts';
import { nameOf, readAssignment } from '../../src/engine/generic/assigned.ts';
import { featuresAt, featuresOf } from '../../src/engine/generic/features.ts';
import type { Features } from '../../src/engine/generic/features.ts';
import { judgeAssignment } from '../../src/engine/generic/judge.ts';
import { nameKind, namesCredential } from '../../src/engine/generic/name-kind.ts';
import { PATH_CLASSES, pathClass } from '../../src/engine/generic/path-class.ts';
import type { PathClass } from '../../src/engine/generic/path-class.ts';
import { rejection, rejectionIn, rejectionOfPlace, rejectionOfValue } from '../../src/engine/generic/rejected.ts';
import { scoreAt, scoreOf, scoreOfValue, weightOf } from '../../src/engine/generic/weigh.ts';
import { BIAS, EXAMPLE_FOLDER, LOCK_FILE } from '../../src/engine/generic/weights.ts';
import { wordCover } from '../../src/engine/generic/word-cover.ts';
import { WORDS } from '../../src/engine/generic/words.ts';
import { wordLikeness } from '../../src/engine/generic/word-likeness.ts';
import { exampleMaker } from '../support/example-maker.ts';
import { withCrc16 } from '../../src/model/encodings/base32-crc16.ts';

const make = exampleMaker('parts');
const random = make(make.base62, 24);
const mixed = 'q8Zr2vLp0Kx7';
/** Of a user: https://github.com/nats-io/nkeys */
const natsKey = withCrc16(Buffer.concat([Buffer.from([0xa0]), Buffer.from(make(make.base62, 32))]));
const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** A line with the match, from the anchor to the end of the value, between the marks `‹` and `›`, and the value after `¦`. */
function input(marked: string): CheckInput {
  const wholeStart = marked.indexOf('‹');
  const valueStart = marked.indexOf('¦') - 1;
  const end = marked.indexOf('›') - 2;
  const context = marked.replaceAll(/[‹¦›]/g, '');
  const [whole, value] = [context.slice(wholeStart, end), context.slice(valueStart, end)];
  return { value, whole, context, valueStart, wholeStart };
}

const words = (name: string): readonly string[] => readAssignment(input(`‹${name}=¦v›`)).words;

function inCode(marked: string): object {
  return Object.fromEntries(featuresAt(readAssignment(input(marked)), { kind: 'code', example: false }));
}

function rejected(marked: string): boolean {
  const assigned = readAssignment(input(marked));
  const kind = nameKind(assigned.words);
  if (kind === 'none') throw new Error(`not the name of a credential: ${assigned.name}`);
  return rejection(assigned, kind) !== undefined;
}

function rejectedIn(kind: PathClass['kind'], marked: string, example = false): boolean {
  return rejectionIn({ kind, example }, readAssignment(input(marked))) !== undefined;
}

function verdicts(marked: string): Readonly<Record<string, string | undefined>> {
  const judged = judgeAssignment(input(marked));
  return Object.fromEntries(PATH_CLASSES.map(({ kind, example }, index) => [`${kind} ${example}`, judged?.[index]]));
}

describe('an assignment is read', () => {
  it.each([
    ['apiKey', ['api', 'key']],
    ['DB_PASSWORD', ['db', 'password']],
    ['HTTPToken', ['http', 'token']],
    ['spring.datasource.password', ['password']],
    ['oauth2-token_', ['oauth2', 'token']],
    ['$secret.', ['secret']],
    ['key2Secret', ['key2', 'secret']],
  ])('words of %s', (name, expected) => {
    expect(words(name)).toEqual(expected);
  });

  it('from the start of its name, within its line', () => {
    const read = readAssignment(input(`other\n  set shop.db_‹password = "¦${mixed}›", next\nlast`));
    expect(read).toEqual({
      name: 'shop.db_password',
      words: ['db', 'password'],
      value: mixed,
      between: ' = "',
      quote: '"',
      query: false,
      after: '", next',
      line: '  set ',
    });
  });

  it('at most 48 characters to either side', () => {
    const read = readAssignment(input(`${'a'.repeat(60)} ‹password=¦${mixed}›${' b'.repeat(30)}`));
    expect(read.line).toBe(`${'a'.repeat(47)} `);
    expect(read.after).toHaveLength(48);
  });

  it.each([
    ['a quote on one side only', `‹password="¦${mixed}› rest`, ''],
    ['another quote behind it', `‹password="¦${mixed}›' rest`, ''],
    ['the quote of the name', `{"‹password": ¦${mixed}›"`, ''],
    ['an escaped quote', `{\\"‹password\\":\\"¦${mixed}›\\"}`, '"'],
    ['entities of HTML', `&#34;‹password&#34;:&#34;¦${mixed}›&#34;,`, '&#34;'],
    ['an entity on one side', `‹password=&quot;¦${mixed}›&apos;`, ''],
    ['none', `‹password=¦${mixed}›`, ''],
  ])('quoted: %s', (_, marked, quote) => {
    expect(readAssignment(input(marked)).quote).toBe(quote);
  });

  it.each([
    ['the first parameter', `https://shop.io/?‹token=¦${mixed}›`, true],
    ['another parameter', `https://shop.io/?a=1&access_‹token=¦${mixed}›`, true],
    ['a variable', `x access_‹token=¦${mixed}›`, false],
    ['the first of a form', `"access_‹token=¦${mixed}›&b=2"`, true],
    ['a string of its own', `"access_‹token=¦${mixed}›"`, false],
    ['a pair with a colon', `?‹token: ¦${mixed}›`, false],
  ])('in a query: %s', (_, marked, query) => {
    expect(readAssignment(input(marked)).query).toBe(query);
  });
});

describe('kinds of names', () => {
  it.each([
    ['DB_PASSWORD', 'password'],
    ['userPasswords', 'password'],
    ['password2', 'password'],
    ['smtp_pass', 'password'],
    ['dbpass', 'password'],
    ['ftppwd', 'password'],
    ['passphrase', 'password'],
    ['client_secret', 'secret'],
    ['appsecrets', 'secret'],
    ['secretaccesskey', 'secret'],
    ['auth_token', 'token'],
    ['refreshtokens', 'token'],
    ['github_pat', 'token'],
    ['apikey', 'strong-key'],
    ['api_key', 'strong-key'],
    ['hmac_key', 'strong-key'],
    ['stripe_keys', 'strong-key'],
    ['api_key_base64', 'strong-key'],
    ['lookup_key', 'key'],
    ['cookiekey', 'key'],
    ['key_of_the', 'key'],
    ['basic_credentials', 'auth'],
    ['oauth', 'auth'],
    ['pass_code', 'password'],
    ['auth_code', 'auth'],
    ['monkey', 'none'],
    ['turkey', 'none'],
    ['author', 'none'],
    ['compass', 'none'],
    ['password_hash', 'none'],
    ['token_type', 'none'],
    ['token_id2', 'none'],
    ['public_key', 'none'],
    ['key_of_the_old_house', 'none'],
    ['hashed_secret', 'none'],
    ['salted_password', 'none'],
    ['saltedpassword', 'none'],
    ['encodedPassword', 'none'],
    ['stored_key', 'none'],
    ['deviceToken', 'none'],
    ['masterKeyIps', 'none'],
    ['passwordMtime', 'none'],
    ['pwdPolicySubentry', 'none'],
    ['sealedKey', 'none'],
    ['wrapped_key', 'none'],
    ['signing_pubkey', 'none'],
    ['PUBKEYS', 'none'],
    ['filterFirstPass', 'none'],
    ['first_user_pass', 'password'],
    ['next_token', 'none'],
    ['nextPageToken', 'none'],
    ['pageAuthToken', 'token'],
    ['continuation-token', 'none'],
    ['csrf_token', 'none'],
    ['csrf_secret', 'secret'],
    ['oauth_csrf', 'none'],
    ['form_key', 'none'],
    ['formkey', 'none'],
    ['platform_key', 'key'],
    ['Sec-WebSocket-Key', 'none'],
    ['Sec-Websocket-Key', 'none'],
    ['websocket_api_key', 'strong-key'],
    ['primary_key', 'none'],
    ['auth_hex', 'auth'],
    ['error_code', 'none'],
    ['', 'none'],
  ])('%s: %s', (name, kind) => {
    expect(nameKind(words(name))).toBe(kind);
  });

  it.each([
    ['adobe_token', true],
    ['shop_api', true],
    ['ACCESS2', true],
    ['shop_creds', true],
    ['adobe_token_url', false],
    ['adobe', false],
    ['recovery_code', false],
  ])('a name of a credential: %s %s', (name, expected) => {
    expect(namesCredential(words(name))).toBe(expected);
  });
});

describe('paths', () => {
  it.each([
    ['src/app.ts', 'code', false],
    ['README.md', 'prose', false],
    ['docs/guide.md', 'prose', true],
    ['Documentation/config.txt', 'prose', true],
    ['guides/source/start.md', 'prose', true],
    ['guidelines/start.md', 'prose', false],
    ['yarn.lock', 'lock', false],
    ['web/package-lock.json', 'lock', false],
    ['my-yarn.lock', 'config', false],
    ['config/app.yaml', 'config', false],
    ['app.test.ts', 'code', true],
    ['test/app.go', 'code', true],
    ['app_specs.rb', 'code', true],
    ['a/__tests__/b.yml', 'config', true],
    ['contest/app.yml', 'config', false],
    ['protest/app.yml', 'config', false],
    ['src/dockerTest/app.yml', 'config', true],
    ['src/testFixtures/app.yml', 'config', true],
    ['src/main/TokenTests.java', 'code', true],
    ['src/main/Tests.java', 'code', true],
    ['src/main/Contest.java', 'code', false],
    ['t/app.yml', 'config', true],
    ['at/app.yml', 'config', false],
    ['latest.yml', 'config', false],
    ['app.tsx.orig', 'config', false],
    ['.env.example', 'config', true],
    ['src/assets/locale/locale.constant-da_DK.json', 'translation', false],
    ['locales/de.yml', 'translation', false],
    ['messages_pt_BR.properties', 'translation', false],
    ['app/res/values-fr/strings.xml', 'translation', false],
    ['lang/nl/auth.php', 'translation', false],
    ['i18n/pt-BR.ts', 'translation', false],
    ['po/de.po', 'translation', false],
    ['Resources.de.resx', 'translation', false],
    ['src/languages/typescript/server.ts', 'code', false],
    ['src/i18n/index.ts', 'code', false],
    ['slang/a.yml', 'config', false],
  ])('%s: %s, of examples %s', (path, kind, example) => {
    expect(PATH_CLASSES[pathClass(path)]).toEqual({ kind, example });
  });

  it('has a class for every kind, in examples and outside', () => {
    expect(new Set(PATH_CLASSES.map(({ kind, example }) => `${kind} ${example}`)).size).toBe(10);
  });
});

/** Letters of a run that words of four and more can cover: each place is the end of a word, or is left out. */
function mostCovered(run: string): number {
  const best = [0];
  for (let end = 1; end <= run.length; end++) {
    const ways = best.map((covered, start) => (isInside(run.slice(start, end)) ? covered + end - start : covered));
    best.push(Math.max(...ways));
  }
  return best[run.length] ?? 0;
}

function isInside(word: string): boolean {
  return word.length >= 4 && WORDS.has(word);
}

describe('words', () => {
  it.each([
    ['correctAccount', 1],
    ['access-account', 1],
    ['ACCOUNT', 1],
    ['APIAccount', 1],
    ['apiaccount', 0.7],
    ['api', 1],
    ['qzkv', 0],
    ['1234', 0],
    ['', 0],
    ['account-qzkvwxj', 0.5],
    ['qapiq', 0],
    ['accountaccess', 1],
    ['accountqaccess', 13 / 14],
    ['account'.repeat(10), 0],
  ])('cover of %s is %d', (text, expected) => {
    expect(wordCover(text)).toBeCloseTo(expected);
  });

  it('cover as much of a run as they can without overlapping', () => {
    const piece = fc.constantFrom('account', 'access', 'count', 'cess', 'pass', 'password', 'words', 'a', 's', 'qz');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 3, maxLength: 8 }), (pieces) => {
        const run = pieces.join('');
        fc.pre(run.length >= 4);
        expect(wordCover(run)).toBeCloseTo(mostCovered(run) / run.length);
      }),
    );
  });

  it('likeness is high for words, low for what was drawn, and nothing without pairs', () => {
    expect(wordLikeness('thereabouts')).toBeGreaterThan(0.5);
    expect(wordLikeness('qzkvwxjqpz')).toBeLessThan(-1);
    expect(wordLikeness('a1b2c3')).toBe(0);
    expect(wordLikeness('th')).toBe(3);
    expect(wordLikeness('TH')).toBe(wordLikeness('th'));
    expect(wordLikeness('t1h')).toBe(0);
    expect(wordLikeness('az')).toBe(wordLikeness('1az['));
    expect(wordLikeness('')).toBe(0);
  });
});

const features = (marked: string): Readonly<Record<string, number>> => {
  const assigned = readAssignment(input(marked));
  const kind = nameKind(assigned.words);
  if (kind === 'none') throw new Error(`not the name of a credential: ${assigned.name}`);
  return Object.fromEntries(featuresOf(assigned, kind));
};
const has = (name: string, marked: string): boolean => (features(marked)[name] ?? 0) !== 0;
const value = (text: string): string => `api_‹key="¦${text}›"`;

describe('features of values', () => {
  it.each([
    ['length 4', 'abc'],
    ['length 4', 'abcde'],
    ['length 6', 'abcdef'],
    ['length 8', 'abcdefgh'],
    ['length 12', 'abcdefghijkl'],
    ['length 20', make(make.base62, 20)],
    ['length 20', make(make.base62, 39)],
    ['length 40', make(make.base62, 40)],
    ['length 80', make(make.base62, 80)],
    ['lower case', 'qzkvwx'],
    ['upper case', 'QZKVWX'],
    ['lower case and digits', 'qzkvwx7'],
    ['upper case and digits', 'QZKVWX7'],
    ['mixed case', 'qzKVwx'],
    ['mixed case and digits', 'qzKVwx7'],
    ['all digits', '829471'],
    ['hex', '0123456789abcdef'],
    ['hex', '0x0123456789ABCDEF'],
    ['UUID', '3f1c8a20-7b4e-4d19-9c66-a1b2c3d4e5f6'],
    ['base64 padding', 'qzKVwx7='],
    ['identifier', 'my_account'],
    ['identifier', '$_name'],
    ['several words', 'accountAccess'],
    ['several words', 'account-access'],
    ['a password by the rules', 'Qz8!'],
    ['dots or slashes', 'a.b'],
    ['dots or slashes', 'q/z'],
    ['names a secret', 'myTokenX'],
    ['says it is a trial', 'mockvalue'],
  ])('%s: %s', (name, text) => {
    expect(features(value(text))).toMatchObject({ [name]: 1, [`strong-key ${name}`]: 1 });
  });

  it.each([
    ['lower case', 'qzkvwx-'],
    ['upper case', 'QZKVWX_'],
    ['lower case and digits', '0123456789abcdef'],
    ['upper case and digits', '0123456789ABCDEF'],
    ['all digits', '8294-71'],
    ['hex', '0123456789abcde'],
    ['hex', '0123456789abcdeF'],
    ['UUID', '3f1c8a20-7b4e-4d19-9c66-a1b2c3d4e5f67'],
    ['base64 padding', 'qz=KV'],
    ['identifier', 'myaccount'],
    ['identifier', 'my-account7'],
    // In time that does not double with each part.
    ['identifier', `${'a_'.repeat(40)}7`],
    ['several words', 'account'],
    ['several words', 'qzkvw-xjqzk'],
    ['a password by the rules', 'qz8-x'],
    ['a password by the rules', 'qzk!x'],
    ['a password by the rules', `Qz8!${make(make.base62, 40)}`],
    ['dots or slashes', '1.2'],
    ['names a secret', 'qzkvwx'],
    ['says it is a trial', 'qzkvwx'],
  ])('not %s: %s', (name, text) => {
    expect(has(name, value(text))).toBe(false);
  });

  it('are shares where they can be more or less', () => {
    const amounts = features(value('ab12-/!Z'));
    expect(amounts).toMatchObject({ digits: 0.25, signs: 0.375, 'odd signs': 0.125, switches: 3 / 8 });
    expect(features(value('abcd'))).toMatchObject({ entropy: 1, 'strong-key': 1 });
    expect(features(value('aabb'))['entropy']).toBeCloseTo(0.5);
    expect(features(value('ab'))['entropy']).toBeCloseTo(0.5);
    expect(features(value('account'))['of words']).toBe(1);
  });
});

describe('features of the form', () => {
  it.each([
    ['quoted', `api_‹key="¦${mixed}›"`, `api_‹key=¦${mixed}›`],
    ['strong-key quoted', `api_‹key="¦${mixed}›"`, `api_‹key=¦${mixed}›`],
    ['colon', `api_‹key: ¦${mixed}›`, `api_‹key=¦${mixed}›`],
    ['equals sign', `api_‹key=¦${mixed}›`, `api_‹key: ¦${mixed}›`],
    ['argument', `"api_‹key", "¦${mixed}›"`, `api_‹key="¦${mixed}›"`],
    ['call', `api_‹key = decode("¦${mixed}›")`, `api_‹key("¦${mixed}›")`],
    ['strong-key call', `api_‹key = decode("¦${mixed}›")`, `api_‹key("¦${mixed}›")`],
    ['setter', `api_‹key("¦${mixed}›")`, `api_‹key=("¦${mixed}›")`],
    ['compared', `api_‹key == "¦${mixed}›"`, `api_‹key = "¦${mixed}›"`],
    ['compared', `api_‹key !== b'¦${mixed}›'`, `api_‹key >= "¦${mixed}›"`],
    ['list', `api_‹keys = ["¦${mixed}›"]`, `api_‹key = "¦${mixed}›"`],
    ['element', `<api_‹key>¦${mixed}›<`, `api_‹key=¦${mixed}›`],
    ['question mark', `api_‹key ?= ¦${mixed}›`, `api_‹key = ¦${mixed}›`],
    ['query', `/?api_‹key=¦${mixed}›`, `api_‹key=¦${mixed}›`],
    ['option', `--api-‹key=¦${mixed}›`, `api-‹key=¦${mixed}›`],
    ['more text', `api_‹key="¦${mixed}›" and more`, `api_‹key="¦${mixed}›" 7`],
    ['end of statement', `api_‹key="¦${mixed}›" ;`, `api_‹key="¦${mixed}›" x`],
    ['end of statement', `api_‹key="¦${mixed}›"`, `api_‹key="¦${mixed}›" x`],
    ['comment', `  // api_‹key=¦${mixed}›`, `x // api_‹key=¦${mixed}›`],
    ['comment', `# api_‹key=¦${mixed}›`, `! api_‹key=¦${mixed}›`],
    ['trial', `expect(api_‹key).toBe("¦${mixed}›")`, `expand(api_‹key).toBe("¦${mixed}›")`],
    ['trial', `run test api_‹key="¦${mixed}›"`, `run contest api_‹key="¦${mixed}›"`],
    ['name of a trial', `mock_api_‹key="¦${mixed}›"`, `main_api_‹key="¦${mixed}›"`],
    ['name in capitals', `API_‹KEY="¦${mixed}›"`, `API_‹key="¦${mixed}›"`],
    ['bare name', `‹password="¦${mixed}›"`, `db_‹password="¦${mixed}›"`],
    ['long name', `the_main_api_‹key="¦${mixed}›"`, `main_api_‹key="¦${mixed}›"`],
    ['plural name', `api_‹keys="¦${mixed}›"`, `db_‹pass="¦${mixed}›"`],
  ])('%s', (name, marked, other) => {
    expect(has(name, marked)).toBe(true);
    expect(has(name, other)).toBe(false);
  });

  it('and of the kind of file', () => {
    expect(inCode(`api_‹key="¦${mixed}›"`)).toEqual({ 'in code': 1 });
    expect(inCode(`api_‹key=¦${mixed}›`)).toEqual({ 'in code': 1, 'bare in code': 1 });
  });
});

describe('rejected', () => {
  it.each([
    ['a password of three characters', '‹password="¦q8Z›"', '‹password="¦q8Zr›"'],
    ['a token of six', '‹token="¦q8Zr2v›"', '‹token="¦q8Zr2vL›"'],
    ['a plain key of eleven', 'lookup_‹key="¦q8Zr2vLp0Kx›"', `lookup_‹key="¦${mixed}›"`],
    ['what is longer than 512', `‹token="¦${make(make.base62, 513)}›"`, `‹token="¦${make(make.base62, 512)}›"`],
    ['calls', '‹token="¦lookup.at(q8Zr2v)›"', '‹token="¦lookup.at(q8Zr2v›"'],
    ['members', '‹token="¦settings.q8Zr2vLp›"', '‹token="¦q8Zr2vLp.settings›"'],
    ['addresses', '‹token="¦q8Zr@shop.example.io›"', '‹token="¦q8Zr@shop›"'],
    ['paths', '‹token="¦./q8Zr2vLp0Kx7›"', '‹token="¦q./8Zr2vLp0Kx7›"'],
    ['versions', '‹token="¦^10.2.2-q8Zr›"', '‹token="¦q10.2.2-8Zr›"'],
    ['several ranges of versions', '‹password="¦^6.4|^7.0›"', '‹password="¦^6.4|^q7.0›"'],
    ['how dates are written', '‹password="¦yyyyMMddHHmmss›"', '‹password="¦MMddHHmmss›"'],
    ['how dates are written, with signs', "‹token='¦YYYY-MM-DDTHH:mm›'", "‹token='¦YYYY-MM-DDTHH:mm8›'"],
    [
      'hashes with their name',
      `‹password="¦{bcrypt}$2a$10$${make(make.base62, 53)}›"`,
      `‹password="¦{noop}${random}›"`,
    ],
    [
      'hashes of yescrypt',
      `‹password="¦$y$j9T$${make(make.base62, 22)}›"`,
      `‹password="¦$z$j9T$${make(make.base62, 22)}›"`,
    ],
    ['keys of Minisign', `‹token="¦RWT${make(make.base62, 53)}›"`, `‹token="¦RWU${make(make.base62, 53)}›"`],
    [
      'scopes of signatures',
      `‹credential="¦${make(make.upperAlnum, 20)}/20240506/eu-west-1/s3/aws4_request›"`,
      `‹credential="¦${make(make.upperAlnum, 20)}/20240506/eu-west-1/s3/aws5_request›"`,
    ],
    ['more than one parameter', '‹pass=¦82947&id=3›', '‹pass=¦82947&id-3›'],
    ['characters in percent', '‹password="¦%F0%9F%92%A9›"', '‹password="¦%F0%9F%92%A9q8Zr›"'],
    ['few characters, one in percent', '‹password="¦%40c8›"', '‹password="¦%40c8Z›"'],
    ['base64 of a few bytes', '‹token="¦q8Zr2v==›"', '‹password="¦q8Zr2v==›"'],
    ['short base64 of a word', '‹password="¦dG9rZW4=›"', '‹password="¦q8Zr2vL=›"'],
    [
      'tokens of badges',
      `](https://shop.io/graph/badge.svg?‹token=¦${mixed}›)`,
      `](https://shop.io/graph/badge.png?‹token=¦${mixed}›)`,
    ],
    ['the code of Palau', "'‹PW' => '¦Palaos›',", '‹PW=¦Palaos›'],
    ['another name', "'‹PW' => '¦Palaos›',", "'‹PWD' => '¦Palaos›',"],
    ['other values', "'‹PW' => '¦i-Palau›',", "'‹PW' => '¦Palau7›',"],
    ['dates', '‹token="¦2024-05-06q8Zr›"', '‹token="¦2024-05-0q8Zr6›"'],
    ['names of files', '‹token="¦q8Zr2vLp.json›"', '‹token="¦q8Zr2vLp.jso›"'],
    ['public keys', `‹token="¦ssh-rsa${random}›"`, `‹token="¦xssh-rsa${random}›"`],
    ['what is encrypted', `‹token="¦{cipher}${random}›"`, `‹token="¦{cipher${random}›"`],
    ['ids of analytics', '‹token="¦UA-829471650-1›"', '‹token="¦UA-829-q8Zr2v›"'],
    ['signs alone', '‹password="¦<>{}[]-+›"', '‹password="¦<>{q8Zr[]-+›"'],
    ['formats', '‹password="¦q8Zr%s2v›"', '‹password="¦q8Zr%q2v›"'],
    ['packages', '‹password="¦@shop/q8Zr2v›"', '‹password="¦@4shop/q8Zr2v›"'],
    ['ends of calls', '‹password="¦);q8Zr2v›"', '‹password="¦)q8Zr2v›"'],
    ['what follows a string in code', "‹password='¦,[me.q8Zr]]:['›", "‹password='¦,8[me.q8Zr]]:['›"],
    ['counts', '‹password="¦82947›"', '‹password="¦829471›"'],
    ['words of types', '‹password="¦undefined›"', '‹password="¦underdefined›"'],
    ['calls without quotes', '‹password=¦lookup[q8Zr2v›', '‹password="¦lookup[q8Zr2v›"'],
    ['fillers at the end', '‹password="¦q8Zr2vxxx›"', '‹password="¦q8Zr2vxx›"'],
    ['templates', '‹password="¦q8Zr2vLp${x}›"', '‹password="¦q8Zr2vLp$x›"'],
    ['URLs', '‹password="¦q8Zr://2vLp›"', '‹password="¦q8Zr:/2vLp›"'],
    ['the name again', 'shop_q8Zr_‹password="¦Q8zr-Password›"', 'shop_q8Zr_‹password="¦Q8zr-Passworx›"'],
    ['nothing between them', `‹password ¦${mixed}›`, `‹password=¦${mixed}›`],
    ['words behind an option', '--‹password ¦qzkvwxjq›', `--‹password ¦${mixed}›`],
    ['what follows a call', `f("‹password"), "¦${mixed}›"`, `f("‹password", "¦${mixed}›"`],
    ['links', `the ‹secret ([¦${mixed}›](https://shop.io))`, `the ‹secret: [¦${mixed}›]`],
    ['entries of a store', `‹password = credentials('¦${mixed}›')`, `‹password = decode('¦${mixed}›')`],
    ['look-ups', `‹password = getSecret("¦${mixed}›")`, `‹password = target("¦${mixed}›")`],
    ['verdicts of tests', '--- ‹PASS: ¦TestLogin7›', '--- ‹pass: ¦TesLogin7›'],
    ['calls behind it', `‹password = ¦${mixed}›.get(x)`, `‹password = ¦${mixed}›,get(x)`],
    ['the end of base64', `${'q8Zr'.repeat(11)}/‹pw=¦${mixed}›`, `${'q8Zr'.repeat(5)}/‹pw=¦${mixed}›`],
    ['wide columns', `‹password          | ¦${mixed}›`, `‹password | ¦${mixed}›`],
    ['words in columns', '‹password` | ¦Kennwort›', '‹password` | ¦Kennwort7›'],
    ['what a function gets', '($‹password) | ¦b64dec7›', '$‹password | ¦b64dec7›'],
    [
      'UUIDs of rows',
      '‹first_key: "¦9e858021-953f-4dd3-8842-f2c782780422›"',
      '‹api_key: "¦9e858021-953f-4dd3-8842-f2c782780422›"',
    ],
    ['sealed secrets', `‹password="¦AgBy${make(make.base62, 160)}›"`, `‹password="¦AgZy${make(make.base62, 160)}›"`],
    ['ids of keys', '‹key=¦13B6F51ECDDE430D›', '‹key=¦13B6F51ECDDE430D7›'],
    ['base64 of a user and a word', '‹secret="¦YWxpY2U6c2VjcmV0LXBhc3N3ZA==›"', '‹secret="¦YWxpY2U6cThacjJ2THAwS3g3›"'],
    ['addresses of version 4', '‹token="¦10.24.0.117:8443›"', '‹token="¦10q24.0.117:8443›"'],
    ['addresses of version 6', '‹token="¦2001:db8:0:42::7334›"', '‹token="¦2001:db8:0:42:7334›"'],
    ['entries of a directory', '‹password="¦cn=q8Zr,ou=people,dc=shop›"', '‹password="¦qn=q8Zr,ou=people,dc=shop›"'],
    ['regular expressions', '‹password="¦^.{8,32}$›"', '‹password="¦^.{8,32}q8›"'],
    ['regular expressions of a class', '‹token="¦^[a-z0-9_-]+$›"', '‹token="¦^q8Zr2vLp$›"'],
    ['sessions of Ruby', `‹secret="¦BAh7${mixed}›"`, `‹secret="¦BAx7${mixed}›"`],
    ['salted hashes', `‹password="¦{q8Zr}${make(make.hex, 32)}›"`, `‹password="¦{q8Zr}${make(make.base62, 32)}›"`],
    ['the head of a token', '‹token="¦eyJhbGciOiJIUzI1NiJ9›"', `‹token="¦eyJhbGciOi${make(make.base62, 48)}›"`],
    [
      'base64 of a hash',
      `‹secret="¦${base64(`q8:{SHA}${make(make.base62, 27)}=`)}›"`,
      `‹secret="¦${base64(`q8:{SHO}${make(make.base62, 27)}=`)}›"`,
    ],
    [
      'base64 of an object of words',
      `‹secret="¦${base64('{"user":"shop","pass":"1234"}')}›"`,
      `‹secret="¦${base64('{"user":"shop","pass":"q8Zr2vLp"}')}›"`,
    ],
    [
      'tokens of forms',
      `{"‹token": "¦${mixed}›", "header": "X-CSRF-Token"}`,
      `{"‹token": "¦${mixed}›", "header": "X-CSR-Token"}`,
    ],
    ['members of public keys', `PublicKey{‹Key: "¦${mixed}›"}`, `PrivateKey{‹Key: "¦${mixed}›"}`],
    [
      'public keys of NATS',
      `‹nkey: ¦${natsKey}›`,
      `‹nkey: ¦${natsKey.slice(0, -1)}${natsKey.endsWith('A') ? 'B' : 'A'}›`,
    ],
    [
      'base64 of words in disguise',
      `‹secret="¦${base64('s3cr3t-ch@nnel')}›"`,
      `‹secret="¦${base64('q3zr3v-lp@kxxl')}›"`,
    ],
    [
      'hashes of passwords',
      `encoder.matches("‹password", "¦${make(make.hex, 32)}›")`,
      `encoder.patches("‹password", "¦${make(make.hex, 32)}›")`,
    ],
    ['ids of keys of GPG', '‹gpg_signing_key=¦13B6F51E›', '‹jpg_signing_key=¦13B6F51E›'],
    ['words in disguise', '‹password="¦ch@nnel_v4lue›"', '‹password="¦qh@xxzl_v4lue›"'],
    [
      'what is no pair behind Basic',
      '‹Authorization: Basic ¦q8Zr2vLp0Kx7q8Zr2vLp0Kx8›',
      '‹Authorization: Token ¦q8Zr2vLp0Kx7q8Zr2vLp0Kx8›',
    ],
    ['words of other languages', '‹password="¦Jelsz\xf3\xf3\xf3›"', '‹password="¦Jelsz8\xf3r2!›"'],
  ])('%s', (_, marked, other) => {
    expect(rejected(marked)).toBe(true);
    expect(rejected(other)).toBe(false);
  });

  it('passwords that everybody knows, in examples and in prose', () => {
    expect(rejectedIn('code', '‹password = "¦Swordfish7›"', true)).toBe(true);
    expect(rejectedIn('prose', '‹password = "¦swordfish›"')).toBe(true);
    expect(rejectedIn('code', '‹password = "¦swordfish›"')).toBe(false);
    expect(rejectedIn('code', '‹password = "¦swordfishq›"', true)).toBe(false);
  });

  it.each([
    ['a word', 'meandering'],
    ['a word and a number', 'Harvest50'],
    ['an animal', 'wombat'],
    ['a place', 'hawaii50'],
    ['the beginning of a number', '2b1f325'],
  ])('what tests make up: %s', (_, word) => {
    expect(rejectedIn('config', `‹password: "¦${word}›"`, true)).toBe(true);
    expect(rejectedIn('config', `‹password: "¦${word}›"`)).toBe(false);
  });

  it.each(['qzkvwxjq', 'meanderings-of-q8', 'Harvest5011', '2813255', '0279bf37a1'])('and no %s', (other) => {
    expect(rejectedIn('config', `‹password: "¦${other}›"`, true)).toBe(false);
  });

  it('less of a word is enough in prose', () => {
    expect(rejectedIn('prose', '‹password: "¦aditya›"', true)).toBe(true);
    expect(rejectedIn('code', '‹password: "¦aditya›"', true)).toBe(false);
  });

  it.each(['Adgangskode', 'MQTT-wachtwoord', 'Wachtwoordzin.', 'contrase\xf1a', 'LwM2M-clientsleutel'])(
    'words of translations: %s',
    (word) => {
      expect(rejectedIn('translation', `"‹password": "¦${word}›"`)).toBe(true);
      expect(rejectedIn('config', `"‹password": "¦${word}›"`)).toBe(false);
    },
  );

  it('and nothing else in translations', () => {
    for (const other of [mixed, 'Kundendienst#1', 'Adgangskode7', '-geheim'])
      expect(rejectedIn('translation', `"‹password": "¦${other}›"`)).toBe(false);
  });

  it('weighs in translations as in configuration', () => {
    const line = verdicts(`db_‹password: "¦${random}›"`);
    expect(line['translation false']).toBe(line['config false']);
  });

  it('in code and prose, where it stands without quotes', () => {
    expect(rejectedIn('code', '‹token = ¦someOther7›')).toBe(true);
    expect(rejectedIn('code', `‹token = ¦${mixed}›`)).toBe(false);
    expect(rejectedIn('code', '‹token = ¦q8Zr2vL›')).toBe(true);
    expect(rejectedIn('code', '‹token = ¦q8Zr_2vLp0›')).toBe(true);
    expect(rejectedIn('code', '‹token = ¦account7access7x›')).toBe(true);
    expect(rejectedIn('code', '‹token = "¦someOther7›"')).toBe(false);
    expect(rejectedIn('code', '/?‹token=¦someOther7›')).toBe(false);
    expect(rejectedIn('code', '‹-Password ¦some@Other›')).toBe(false);
    expect(rejectedIn('code', '‹-Password ¦someOther›')).toBe(true);
    expect(rejectedIn('config', '‹token = ¦someOther7›')).toBe(false);
    expect(rejectedIn('prose', '‹token: ¦someOther7› is not here')).toBe(true);
    expect(rejectedIn('prose', '‹token: ¦someOther7› 7 is')).toBe(false);
    expect(rejectedIn('config', '‹token: ¦someOther7› is not here')).toBe(false);
  });
});

function sumOf(all: Features): number {
  return [...all].reduce((total, [name, amount]) => total + weightOf(name) * amount, 0);
}

describe('what is told and what is judged', () => {
  const names = fc.constantFrom('db_‹password', 'api‹Key', 'first_‹key', 'test-‹token', 'client‹Secret', 'basic_‹auth');
  const signs = fc.constantFrom('=', ' = "', ': ', ": '", '("', ' == "', ', "', ' => [', '=>"', ' | ');
  const parts = fc.constantFrom(
    'q8Zr2vLp',
    'Account',
    'pass',
    '0123456789abcdef',
    '-',
    '!',
    '/',
    '=',
    'xxx',
    '://',
    '.js',
  );
  const values = fc.array(parts, { minLength: 1, maxLength: 5 }).map((each) => each.join(''));
  const behind = fc.constantFrom('"', "'", '', '");', ' and more', '](x)', '.get(x)');
  const assignments = fc
    .tuple(names, signs, values, behind)
    .map(([name, sign, text, after]) => input(`x ${name}${sign}¦${text}›${after}`));

  it('weigh the same', () => {
    fc.assert(
      fc.property(assignments, (candidate) => {
        const assigned = readAssignment(candidate);
        const kind = nameKind(assigned.words);
        const score = scoreOf(assigned, kind, scoreOfValue(assigned.value, kind));
        expect(score).toBe(BIAS + sumOf(featuresOf(assigned, kind)));
        for (const [index, path] of PATH_CLASSES.entries())
          expect(scoreAt(score, assigned, index)).toBeCloseTo(
            score +
              sumOf(featuresAt(assigned, path)) +
              (path.kind === 'lock' ? LOCK_FILE : 0) +
              (path.example ? EXAMPLE_FOLDER : 0),
          );
      }),
      { numRuns: 1000 },
    );
  });

  it('turn the same away', () => {
    fc.assert(
      fc.property(assignments, (candidate) => {
        const assigned = readAssignment(candidate);
        const kind = nameKind(assigned.words);
        const found = rejectionOfValue(assigned.value, kind) ?? rejectionOfPlace(assigned);
        expect(found === undefined).toBe(rejection(assigned, kind) === undefined);
        if (found !== undefined) expect(judgeAssignment(candidate)).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  it('read the same name', () => {
    fc.assert(
      fc.property(assignments, fc.boolean(), fc.boolean(), (candidate, isNamed, isItem) => {
        const { valueStart, value: text, wholeStart } = candidate;
        const named = isNamed
          ? {
              name: { start: wholeStart, end: wholeStart + 3 },
              item: isItem ? { end: valueStart + text.length, entry: undefined } : undefined,
            }
          : {};
        expect(nameOf({ ...candidate, ...named })).toBe(readAssignment({ ...candidate, ...named }).name);
      }),
    );
  });
});

describe('the verdict', () => {
  it('is none for what names nothing or is rejected', () => {
    expect(judgeAssignment(input(`shop_‹author="¦${random}›"`))).toBeUndefined();
    expect(judgeAssignment(input('‹password="¦${DB_PASSWORD}›"'))).toBeUndefined();
    expect(judgeAssignment(input('‹password="¦customer account›"'))).toBeUndefined();
  });

  it('is less sure in examples, and leaves out code without quotes', () => {
    expect(verdicts(`db_‹password: "¦${random}›"`)).toMatchObject({ 'config false': 'medium', 'config true': 'low' });
    const bare = verdicts('db_‹password: ¦Kundendienst#1›');
    expect(bare['code false']).toBeUndefined();
    expect(bare['config false']).toBeDefined();
  });

  it('weighs lock files down', () => {
    const line = verdicts(`db_‹password: "¦${random}›"`);
    expect([line['config false'], line['lock false'], line['lock true']]).toEqual(['medium', 'low', 'low']);
  });
});
