import type { Detector, DetectorExample, ExampleMaker } from '../src/model/detector.ts';

/** What a file asks of a detector for its passwords. */
interface SavedPassword {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly identity?: Detector['identity'];
  readonly anchors: readonly string[];
  readonly ignoreCase?: boolean;
  readonly pattern: RegExp;
  readonly paths: RegExp;
  /** Beside being no template. */
  readonly checks?: Detector['checks'];
  readonly rotate: string;
  readonly docs: string;
  /** Lines with `§` where the password stands, and the path of each. */
  readonly lines: readonly (readonly [string, string])[];
  readonly noMatch: readonly { readonly text: string; readonly path: string }[];
}

/**
 * A password in a file that a program signs in with. Somebody uses what stands there, however weak it is, so that words
 * are kept with doubt where elsewhere they would be dropped.
 */
function savedPassword({ lines, noMatch, checks = [], identity = 'user', ...given }: SavedPassword): Detector {
  const { id, title, provider, anchors, ignoreCase, pattern, paths, rotate, docs } = given;
  const examples = (secret: string): readonly DetectorExample[] =>
    lines.map(([line, path]) => ({ text: line.replace('§', () => secret), secret, path }));
  return {
    id,
    title,
    provider,
    kind: 'password',
    identity,
    severity: 'high',
    match: { anchors, ...(ignoreCase === true && { ignoreCase }), pattern, proof: 'context', paths },
    checks: [{ check: 'not-template' }, ...checks],
    rotate,
    docs,
    examples: {
      match: (make: ExampleMaker) => [
        ...examples(make(make.base62, 14)),
        ...examples('marigold77'),
        ...examples('Pass!12345'),
      ],
      noMatch: () => noMatch,
    },
  };
}

/** A value up to a quote or a blank. */
const BARE = `[^\\s"'\`<>$,;]{4,128}`;
/** A value up to the quote. */
const QUOTED = `[^"'\`<>$\\n]{4,128}`;

