import type { Detector } from '../src/model/detector.ts';
import { anyCase } from './build/any-case.ts';
import { assignmentWithin } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { VALUE } from './build/secret-value.ts';

/** What goes before `key` in the names of keys that are secret. */
const keys = [
  'api',
  'access',
  'account',
  'private',
  'encryption',
  'signing',
  'master',
  'crypt',
  'cipher',
  'hmac',
  'aes',
  'jwt',
  'shared',
  'storage',
  'session',
  'subscription',
];

/** Words in the names of things that hold secrets. They start no RegExp: an assignment must follow them. */
const words = [
  'password',
  'passwd',
  'passphrase',
  'pass_phrase',
  'passcode',
  'pwd',
  'secret',
  'token',
  'auth',
  'credential',
  'ticket',
  ...assigned('pass'),
  ...assigned('pw'),
  ...assigned('psw'),
  ...keys.flatMap((kind) => [`${kind}_key`, `${kind}key`, `${kind}-key`]),
];

/** A common word: only where it ends a name and something is assigned to it. */
function assigned(word: string): readonly string[] {
  return ['=', ':', ' =', ' :', '  ', '!', ' !', '&#', '&quot', '"', "'", '\\'].map((end) => `${word}${end}`);
}

const options = [
  'password',
  'passwd',
  'passphrase',
  'pass',
  'pwd',
  'secret',
  'token',
  'api-key',
  'apikey',
  'access-key',
];

/** Any `key`: what is assigned must be long and look like one. */
const KEY_VALUE = '(?<=["\'`])[^\\s"\'`\\\\]{12,256}(?=\\\\?["\'`])|(?<!["\'`])[\\w+/.~-]{12,256}={0,2}';

const rotate =
  'Find out what the value opens, change it there, and read the new one from the environment or a secret store.';
const docs = 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html';

/** A JSON Web Token without a signature: nobody accepts it. */
const unsigned = [{ alg: 'none' }, { sub: 'shop-4711' }]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .join('.');

