import type { Detector } from '../src/model/detector.ts';

const words = [
  'password',
  'passwd',
  'passphrase',
  'passcode',
  'secret',
  'token',
  'api key',
  'apikey',
  'api_key',
  'key',
];
const WORD = '(?:pass(?:word|wd|phrase|code)|secret|token|api[ _]?key|key)';

const rotate =
  'Find out what the value opens, change it there, and read the new one from the environment or a secret store.';
const docs = 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html';

/**
 * Secrets whose name is set apart by marks of a text. They stand on one line; `multiLine` only says that no assignment
 * in the sense of programs follows the anchor.
 */
export const genericNotes: readonly Detector[] = [
  {
    id: 'generic-marked-secret',
    title: 'Secret behind a name in bold',
    provider: 'Generic',
    kind: 'other',
    identity: 'unknown',
    severity: 'medium',
    match: {
      anchors: words.flatMap((word) =>
        ['**', '__', '</b>', '</strong>'].flatMap((mark) => [word + mark, `${word}:${mark}`]),
      ),
      ignoreCase: true,
      pattern: new RegExp(
        `${WORD}(?::(?:\\*\\*|__|</b>|</strong>)|(?:\\*\\*|__|</b>|</strong>)[ \\t]?[:=])[ \\t]{1,4}\`{0,2}(?<secret>[^\\s\`<>"'*|]{6,256})(?=\`{0,2}(?:[ \\t\\r<|]|$))`,
        'i',
      ),
      proof: 'context',
      multiLine: true,
    },
    checks: [{ check: 'generic-assignment' }],
    rotate,
    docs,
    examples: {
      match: (make) => {
        const secret = make(make.base62, 16);
        return [
          { text: `**Password:** ${secret}`, secret, path: 'notes.md' },
          { text: `- **API token**: \`${secret}\``, secret, path: 'notes.md' },
          { text: `<b>Password:</b> ${secret}<br>`, secret, path: 'notes.html' },
        ];
      },
      noMatch: () => [
        '**Password:** the one of your account',
        '**token**: string',
        '**Secret**: `${SECRET}`',
        '**Key:** value-of-the-thing',
      ],
    },
  },
  {
    id: 'generic-quoted-object-secret',
    title: 'Secret in an object that is written as a string',
    provider: 'Generic',
    kind: 'other',
    identity: 'unknown',
    severity: 'medium',
    match: {
      anchors: ['token', 'secret', 'credential', 'credentials', 'password'].flatMap((word) => [
        `${word}": "{`,
        `${word}":"{`,
      ]),
      ignoreCase: true,
      pattern:
        /(?<name>token|secret|credentials?|password)":\s?"\{\s?(?:\\"\w{1,40}\\":\s?\\?"?[^"\\]{0,100}\\?"?,\s?){0,6}\\"(?:(?:sig(?:nature)?|value|key|hash|secret|token)\\"|\w{1,40}\\"(?=:\s?\\"[A-Za-z0-9]{20,512}\\")):\s?\\"(?<secret>[^\s"\\]{12,512})\\"/i,
      maxLength: 1500,
      proof: 'context',
      multiLine: true,
    },
    checks: [{ check: 'generic-assignment' }],
    rotate,
    docs,
    examples: {
      match: (make) => {
        const secret = make(make.base62, 40);
        return [
          { text: `{"apiToken": "{\\"name\\":\\"shop\\",\\"sig\\":\\"${secret}\\"}"}`, secret, path: 'export.json' },
          { text: `{"apiToken": "{\\"r\\":\\"${secret}\\",\\"shop\\":\\"x\\"}"}`, secret, path: 'export.json' },
        ];
      },
      noMatch: (make) => [
        '{"apiToken": "{\\"name\\":\\"shop-production-orders\\"}"}',
        '{"apiToken": "{\\"name\\":\\"shop\\",\\"sig\\":\\"${SIGNATURE}\\"}"}',
        `{"note": "{\\"name\\":\\"shop\\",\\"sig\\":\\"${make(make.base62, 40)}\\"}"}`,
      ],
    },
  },
];
