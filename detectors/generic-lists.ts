import type { Detector } from '../src/model/detector.ts';

/** Words in the names of lists and sections of secrets. What follows them in the name is left to its judge. */
const words = [
  'password',
  'passwd',
  'passphrase',
  'passcode',
  'pwd',
  'secret',
  'token',
  'credential',
  'keys',
  ...['api', 'access', 'auth', 'private', 'secret', 'signing', 'encryption', 'master', 'shared'].flatMap((kind) => [
    `${kind}_key`,
    `${kind}key`,
    `${kind}-key`,
  ]),
];

/** How the title of a section ends. */
const SECTION_ENDS = words.flatMap((word) => [`${word}]`, `${word}s]`]);

/** A match begins at an anchor, so its first letters are known. */
const NAME = '(?<name>[a-z]{3}[\\w-]{0,40})["\'`]?';
/** `: string[]`, `: [&str; 3]`, `[3]`, between a name and the sign behind it. */
const TYPE = '(?:\\[\\d{0,4}\\])?(?:[ \\t]?:[ \\t]?[a-z&\\[][\\w&<>\\[\\]; ,.]{1,40}(?==))?';
const SIGN = `${TYPE}[ \\t]{0,12}(?:=>|:=|[:=])\\s{0,40}`;
/** `Arrays.asList(`, `Set.of(`, `new HashSet<>(`, `listOf(`, `frozenset(`, `qw(`. */
const CALL =
  '(?:new[ ]|[a-z]{1,24}\\.)?(?:aslist|of|listof|setof|arrayof|frozenset|set|list|tuple|array|freeze|hashset(?:<\\w{0,16}>)?|qw)(?=\\()';
/** `[]string{`, `new List<string> {`, `map[string]string{`, or the brace alone. */
const BRACE =
  '(?:new[ ]?)?[a-z.]{0,24}(?:<[\\w.<>, ]{1,32}>)?(?:\\[\\w{0,8}\\])?[a-z]{0,16}(?:\\(\\))?[ \\t]{0,2}(?=\\{)';
/** What begins a list. It is told from behind: what stands before the bracket is looked at only where there is one. */
const OPEN = `[\\w.&!%@<>, \\[\\]]{0,48}?[\\[({](?<=[:=>]\\s{0,40}(?:${CALL}|${BRACE}|&|vec!|%w|@)?[\\[({])(?:\\s{0,40}[a-z.]{0,24}[\\[({])?(?<!\\{\\{)(?!\\{)`;

const QUOTED = '(?:"(?:[^"\\\\\\n]|\\\\.){0,300}"|\'(?:[^\'\\\\\\n]|\\\\.){0,300}\'|`[^`\\\\\\n]{0,300}`)';
/** What follows it is no part of it, so that there is one way to read a list. */
const BARE = '[^\\s"\'`,;<>(){}\\[\\]\\\\#/:=+-][^\\s"\'`,;<>(){}\\[\\]\\\\]{0,256}(?<!:)';
/** The same in YAML and INI, where it is a line's. */
const WORD = '[^\\s"\'`#&*!|<>(){}\\[\\],;%@-][^\\s"\'`<>(){}\\[\\],;]{0,256}(?<!:)';
const KEY = '["\'`]?[\\w.@][\\w.@/-]{0,63}["\'`]?';

const GAP = '(?:[\\s,;]|(?:#|//|--)[^\\n]{0,300}\\n)';
/** Elements in brackets, with commas or blanks, line ends and comments between them. */
function inBrackets(element: string): string {
  return `${SIGN}${OPEN}(?<items>${GAP}{0,80}${element}(?:[\\s,;]${GAP}{0,200}${element}){0,400}${GAP}{0,80})[\\])}]`;
}

const COMMENT = '[#;][^\\r\\n]{0,300}';
const LINE_END = `[ \\t]{0,40}(?:${COMMENT})?(?=\\r?$)`;
/** Lines of one element each, of a comment or of nothing. */
function inLines(element: string): string {
  return `${LINE_END}(?<items>(?:\\r?\\n[ \\t]{0,40}(?:${element}(?:[ \\t]{1,40}(?:${COMMENT})?)?|${COMMENT})?(?=\\r?$)){1,400})`;
}

const LIST = inBrackets(`(?:[bru]?${QUOTED}|${BARE})`);
const BLOCK_LIST = `[ \\t]{0,2}:${inLines(`-[ \\t]{1,8}(?:${QUOTED}|${WORD})`)}`;
const ROW = `[ \\t]?=[ \\t]?(?<items>${WORD}(?:,[ \\t]?${WORD}){1,200})(?=[ \\t]{0,8}\\r?$)`;