/** What its name and its looks alone make a secret, where no detector knows the format. */
export const generic: readonly Detector[] = [
  {
    id: 'generic-secret',
    title: 'Secret in an assignment',
    provider: 'Generic',
    kind: 'other',
    identity: 'unknown',
    severity: 'medium',
    match: {
      anchors: words,
      ignoreCase: true,
      // A match begins at an anchor, so its first letters are known.
      pattern: assignmentWithin('pw|[a-z]{3}', VALUE),
      proof: 'context',
    },
    checks: [{ check: 'generic-assignment' }],
    extract: ['assigned-user'],
    rotate,
    docs,
    examples: {
      match: (make) => [
        exampleLine('DB_PASSWORD=', make(make.base62, 20)),
        exampleLine('const apiKeyLive = "', make(make.base62, 32), '";'),
        exampleLine('  shared_secret: ', make(make.base62, 40)),
        exampleLine('{"auth_token":"', make(make.hex, 40), '"}'),
        exampleLine(
          "$config['smtp_pwd'] = '",
          `${make(make.base62, 6)}!${make(make.base62, 6)}#${make(make.base62, 4)}`,
          "';",
        ),
        exampleLine('export JENKINS_TOKEN=', make(make.hex, 34)),
        exampleLine('const smtpPass          = "', make(make.base62, 16), '";'),
        exampleLine('if login.Password != "', make(make.base62, 16), '" {'),
        exampleLine('{&#34;password&#34;: &#34;', make(make.base62, 16), '&#34;}'),
        exampleLine('s:13:"shop_password";s:16:"', make(make.base62, 16), '";'),
        exampleLine('pw = "', make(make.base62, 16), '"'),
        exampleLine(
          'smtp_password: "',
          `${make(make.base62, 8)}'${make(make.base62, 5)}\`${make(make.base62, 4)}`,
          '"',
        ),
        exampleLine('var shopToken string = "', make(make.base62, 24), '"'),
        exampleLine('$shopToken .= "', make(make.base62, 24), '";'),
        exampleLine('SMTP_PASS=', make(make.base62, 16)),
        exampleLine('{"user":"shop","pass":"', make(make.base62, 16), '"}'),
        exampleLine('GET /feed?access_token=', make(make.base62, 40), '&format=json'),
      ],
      noMatch: () => [
        'password = "changeme"',
        'DB_PASSWORD=${DB_PASSWORD}',
        'const token = process.env.API_TOKEN;',
        'token = request.headers["authorization"]',
        'secret: { type: string, required: true }',
        'password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  6231',
        '--- PASS: TestAccS3Bucket_requestPayer2 (50.62s)',
        'api_key = get_api_key_from_store(name)',
        'tokenizer = "bert-base-uncased"',
        'author = "Grace Hopper"',
        'access_key: AWS_ACCESS_KEY_ID',
        'compass: "north-by-northwest7"',
        'pass: 1742, fail: 0',
        'const TOKEN = "([a-zA-Z0-9-!#%&\'*+.^_|~]+)"',
      ],
    },
  },
  {
    id: 'generic-key',
    title: 'Key in an assignment',
    provider: 'Generic',
    kind: 'other',
    identity: 'unknown',
    severity: 'medium',
    match: {
      anchors: ['key', 'keyvalue', 'key_value', 'keybytes', 'key_bytes', 'keybase64'].flatMap(assigned),
      ignoreCase: true,
      pattern: assignmentWithin('key', KEY_VALUE),
      proof: 'context',
    },
    checks: [{ check: 'generic-assignment' }],
    rotate,
    docs,
    examples: {
      match: (make) => [
        exampleLine('integration_key: ', make(make.base62, 32)),
        exampleLine('hmac_key: ', make(make.base64, 43)),
        exampleLine("      oauth: { consumer_key: '", make(make.base62, 20), "',"),
      ],
      noMatch: () => [
        'cache_key: user-profile-header-v2',
        '"key": "navigation.settings.title"',
        'const key = computeTheKeyOfThis(item);',
      ],
    },
  },
  {
    id: 'generic-option-secret',
    title: 'Secret on a command line',
    provider: 'Generic',
    kind: 'other',
    identity: 'unknown',
    severity: 'medium',
    match: {
      anchors: options.map((name) => `-${name}`),
      ignoreCase: true,
      pattern: new RegExp(
        `(?<=(?:^|[\\s"'\`(=])-?[\\w-]{0,40})${anyCase(`-(?:${options.join('|')})`)}[ \\t]{1,4}(?:["'](?=\\S))?(?<secret>${VALUE})(?![\\w+/=-])`,
      ),
      proof: 'context',
    },
    checks: [{ check: 'generic-assignment' }],
    rotate,
    docs,
    examples: {
      match: (make) => [
        exampleLine('mysqldump --user shop --password ', make(make.base62, 16), ' orders'),
        exampleLine("vault-import --auth-token '", make(make.base62, 32), "'"),
        exampleLine('New-Session -Password ', `${make(make.base62, 8)}!${make(make.base62, 6)}`),
      ],
      noMatch: () => [
        'Use the --password option to set it.',
        'mysqldump --password --user shop',
        'mysqldump --password "$MYSQL_PASSWORD" orders',
        'tool --token TOKEN --api-key YOUR_API_KEY',
        'deploy --password changeme',
      ],
    },
  },
  {
    id: 'sql-user-password',
    title: 'Password of a user in SQL',
    provider: 'SQL',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: [
        'identified by',
        'identified with',
        'with password',
        'login password',
        'encrypted password',
        'set password',
        'create role',
        'alter role',
        'alter user',
      ],
      ignoreCase: true,
      pattern:
        /(?:identified[ ](?:by|with[ ]["'`]?[a-z0-9_]{4,40}["'`]?[ ](?:by|as))|(?:(?:create|alter)[ ]role|alter[ ]user)[ ][\w."-]{1,64}[ ]password|(?:with|login|encrypted|set)[ ]password)(?:[ \t]{1,4}|[ \t]{0,4}=[ \t]{0,4})(?:password\()?\\?["'](?<secret>[^\s"'\\<>{}$*%](?:[^\s"'\\<>{}$*%]|\$(?=[^\w({])){3,127})\\?["']/i,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'not-words' }],
    rotate:
      'ALTER USER … IDENTIFIED BY or ALTER ROLE … PASSWORD with a new one from a secret store; drop old sessions.',
    docs: 'https://www.postgresql.org/docs/current/sql-createrole.html',
    examples: {
      match: (make) => [
        exampleLine("CREATE USER shop WITH PASSWORD '", make(make.base62, 14), "' NOSUPERUSER;"),
        exampleLine("create user 'shop'@'%' identified by '", make(make.base62, 14), "';"),
        exampleLine("ALTER ROLE shop PASSWORD '", `${make(make.base62, 14)}$`, "';"),
      ],
      noMatch: () => [
        "CREATE USER shop WITH PASSWORD '${DB_PASSWORD}';",
        "CREATE USER shop IDENTIFIED BY 'changeme';",
        "CREATE USER shop IDENTIFIED BY 'password';",
        "INSERT INTO note VALUES ('a sign in with password 'or' a key');",
      ],
    },
  },
  {
    id: 'basic-token',
    title: 'Basic credentials',
    provider: 'HTTP',
    kind: 'password',
    identity: 'unknown',
    severity: 'medium',
    match: {
      anchors: ['Basic '],
      pattern: /Basic[ ]{1,2}(?<secret>[A-Za-z0-9+/]{8,1000}={0,2})(?![\w+/=-])/,
      maxLength: 1100,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'basic-auth' }],
    extract: ['basic-auth-user'],
    rotate:
      'Change the password of the user that the encoded pair names, and keep it in the environment or a secret store.',
    docs: 'https://www.rfc-editor.org/rfc/rfc7617',
    examples: {
      match: (make) => [
        exampleLine('"value": "Basic ', Buffer.from(`deploy:${make(make.base62, 18)}`).toString('base64'), '",'),
      ],
      noMatch: () => [
        'Basic authentication is required',
        'Basic Authorization1234',
        `"value": "Basic ${Buffer.from('user:pass').toString('base64')}"`,
      ],
    },
  },
  {
    id: 'bearer-token',
    title: 'Bearer token',
    provider: 'HTTP',
    kind: 'access-token',
    identity: 'unknown',
    severity: 'medium',
    match: {
      anchors: ['Bearer '],
      // JSON Web Tokens have a detector of their own.
      pattern: /Bearer[ ]{1,2}(?!eyJ[\w-]{1,1000}\.eyJ)(?<secret>[\w.~+/-]{24,1000}={0,2})(?![\w+/=-])/,
      maxLength: 1100,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3.4 }],
    rotate:
      'Revoke the token at the service the request goes to, and read the new one from the environment or a secret store.',
    docs: 'https://www.rfc-editor.org/rfc/rfc6750',
    examples: {
      match: (make) => [
        exampleLine('    Authorization:\n    - Bearer ', make(make.hex, 64)),
        exampleLine('request(url, { token: "Bearer ', make(make.base62, 40), '" })'),
      ],
      noMatch: () => [
        'Bearer authentication-for-all-requests',
        'Bearer ${ACCESS_TOKEN_OF_THE_SHOP_1}',
        `Bearer ${unsigned}`,
        'Bearer YOUR_ACCESS_TOKEN_GOES_HERE_12',
      ],
    },
  },
];
