import type { Detector } from '../src/model/detector.ts';

const plausible: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }];

/** Passwords and tokens in what clients of all kinds keep and export. */
export const clientFiles: readonly Detector[] = [
  {
    id: 'rclone-obscured-password',
    title: 'Password in an rclone configuration (obscured, reversible by anybody)',
    provider: 'rclone',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['pass =', 'pass=', 'password =', 'password=', 'password2 =', 'password2='],
      pattern: /(?<![\w.-])pass(?:word2?)?[ \t]{0,2}=[ \t]{0,2}(?<secret>[\w-]{22,500})(?!\S)/,
      proof: 'format',
      paths: /(?:^|\/)[\w.-]{0,40}rclone[\w.-]{0,40}$/i,
    },
    checks: plausible,
    publicPrefix: '',
    rotate:
      'Change the password at the storage; rclone obscures with a key that everybody has, so encrypt the configuration with `rclone config encryption set`. For `crypt` remotes copy the data to a remote with a new password.',
    docs: 'https://rclone.org/commands/rclone_obscure/',
    examples: {
      match: (make) => {
        const secret = make(make.base64url, 38);
        return [{ text: `[shop]\ntype = sftp\npass = ${secret}\n`, secret, path: '.config/rclone/rclone.conf' }];
      },
      noMatch: (make) => [
        { text: `pass = ${'x'.repeat(38)}`, path: 'rclone.conf' },
        `pass = ${make(make.base64url, 38)}`,
        { text: 'pass = ', path: 'rclone.conf' },
      ],
    },
  },
  {
    id: 'winscp-saved-password',
    title: 'Password saved by WinSCP (obfuscated, reversible by anybody)',
    provider: 'WinSCP',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['Password=', 'Password"="'],
      pattern: /(?<!\w)Password(?:=|"=")(?<secret>(?:[0-9A-F]{2}){10,200})"?(?!\w)/,
      proof: 'format',
      paths: /winscp[\w.-]{0,40}\.(?:ini|reg)$/i,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 2.5 }],
    publicPrefix: '',
    rotate:
      'Change the password on the server; in WinSCP set a master password, so that saved passwords are encrypted, or use keys.',
    docs: 'https://winscp.net/eng/docs/security_credentials',
    examples: {
      match: (make) => {
        const secret = make('0123456789ABCDEF', 48);
        return [{ text: `UserName=deploy\nPassword=${secret}\n`, secret, path: 'WinSCP.ini' }];
      },
      noMatch: (make) => [
        { text: 'Password=\n', path: 'WinSCP.ini' },
        { text: `Password=${'0'.repeat(48)}`, path: 'WinSCP.ini' },
        `Password=${make('0123456789ABCDEF', 47)}`,
      ],
    },
  },
  {
    id: 'firefox-saved-login',
    title: 'Password saved by Firefox or Thunderbird (encrypted with key4.db of its profile)',
    provider: 'Mozilla',
    kind: 'password',
    identity: 'user',
    severity: 'medium',
    match: {
      anchors: ['"encryptedPassword"'],
      pattern: /"encryptedPassword"\s?:\s?"(?<secret>M[A-Za-z0-9+/]{30,1000}={0,2})"/,
      maxLength: 1100,
      proof: 'format',
      paths: /(?:^|\/)logins[\w.-]{0,20}\.json$/,
    },
    checks: plausible,
    publicPrefix: '',
    rotate:
      'Change the password at the site if key4.db of the profile was there too and has no primary password; take both out of the repository.',
    docs: 'https://support.mozilla.org/en-US/kb/profiles-where-firefox-stores-user-data',
    examples: {
      match: (make) => {
        const secret = `MDoE${make(make.base62, 76)}`;
        return [{ text: `{"logins":[{"encryptedPassword":"${secret}"}]}`, secret, path: 'profile/logins.json' }];
      },
      noMatch: (make) => [
        { text: '{"logins":[{"encryptedPassword":""}]}', path: 'logins.json' },
        `{"encryptedPassword":"MDoE${make(make.base62, 76)}"}`,
      ],
    },
  },
  {
    id: 'har-session-cookie',
    title: 'Session cookie in a recording of web traffic',
    provider: 'HTTP',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    match: {
      anchors: ['"value"'],
      pattern:
        /(?<="name"\s{0,4}:\s{0,4}"(?:[sS]et-)?[cC]ookie",\s{0,80})"value"\s{0,4}:\s{0,4}"(?:[^"\\]{0,2000}?[;\s])??[\w.-]{0,40}(?:[sS]ess|SESS|[sS]id|SID|[aA]uth|[tT]oken|[jJ]wt)[\w.-]{0,20}=(?<secret>[^\s;"\\]{16,1000})/,
      before: 128,
      maxLength: 4000,
      proof: 'context',
      paths: /\.(?:har|saz\.json)$/i,
      multiLine: true,
    },
    checks: plausible,
    rotate: 'Log out of the session that was recorded, or end all sessions of its user; export without cookies.',
    docs: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Cookie',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 40);
        return [
          { text: `{\n"name": "Cookie",\n"value": "theme=dark; sessionid=${secret}"\n}`, secret, path: 'shop.har' },
        ];
      },
      noMatch: (make) => [
        { text: `"name": "Cookie",\n"value": "theme=${make(make.base62, 40)}"`, path: 'shop.har' },
        `"name": "Cookie",\n"value": "sessionid=${make(make.base62, 40)}"`,
      ],
    },
  },
  {
    id: 'postman-api-key-value',
    title: 'API key in the authorization of a Postman request',
    provider: 'Postman',
    kind: 'api-key',
    identity: 'unknown',
    severity: 'high',
    match: {
      anchors: ['"apikey"'],
      pattern:
        /"apikey"\s{0,4}:\s{0,4}\[\s{0,80}(?:\{[^{}]{0,300}\},\s{0,80})??\{\s{0,80}"key"\s{0,4}:\s{0,4}"value",\s{0,80}"value"\s{0,4}:\s{0,4}"(?<secret>[^\s"\\{}]{8,512})"/,
      maxLength: 1500,
      proof: 'context',
      multiLine: true,
    },
    checks: plausible,
    rotate: 'Revoke the key at the service of the collection, and put `{{apiKey}}` with a vault secret in its place.',
    docs: 'https://learning.postman.com/docs/sending-requests/authorization/authorization-types/',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 24);
        return [
          {
            text: `"apikey": [\n  {\n    "key": "value",\n    "value": "${secret}",\n    "type": "string"\n  }\n]`,
            secret,
            path: 'shop.postman_collection.json',
          },
        ];
      },
      noMatch: () => [
        '"apikey": [{"key": "value", "value": "{{apiKey}}", "type": "string"}]',
        '"apikey": [{"key": "key", "value": "X-Shop-Api-Key-Header", "type": "string"}]',
      ],
    },
  },
  {
    id: 'agent-argument-secret',
    title: 'Secret among the arguments of a program in a configuration',
    provider: 'Generic',
    kind: 'other',
    identity: 'unknown',
    severity: 'medium',
    match: {
      anchors: ['key', 'token', 'secret', 'password', 'apikey'].map((word) => `${word}"`),
      pattern:
        /(?<="--?(?:[a-z][\w-]{0,39})?)(?:api)?(?:key|token|secret|password)",\s{1,80}"(?<secret>[^\s"\\]{8,512})"/,
      maxLength: 700,
      proof: 'context',
      multiLine: true,
      paths: /\.(?:json|jsonc|toml|ya?ml)$/i,
    },
    checks: [{ check: 'generic-assignment' }],
    rotate:
      'Revoke the secret at its service, and let the program read it from its environment: arguments are seen by every process.',
    docs: 'https://modelcontextprotocol.io/docs/develop/connect-local-servers',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 32);
        return [
          {
            text: `"args": [\n  "shop-mcp",\n  "--api-key",\n  "${secret}"\n]`,
            secret,
            path: 'claude_desktop_config.json',
          },
        ];
      },
      noMatch: (make) => [
        { text: '"args": [\n  "--api-key",\n  "${SHOP_API_KEY}"\n]', path: '.mcp.json' },
        { text: `"args": [\n  "--cache-key-prefix",\n  "${make(make.base62, 32)}"\n]`, path: '.mcp.json' },
      ],
    },
  },
  {
    id: 'aider-provider-key',
    title: 'API key in an Aider configuration',
    provider: 'Aider',
    kind: 'api-key',
    identity: 'unknown',
    severity: 'high',
    match: {
      anchors: ['openai', 'anthropic', 'gemini', 'openrouter', 'deepseek', 'mistral', 'groq', 'xai', 'cohere'].map(
        (name) => `${name}=`,
      ),
      pattern: /[a-z]{3,10}=(?<secret>[\w-]{16,300})(?![\w-])/,
      proof: 'context',
      paths: /(?:^|\/)\.aider[\w.-]{0,40}$/,
    },
    checks: plausible,
    rotate: 'Revoke the key at its provider, and give the new one in the environment or a file that git ignores.',
    docs: 'https://aider.chat/docs/config/api-keys.html',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 32);
        return [{ text: `api-key:\n  - gemini=${secret}\n`, secret, path: '.aider.conf.yml' }];
      },
      noMatch: (make) => [
        { text: `api-key:\n  - gemini=${'x'.repeat(32)}\n`, path: '.aider.conf.yml' },
        `gemini=${make(make.base62, 12)}`,
      ],
    },
  },
];
