import type { Detector } from '../src/model/detector.ts';

/** Columns before that of the password in a table; values are counted off from the left. */
const COLUMNS = [0, 1, 2, 3, 4, 5, 6, 7];
const COLUMN = '[`"\\[]?\\w{1,40}[`"\\]]?';
const PASSWORD_COLUMN = '[`"\\[]?\\w{0,20}(?:password|passwd|pwd|secret|api_?key|token)[`"\\]]?';
const SQL_VALUE = "[ ]?(?:'[^'\\n\\\\]{0,200}'|[\\w.+-]{1,40}(?:\\(\\))?)";

/** A row whose column of that name stands behind `count` others. */
function row(count: number): string {
  const columns = `(?:${COLUMN},[ ]?){${count}}${PASSWORD_COLUMN}(?:,[ ]?${COLUMN}){0,30}`;
  const values = `(?:${SQL_VALUE},){${count}}[ ]?'(?<secret>[^'\\s\\\\]{6,128})'`;
  return `\\([ ]?${columns}[ ]?\\)\\s{0,4}(?:values|VALUES)\\s{0,4}\\(${values}`;
}

/** Secrets of applications in files whose structure tells them. */
export const frameworkFiles: readonly Detector[] = [
  {
    id: 'symfony-app-secret',
    title: 'Symfony application secret',
    provider: 'Symfony',
    kind: 'signing-key',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['APP_SECRET='],
      pattern: /(?<!\w)APP_SECRET=["']?(?<secret>[0-9a-f]{32,64})(?!\w)/,
      proof: 'context',
      paths: /(?:^|\/)\.env(?:\.[\w.-]{1,40})?$/,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 2.8 }],
    rotate:
      'Generate another (`php -r "echo bin2hex(random_bytes(16));"`) and keep it with `secrets:set`; signed links and remember-me cookies of the old one end.',
    docs: 'https://symfony.com/doc/current/reference/configuration/framework.html#secret',
    examples: {
      match: (make) => {
        const secret = make(make.hex, 32);
        return [{ text: `APP_ENV=prod\nAPP_SECRET=${secret}\n`, secret, path: '.env.local' }];
      },
      noMatch: (make) => [
        { text: 'APP_SECRET=\n', path: '.env' },
        { text: `APP_SECRET=${'0'.repeat(32)}\n`, path: '.env' },
        `CHECKSUM=${make(make.hex, 32)}`,
      ],
    },
  },
  {
    id: 'jenkins-encrypted-secret',
    title: 'Encrypted secret in a Jenkins configuration',
    provider: 'Jenkins',
    kind: 'other',
    identity: 'service-account',
    severity: 'low',
    match: {
      anchors: ['>{AQAAABAAA'],
      pattern: />\{(?<secret>AQAAABAAA[A-Za-z0-9+/]{20,8000}={0,2})\}</,
      maxLength: 8100,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    publicPrefix: 'AQAAABAAA',
    rotate:
      'It is encrypted with secrets/master.key and secrets/hudson.util.Secret of the controller: when those were in reach too, change what it holds.',
    docs: 'https://www.jenkins.io/doc/developer/security/secrets/',
    examples: {
      match: (make) => {
        const secret = `AQAAABAAAAAQ${make(make.base62, 60)}==`;
        return [{ text: `<password>{${secret}}</password>`, secret, path: 'credentials.xml' }];
      },
      noMatch: () => [`<password>{AQAAABAAA${'x'.repeat(40)}}</password>`, '<password>{AQAAABAAA}</password>'],
    },
  },
  {
    id: 'sql-row-password',
    title: 'Password in a row of SQL',
    provider: 'SQL',
    kind: 'password',
    identity: 'user',
    severity: 'medium',
    match: {
      anchors: ['insert into'],
      ignoreCase: true,
      pattern: new RegExp(
        `(?:insert into|INSERT INTO|Insert Into)[ ](?:${COLUMN}\\.){0,2}${COLUMN}[ ]?(?:${COLUMNS.map(row).join('|')})`,
        'i',
      ),
      maxLength: 1500,
      proof: 'context',
    },
    checks: [
      { check: 'not-placeholder' },
      { check: 'not-words' },
      { check: 'entropy', min: 2.5 },
      { check: 'mixed', classes: 'ld' },
    ],
    rotate:
      'Let the user of the row choose another password, and store hashes (argon2id, bcrypt) instead of passwords.',
    docs: 'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 12);
        return [
          {
            text: `INSERT INTO users (id, name, password) VALUES (1, 'deploy', '${secret}');`,
            secret,
            path: 'dump.sql',
          },
          {
            text: `insert into \`users\` (\`password\`,\`name\`) values ('${secret}','ops');`,
            secret,
            path: 'dump.sql',
          },
        ];
      },
      noMatch: (make) => [
        `INSERT INTO notes (id, text) VALUES (1, '${make(make.base62, 12)}');`,
        `INSERT INTO users (id, password) VALUES ('${make(make.base62, 12)}', ?);`,
        "INSERT INTO users (id, password) VALUES (1, 'changeme');",
      ],
    },
  },
];