const SECTION = inBrackets(`${KEY}\\s{0,20}(?:=>|[:=])\\s{0,20}(?:[bru]?${QUOTED}|${BARE})`);
const BLOCK_SECTION = `[ \\t]{0,2}:${inLines(`(?<=[ \\t])${KEY}[ \\t]{0,8}:[ \\t]{1,8}(?:${QUOTED}|${WORD})`)}`;
const INI_SECTION = `(?<=^[ \\t]{0,8}\\[[\\w.:" -]{1,48})\\]${inLines(`${KEY}[ \\t]{0,12}[=:][ \\t]{0,12}(?:${QUOTED}|${WORD})`)}`;

/** One value of a list; what is in quotes and no word, and what a comment says, is passed over. */
const VALUES = values('');
/** A key that is the secret itself, of whoever stands behind it: it has digits, and the other has none. */
const OWNED =
  '["\'`](?<secret>(?=[a-z_.-]{0,64}\\d)[^\\s"\'`\\\\]{16,256})["\'`]\\s{0,20}(?:=>|[:=])\\s{0,20}["\'`][a-z_.@ -]{2,32}["\'`]';
/** The same behind its key. */
const ENTRIES = values('["\'`]?(?<entry>[\\w.@][\\w.@/-]{0,63})["\'`]?\\s{0,20}(?:=>|[:=])\\s{0,20}[bru]?', OWNED);

function values(key: string, ...others: readonly string[]): RegExp {
  const quoted = ['"', "'", '`'].map(
    (quote) => `${quote}(?:(?!#[0-9a-f]{3,8}${quote})(?<secret>[^\\s"'\`\\\\]{4,256})|[^${quote}\\n]{0,300})${quote}`,
  );
  const bare = '(?<![^\\s,=:({\\[])(?<secret>(?!#)[^\\s"\'`,;<>(){}\\[\\]\\\\]{4,256})(?=[\\s,\\])}]|$)';
  return new RegExp(
    [...others, `${key}(?:${[...quoted, bare].join('|')})`, '(?<![^\\s,])(?:#|//|--)[^\\n]{0,300}'].join('|'),
    'i',
  );
}

const rotate =
  'Find out what each value opens, change it there, and read the new ones from the environment or a secret store.';
const docs = 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html';

/** Longest list that is looked at, in bytes. */
const LONGEST = 8192;

type Examples = (first: string, second: string) => readonly (readonly [text: string, path: string])[];

/** Secrets of which several stand behind one name. */
interface Several {
  readonly id: string;
  readonly title: string;
  /** Behind the name. */
  readonly pattern: string;
  readonly items: RegExp;
  readonly match: Examples;
  readonly noMatch: Examples;
}

