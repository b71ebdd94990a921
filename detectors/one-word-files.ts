import type { Detector } from '../src/model/detector.ts';

const docs = 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html';

/** Files that hold a secret and nothing else: only their path says what it is. */
export const oneWordFiles: readonly Detector[] = [
  {
    id: 'rails-credentials-key',
    title: 'Key of encrypted Rails credentials',
    provider: 'Ruby on Rails',
    kind: 'encryption-key',
    identity: 'app',
    severity: 'critical',
    match: {
      anchors: [],
      wholeText: true,
      pattern: /\s{0,8}(?<secret>[0-9a-f]{32})\s{0,8}(?![\s\S])/,
      proof: 'context',
      paths: /(?:^|\/)(?:master|credentials\/[\w.-]{1,60})\.key$/,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 2.8 }],
    rotate:
      'Change every secret that config/credentials.yml.enc holds, encrypt anew with another key (`rails credentials:edit` after deleting both files), and keep the key in `RAILS_MASTER_KEY`.',
    docs: 'https://guides.rubyonrails.org/security.html#custom-credentials',
    examples: {
      match: (make) => {
        const secret = make(make.hex, 32);
        return [
          { text: secret, secret, path: 'config/master.key' },
          { text: `${secret}\n`, secret, path: 'shop/config/credentials/production.key' },
        ];
      },
      noMatch: (make) => [
        { text: make(make.hex, 40), path: 'config/master.key' },
        { text: `${make(make.hex, 32)}\n${make(make.hex, 32)}\n`, path: 'config/master.key' },
        { text: '0'.repeat(32), path: 'config/master.key' },
        { text: make(make.hex, 32), path: 'public/build.md5' },
      ],
    },
  },
  {
    id: 'vault-token-file',
    title: 'Token in the file of the Vault command line',
    provider: 'HashiCorp Vault',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: [],
      wholeText: true,
      pattern: /\s{0,8}(?<secret>[\w.-]{16,200})\s{0,8}(?![\s\S])/,
      proof: 'context',
      paths: /(?:^|\/)\.?vault[-_]token$/,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'not-words' }, { check: 'entropy', min: 2.8 }],
    rotate: 'Revoke it with `vault token revoke`, and take the file out of the repository.',
    docs: 'https://developer.hashicorp.com/vault/docs/commands/token-helper',
    examples: {
      match: (make) => {
        const secret = `${make(make.hex, 8)}-${make(make.hex, 4)}-4${make(make.hex, 3)}-b${make(make.hex, 3)}-${make(make.hex, 12)}`;
        return [{ text: `${secret}\n`, secret, path: 'home/.vault-token' }];
      },
      noMatch: (make) => [
        { text: make(make.base62, 24), path: 'notes.txt' },
        { text: 'token-of-the-deployment\n', path: '.vault-token' },
      ],
    },
  },
  {
    id: 'secret-file',
    title: 'Secret in a file of its own',
    provider: 'Generic',
    kind: 'other',
    identity: 'unknown',
    severity: 'medium',
    match: {
      anchors: [],
      wholeText: true,
      // A name, a colon and a hash are a line of htpasswd.
      pattern: /\s{0,8}(?![^\s:]{1,64}:[{$])(?<secret>[!-~]{10,250})\s{0,8}(?![\s\S])/,
      proof: 'context',
      paths:
        /(?:^|[/._-])(?:password|passwd|passphrase|secret|secret[_-]?key|api[_-]?key|access[_-]?key|token|auth[_-]?token)(?:\.(?:txt|key|secret))?$/i,
    },
    checks: [
      { check: 'not-placeholder' },
      { check: 'not-words' },
      { check: 'mixed', classes: 'ld' },
      { check: 'entropy', min: 3 },
    ],
    rotate: 'Find out what it opens, change it there, and mount the new one from a secret store.',
    docs,
    examples: {
      match: (make) => {
        const secret = make(make.base62, 24);
        return [
          { text: `${secret}\n`, secret, path: 'secrets/db_password.txt' },
          { text: secret, secret, path: 'deploy/.api_key' },
        ];
      },
      noMatch: (make) => [
        { text: 'correct-horse-battery', path: 'db_password.txt' },
        { text: `${make(make.base62, 24)} and more`, path: 'db_password.txt' },
        { text: `ops:$apr1$${make(make.base62, 8)}$${make(make.base62, 22)}\n`, path: 'conf/proxy-passwd' },
        { text: make(make.base62, 24), path: 'VERSION' },
      ],
    },
  },
];