export const savedPasswords: readonly Detector[] = [
  savedPassword({
    id: 'netrc-file-password',
    title: 'Password in .netrc',
    provider: 'netrc',
    anchors: ['password'],
    pattern: /(?<![^\s]|(?:anonymous|ftp)[ \t]{1,4})password[ \t]{1,16}(?<secret>[^\s"'<>$\\]{3,256})/,
    paths: /(?:^|\/)[._]netrc$/,
    rotate: 'Change the password or revoke the token at the host it is for, and delete the line.',
    docs: 'https://everything.curl.dev/usingcurl/netrc.html',
    lines: [['machine imap.shop.io login ops password §', '.netrc']],
    noMatch: [
      { text: 'machine imap.shop.io login ops password <password>', path: '.netrc' },
      { text: 'machine imap.shop.io login ops password changeme', path: '.netrc' },
      { text: 'default login anonymous password ops@shop.io', path: '.netrc' },
    ],
  }),
  savedPassword({
    id: 'git-credentials-password',
    title: 'Password in .git-credentials',
    provider: 'git',
    anchors: ['https://', 'http://'],
    pattern:
      /(?<!\S)https?:\/\/[^\s:/@]{1,64}(?:@[^\s:/@]{1,64})?:(?<secret>[^\s/]{3,256})@[\w.-]{2,128}(?::\d{1,5})?(?=[/\s]|$)/,
    paths: /(?:^|\/)\.?git-credentials$/,
    rotate: 'Revoke the token or change the password at the host, and keep it in a credential helper of the system.',
    docs: 'https://git-scm.com/docs/git-credential-store',
    lines: [
      ['https://ops:§@git.shop.io', '.git-credentials'],
      ['http://ops@shop.io:§@git.shop.io:8443/', 'home/.git-credentials'],
    ],
    noMatch: [
      { text: 'https://ops@git.shop.io', path: '.git-credentials' },
      { text: 'https://ops:<token>@git.shop.io', path: '.git-credentials' },
    ],
  }),
  savedPassword({
    id: 'mail-client-password',
    title: 'Password in the configuration of a mail client',
    provider: 'Mail',
    anchors: ['pass'],
    ignoreCase: true,
    pattern: new RegExp(
      `(?<![A-Za-z"'-])pass(?:word|wd)?(?:[ \\t]{1,8}|[ \\t]{0,8}[=:][ \\t]{0,8})["']?(?<secret>${BARE})`,
      'i',
    ),
    paths:
      /(?:^|\/)\.?(?:(?:ms|es|ss)mtprc|ssmtp\.conf|fetchmailrc|muttrc|neomuttrc|getmailrc|offlineimaprc|mbsyncrc|isyncrc)$/,
    rotate: 'Change the password of the mailbox or revoke the app password, and let the client ask a keyring for it.',
    docs: 'https://marlam.de/msmtp/msmtp.html#Authentication',
    lines: [
      ['password "§"', '.esmtprc'],
      ['password §', '.msmtprc'],
      ['set imap_pass = "§"', '.muttrc'],
    ],
    noMatch: [
      { text: 'passwordeval "pass mail/ops"', path: '.msmtprc' },
      { text: 'password "<password>"', path: '.esmtprc' },
    ],
  }),
  savedPassword({
    id: 'upload-settings-password',
    title: 'Password in the settings of an editor that uploads files',
    provider: 'SFTP',
    anchors: ['pass'],
    ignoreCase: true,
    pattern: new RegExp(`(?<=["'])pass(?:word|phrase|wd)?["'][ \\t]{0,8}:[ \\t]{0,8}["'](?<secret>${QUOTED})["']`, 'i'),
    paths:
      /(?:^|\/)(?:\.?sftp(?:-config|Config)?(?:-alt\d{0,2})?\.json|\.ftp(?:config|pass)|\.?remote-sync\.json|deployment-config\.json|ftp-kr\.json|ftpsync\.settings)$/,
    rotate: 'Change the password on the server, and let the editor sign in with a key whose passphrase it asks for.',
    docs: 'https://codexns.io/products/sftp_for_sublime/settings',
    lines: [
      ['  "password": "§",', 'sftp-config.json'],
      ['"passphrase": "§"', '.ftpconfig'],
      ['"password":"§"', '.vscode/sftp.json'],
    ],
    noMatch: [
      { text: '"password": "",', path: 'sftp-config.json' },
      { text: '"password": "<password>",', path: '.vscode/sftp.json' },
      { text: '"password": "marigold77",', path: 'translations.json' },
    ],
  }),
  savedPassword({
    id: 'database-client-password',
    title: 'Password saved by a database client',
    provider: 'Database',
    anchors: ['pass'],
    ignoreCase: true,
    pattern: new RegExp(`pass(?:word|phrase)?["']?[ \\t]{0,8}[:=][ \\t]{0,8}["'](?<secret>${QUOTED})["']`, 'i'),
    paths: /(?:^|\/)(?:robo(?:mongo|3t)[\w.-]{0,20}\.json|\.?(?:dbeaver-)?data-sources[\w.-]{0,20}\.(?:xml|json))$/,
    rotate: 'Change the password of the database user, and let the client ask for it or keep it in a keyring.',
    docs: 'https://dbeaver.com/docs/dbeaver/Security-in-DBeaver-PRO/',
    lines: [
      ['        "userPassword" : "§"', 'robomongo.json'],
      ['<connection host="db1" user="shop" password="§"/>', '.dbeaver-data-sources.xml'],
    ],
    noMatch: [
      { text: '"userPassword" : ""', path: 'robomongo.json' },
      { text: '<connection save-password="true" user="shop"/>', path: 'dbeaver-data-sources.xml' },
    ],
  }),
  savedPassword({
    id: 'environment-file-password',
    title: 'Password in a file of environment variables',
    provider: 'Environment',
    identity: 'app',
    anchors: ['PASSWORD=', 'PASSWD=', 'PASSPHRASE=', '_PASS=', '_PWD='],
    pattern: new RegExp(
      `(?:PASSWORD|PASSWD|PASSPHRASE|_PASS|_PWD)=(?:"(?<secret>${QUOTED})"|'(?<secret>${QUOTED})'|(?<secret>${BARE})(?=\\s|$))`,
    ),
    paths:
      /(?:^|\/)(?:\.env(?:\.(?:local|dev|development|prod|production|stage|staging|live|docker|backup|bak|old|save))?(?:\.local)?|\.(?:bash_profile|bashrc|bash_login|profile|zshrc|zshenv|zprofile|envrc))$/,
    checks: [{ check: 'mixed', classes: 'ld' }],
    rotate: 'Change the password where it is used, and let the deployment hand it over from a secret store.',
    docs: 'https://12factor.net/config',
    lines: [
      ['DB_PASSWORD=§', '.env'],
      ['export MAIL_PASSWORD="§"', '.bashrc'],
      ["REDIS_PASS='§'", 'deploy/.env.production'],
    ],
    noMatch: [
      { text: 'DB_PASSWORD=secret', path: '.env' },
      { text: 'DB_PASSWORD=${DB_PASSWORD}', path: '.env' },
      { text: 'DB_PASSWORD=your_password_1', path: '.env' },
      { text: 'DB_PASSWORD=marigold77', path: '.env.example' },
    ],
  }),
  savedPassword({
    id: 'php-configuration-password',
    title: 'Database password in the configuration of a PHP site',
    provider: 'PHP',
    identity: 'app',
    anchors: ['pass', 'pwd'],
    ignoreCase: true,
    pattern: new RegExp(
      `(?<=(?:db|sql|base)_?)(?:pass(?:wd|word)?|pwd)[ \\t]{0,8}=[ \\t]{0,8}["'](?<secret>${QUOTED})["']`,
      'i',
    ),
    paths:
      /(?:^|\/)(?:config(?:uration)?|settings|local(?:settings|config)?|database|db(?:_?config|_?connect)?|conn(?:ect(?:ion)?)?)(?:\.inc)?\.php$/i,
    checks: [{ check: 'mixed', classes: 'ld' }],
    rotate: 'Change the password of the database user, and read the new one from the environment of the server.',
    docs: 'https://www.php.net/manual/en/function.getenv.php',
    lines: [["    $dbpasswd = '§';", 'public_html/config.php']],
    noMatch: [
      { text: "$dbpasswd = 'password';", path: 'config.php' },
      { text: "$dbpasswd = 'marigold77';", path: 'tests/login.php' },
    ],
  }),
];