const lists: readonly Several[] = [
  {
    id: 'generic-list-secret',
    title: 'Secret in a list',
    pattern: LIST,
    items: VALUES,
    match: (first, second) => [
      [`api_keys: [${first}, ${second}]\n`, 'config.yaml'],
      [`{\n  "allowedTokens": [\n    "${first}",\n    "${second}"\n  ]\n}`, 'config.json'],
      [`allowed_tokens = { "${first}", "${second}" }`, 'main.tf'],
      [`API_KEYS: frozenset[str] = frozenset({"${first}", '${second}'})`, 'app.py'],
      [`var apiKeys = []string{\n\t"${first}",\n\t"${second}", // ops\n}`, 'keys.go'],
      [`List<String> tokens = Arrays.asList("${first}", "${second}");`, 'Keys.java'],
      [`API_KEYS = %w[${first} ${second}].freeze`, 'keys.rb'],
      [`TOKENS=(${first} ${second})`, 'deploy.sh'],
    ],
    noMatch: (first, second) => [
      ['const tokens = ["select", "from", "where"];', 'lexer.js'],
      ['token: {{ .Values.api.token2 }}', 'secret.yaml'],
      [`checksums: [${first}, ${second}]\n`, 'config.yaml'],
      ['tokens = [first_token_of_user, second_token_of_user]', 'app.py'],
      [`password: ["${first} is wrong", "try again"]`, 'messages.js'],
      [`{"credentials": {"kid": "${first}", "sub": "${second}"}}`, 'key.json'],
    ],
  },
  {
    id: 'generic-block-list-secret',
    title: 'Secret in a list of lines',
    pattern: BLOCK_LIST,
    items: VALUES,
    match: (first, second) => [
      [`api_keys:\n  - ${first}  # old\n  - "${second}"\nport: 80\n`, 'config.yaml'],
      [`tokens:\n- ${first}\n\n- ${second}\nport: 80\n`, 'config.yaml'],
    ],
    noMatch: (first, second) => [
      ['tokens:\n  - ${FIRST_TOKEN}\n  - ${SECOND_TOKEN}\n', 'config.yaml'],
      [`checksums:\n  - ${first}\n  - ${second}\n`, 'config.yaml'],
      [`secrets:\n  - name: db-credentials\n    checksum: ${first}\n`, 'deploy.yaml'],
      ['secrets:\n  - pymdownx.tasklist:\n      custom: true\n', 'mkdocs.yml'],
    ],
  },
  {
    id: 'generic-row-secret',
    title: 'Secret in a row of them',
    pattern: ROW,
    items: VALUES,
    match: (first, second) => [
      [`API_KEYS=${first},${second}\n`, '.env'],
      [`auth.tokens = ${first}, ${second}\n`, 'app.properties'],
    ],
    noMatch: (first, second) => [
      [`CHECKSUMS=${first},${second}\n`, '.env'],
      ['login(token=user_token,\n', 'app.py'],
      ['API_KEYS=first-key-of-the-shop,second-key-of-the-shop\n', '.env'],
    ],
  },
  {
    id: 'generic-section-secret',
    title: 'Secret in a section',
    pattern: SECTION,
    items: ENTRIES,
    match: (first, second) => [
      [`{"passwords": {"alice": "${first}", "bob": "${second}"}}`, 'config.json'],
      [`const apiKeys = {\n  alice: '${first}',\n  bob: '${second}',\n};`, 'keys.js'],
      [`var tokens = map[string]string{\n\t"alice": "${first}",\n\t"bob": "${second}",\n}`, 'keys.go'],
      [`API_KEYS = {\n    '${first}': 'alice',\n    "${second}": "bob",\n}`, 'app.py'],
    ],
    noMatch: (first, second) => [
      ['const tokens = { plus: "+", minus: "-", arrow: "=>" };', 'lexer.js'],
      ['const tokens = { "color-of-the-background": "gray", "size-of-the-heading": "large" };', 'ui.js'],
      ['token: {{ .Values.api.token2 }}', 'secret.yaml'],
      ["const tokens = { keyword: '#098658', string: '#AF00DB' };", 'theme.js'],
      [`{"credentials": {"kid": "${first}", "sub": "${second}"}}`, 'key.json'],
    ],
  },
  {
    id: 'generic-block-section-secret',
    title: 'Secret in a section of lines',
    pattern: BLOCK_SECTION,
    items: ENTRIES,
    match: (first, second) => [[`tokens:\n  alice: ${first}\n  bob: "${second}"\nport: 80\n`, 'config.yaml']],
    noMatch: (first) => [
      [`auth:\n  password:\n  salt: ${first}\n`, 'values.yaml'],
      [`secrets:\n  url: ${first}\n`, 'values.yaml'],
      [`secretsBackend:\n  engine: ${first}\n`, 'values.yaml'],
      ['secrets:\n  alice: ${{ secrets.ALICE }}\n', 'workflow.yaml'],
    ],
  },
  {
    id: 'generic-ini-section-secret',
    title: 'Secret in a section of a configuration file',
    pattern: INI_SECTION,
    items: ENTRIES,
    match: (first, second) => [
      [`[api_keys]\nalice = "${first}"\nbob = "${second}"\n`, 'config.toml'],
      [`[secrets]\nalice=${first}\n\n; of the build\nbob=${second}\n[paths]\nroot=/srv\n`, 'config.ini'],
    ],
    noMatch: (first) => [
      ['[secrets]\nalice = <from the vault>\n', 'config.ini'],
      [`[secrets]\nurl = ${first}\n`, 'config.ini'],
      [`[tokens]\n[checksums]\nmain = ${first}\n`, 'config.ini'],
    ],
  },
];

/** Secrets of which several stand behind one name, each judged as if it stood there alone. */
export const genericLists: readonly Detector[] = lists.map(({ id, title, pattern, items, match, noMatch }) => ({
  id,
  title,
  provider: 'Generic',
  kind: 'other',
  identity: 'unknown',
  severity: 'medium',
  match: {
    anchors: pattern === INI_SECTION ? SECTION_ENDS : words,
    ignoreCase: true,
    pattern: new RegExp(`${NAME}${pattern}`, 'i'),
    items,
    maxLength: LONGEST,
    before: 160,
    proof: 'context',
    multiLine: true,
  },
  checks: [...(items === ENTRIES ? [{ check: 'section-entry' } as const] : []), { check: 'generic-assignment' }],
  rotate,
  docs,
  examples: {
    match: (make) => {
      const [first, second] = [make(make.base62, 24), make(make.base62, 32)];
      return match(first, second).flatMap(([text, path]) => [first, second].map((secret) => ({ text, secret, path })));
    },
    noMatch: (make) => noMatch(make(make.base62, 24), make(make.base62, 32)).map(([text, path]) => ({ text, path })),
  },
}));
