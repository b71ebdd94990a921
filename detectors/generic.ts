import type { Detector } from '../src/model/detector.ts';
import { assignment } from './assignment.ts';
import { exampleLine } from './example-line.ts';

/** Words in the names of things that hold secrets. They start no RegExp: an assignment must follow them. */
const words = [
  'password',
  'passwd',
  'passphrase',
  'pass_phrase',
  'pwd',
  'secret',
  'token',
  'api_key',
  'apikey',
  'api-key',
  'access_key',
  'accesskey',
  'access-key',
  'account_key',
  'accountkey',
  'private_key',
  'privatekey',
  'private-key',
  'encryption_key',
  'encryptionkey',
  'signing_key',
  'signingkey',
  'master_key',
  'masterkey',
  'auth',
  'credential',
] as const;

/** In quotes, all up to the closing quote; bare, all up to a blank or a sign that ends a value. */
const VALUE = '(?<=["\'`])[^\\s"\'`\\\\]{6,256}(?=\\\\?["\'`])|(?<!["\'`])[^\\s"\'`,;<>(){}\\[\\]\\\\]{6,256}';

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
      pattern: assignment(words.join('|'), VALUE),
      proof: 'context',
    },
    checks: [{ check: 'generic-assignment' }],
    rotate:
      'Find out what the value opens, change it there, and read the new one from the environment or a secret store.',
    docs: 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
    examples: {
      match: (make) => [
        exampleLine('DB_PASSWORD=', make(make.base62, 20)),
        exampleLine('const apiKey = "', make(make.base62, 32), '";'),
        exampleLine('  client_secret: ', make(make.base62, 40)),
        exampleLine('{"auth_token":"', make(make.hex, 40), '"}'),
        exampleLine(
          "$config['smtp_pwd'] = '",
          `${make(make.base62, 6)}!${make(make.base62, 6)}#${make(make.base62, 4)}`,
          "';",
        ),
        exampleLine('export JENKINS_TOKEN=', make(make.hex, 34)),
      ],
      noMatch: () => [
        'password = "changeme"',
        'DB_PASSWORD=${DB_PASSWORD}',
        'const token = process.env.API_TOKEN;',
        'token = request.headers["authorization"]',
        'secret: { type: string, required: true }',
        'password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  6231',
        'api_key = get_api_key_from_store(name)',
        'tokenizer = "bert-base-uncased"',
        'author = "Grace Hopper"',
        'access_key: AWS_ACCESS_KEY_ID',
      ],
    },
  },
];
