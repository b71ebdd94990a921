import type { Detector } from '../src/model/detector.ts';

/** In quotes, all up to the closing quote; bare, all up to a blank, at the end of its line, and more than a number. */
const VALUE = [
  '(?<=["\'])[^\\s"\'\\\\]{4,256}(?=\\\\?["\'])',
  '(?<!["\'])[\\d.-]{0,64}[^\\s"\'`,;<>(){}\\[\\]\\\\\\d.-][^\\s"\'`,;<>(){}\\[\\]\\\\]{3,255}(?=[ \\t]{0,8}(?:#[^\\n]{0,200})?\\r?$)',
].join('|');
const QUOTE = '\\\\?["\']?';
const ASSIGNS = `${QUOTE}[ \\t]{0,3}[:=][ \\t]{0,3}`;
const NAME_FIELD = `(?<!\\w)(?:(?:option_?|parameter|variable_?)?name|(?:parameter)?key|variable)${ASSIGNS}`;
/** Anchors begin here, so what stands before is asserted. */
const VALUE_FIELD = `value${ASSIGNS}`;
const NAME = `${QUOTE}(?<name>[a-z][\\w.:-]{1,63})${QUOTE}`;
/** What stands between the fields of one thing: a comma, a line end, both; never the end of the thing. */
const NEXT_FIELD = `(?:,\\s{0,60}|\\s{1,60})${QUOTE}`;
/** Other fields of the same thing, such as `"type": "secret"`. */
const OTHER_FIELDS = `(?:(?!(?:name|key|value)\\b)[a-z]\\w{1,23}${ASSIGNS}${QUOTE}[\\w.-]{0,40}${QUOTE}${NEXT_FIELD}){0,2}`;
const SCHEME = '(?:(?:token|apikey)[ ])?';

const fields = ['value"', "value'", 'value\\"', 'value:', 'value ', 'value='];

const rotate =
  'Find out what the value opens, change it there, and read the new one from the environment or a secret store.';
const docs = 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html';

/** Most bytes that the name of a pair and what stands between it and the anchor at its value may take. */
const REACH = 480;
/** The same for a value and all behind it. */
const LONGEST = 320;

/**
 * Secrets whose name stands apart from them: in a field of its own, in an element before theirs, in the line above.
 * Several lines are looked at, as far as the repeats of the patterns reach.
 */
export const genericPairs: readonly Detector[] = [
  {
    id: 'generic-pair-secret',
    title: 'Secret in a field beside that of its name',
    provider: 'Generic',
    kind: 'other',
    identity: 'unknown',
    severity: 'medium',
    match: {
      anchors: fields,
      ignoreCase: true,
      pattern: new RegExp(
        `(?<=${NAME_FIELD}${NAME}${NEXT_FIELD}${OTHER_FIELDS}(?:parameter)?)${VALUE_FIELD}${QUOTE}${SCHEME}(?<secret>${VALUE})(?![\\w+/=-])`,
        'i',
      ),
      before: REACH,
      maxLength: LONGEST,
      proof: 'context',
      multiLine: true,
    },
    checks: [{ check: 'generic-assignment' }],
    rotate,
    docs,
    examples: {
      match: (make) => {
        const secret = make(make.base62, 24);
        return [
          { text: `{\n  "name": "DB_PASSWORD",\n  "value": "${secret}"\n}`, secret, path: 'task-definition.json' },
          { text: `- name: API_TOKEN\n  value: ${secret}\n`, secret, path: 'deploy.yaml' },
          { text: `"key": "apiToken",\n"type": "secret",\n"value": "${secret}"`, secret },
          { text: `"ParameterKey": "DBPassword",\n"ParameterValue": "${secret}"`, secret },
          { text: `<add key="ApiToken"\n     value="${secret}" />`, secret, path: 'Web.config' },
        ];
      },
      noMatch: (make) => [
        '- name: DB_PASSWORD\n  value: ${DB_PASSWORD}\n',
        `- name: CHECKSUM\n  value: ${make(make.base62, 24)}\n`,
        `- name: DB_PASSWORD\n  valueFrom: ${make(make.base62, 24)}\n`,
        `{\n"name": "DB_PASSWORD"\n}, {\n"value": "${make(make.base62, 24)}"\n}`,
        '- name: TOKEN_URL\n  value: https://id.shop.io/token\n',
      ],
    },
  },
  {
    id: 'generic-pair-secret-value-first',
    title: 'Secret in a field before that of its name',
    provider: 'Generic',
    kind: 'other',
    identity: 'unknown',
    severity: 'medium',
    match: {
      anchors: fields,
      ignoreCase: true,
      pattern: new RegExp(
        `(?<![\\w.-](?:parameter)?)${VALUE_FIELD}${QUOTE}${SCHEME}(?<secret>${VALUE})(?![\\w+/=-])${QUOTE}${NEXT_FIELD}${OTHER_FIELDS}${NAME_FIELD}${NAME}(?![\\w.-])`,
        'i',
      ),
      maxLength: 800,
      proof: 'context',
      multiLine: true,
    },
    checks: [{ check: 'generic-assignment' }],
    rotate,
    docs,
    examples: {
      match: (make) => {
        const secret = make(make.base62, 24);
        return [
          { text: `{\n  "value": "${secret}",\n  "name": "DB_PASSWORD"\n}`, secret, path: 'task-definition.json' },
          { text: `- value: ${secret}\n  name: API_TOKEN\n`, secret, path: 'deploy.yaml' },
        ];
      },
      noMatch: (make) => [
        `- value: ${make(make.base62, 24)}\n- name: API_TOKEN\n`,
        `- value: ${make(make.base62, 24)}\n  name: CHECKSUM\n`,
        '- value: $(API_TOKEN)\n  name: SHOP_TOKEN\n',
      ],
    },
  },
  {
    id: 'generic-nested-secret',
    title: 'Secret in the value of a thing of its name',
    provider: 'Generic',
    kind: 'other',
    identity: 'unknown',
    severity: 'medium',
    match: {
      anchors: fields,
      ignoreCase: true,
      pattern: new RegExp(
        `(?<=(?<![\\w.-])${NAME}[ \\t]{0,3}[:=][ \\t]{0,3}\\{\\s{0,60}${QUOTE}${OTHER_FIELDS})${VALUE_FIELD}${QUOTE}(?<secret>${VALUE})(?![\\w+/=-])`,
        'i',
      ),
      before: REACH,
      maxLength: LONGEST,
      proof: 'context',
      multiLine: true,
    },
    checks: [{ check: 'generic-assignment' }],
    rotate,
    docs,
    examples: {
      match: (make) => {
        const secret = make(make.base62, 24);
        return [
          { text: `"adminPassword": {\n  "value": "${secret}"\n}`, secret, path: 'azuredeploy.parameters.json' },
          { text: `"db_password": {\n  "type": "string",\n  "value": "${secret}"\n}`, secret, path: 'outputs.json' },
        ];
      },
      noMatch: (make) => [
        '"adminPassword": {\n  "value": "[parameters(\'adminPassword\')]"\n}',
        `"adminUser": {\n  "value": "${make(make.base62, 24)}"\n}`,
        `"password": {\n  "label": "Password"\n},\n"note": {\n  "value": "${make(make.base62, 24)}"\n}`,
      ],
    },
  },
  {
    id: 'generic-element-pair-secret',
    title: 'Secret in an element behind that of its name',
    provider: 'Generic',
    kind: 'other',
    identity: 'unknown',
    severity: 'medium',
    match: {
      anchors: ['<value>', '<string>', '<param-value>'],
      pattern:
        /(?<=(?:<(?:key|name|param-name)>[ \t]{0,4}|(?:name|key)=["'])(?<name>[A-Za-z][\w.-]{1,79})(?:[ \t]{0,4}<\/[a-z-]{3,10}>|["'][^<>]{0,80}>)\s{0,80})<(?:value|string|param-value)>\s{0,80}(?<secret>[^<>\s]{4,256})\s{0,80}<\//,
      before: REACH,
      maxLength: 500,
      proof: 'context',
      multiLine: true,
    },
    checks: [{ check: 'generic-assignment' }],
    rotate,
    docs,
    examples: {
      match: (make) => {
        const secret = make(make.base62, 24);
        return [
          { text: `<key>ShopApiToken</key>\n\t<string>${secret}</string>`, secret, path: 'Info.plist' },
          { text: `<name>fs.s3a.secret.key</name>\n<value>${secret}</value>`, secret, path: 'core-site.xml' },
          { text: `<property name="password">\n  <value>${secret}</value>\n</property>`, secret, path: 'beans.xml' },
        ];
      },
      noMatch: (make) => [
        '<key>ApiToken</key>\n<string>$(API_TOKEN)</string>',
        `<key>PasswordHint</key>\n<string>${make(make.base62, 24)}</string>`,
        `<key>ApiToken</key>\n<true/>\n<key>Build</key>\n<string>${make(make.base62, 24)}</string>`,
      ],
    },
  },
  {
    id: 'generic-element-secret',
    title: 'Secret on a line of its own in an element',
    provider: 'Generic',
    kind: 'other',
    identity: 'unknown',
    severity: 'medium',
    match: {
      anchors: ['password', 'passwd', 'passphrase', 'pwd', 'secret', 'token', 'apikey', 'api-key', 'api_key'].flatMap(
        (word) => [`${word}>`, `${word} >`],
      ),
      ignoreCase: true,
      pattern:
        /(?:pass(?:word|wd|phrase)|pwd|secret|token|api[-_]?key) ?>(?:[ \t]{0,8}\r?\n\s{0,80}|\s{0,80}<!\[CDATA\[\s{0,80})(?<secret>[^<>\s\]]{4,256})\s{0,80}(?:\]\]>\s{0,80})?<\//i,
      maxLength: 600,
      proof: 'context',
      multiLine: true,
    },
    checks: [{ check: 'generic-assignment' }],
    rotate,
    docs,
    examples: {
      match: (make) => {
        const secret = make(make.base62, 24);
        return [
          { text: `<db-password>\n    ${secret}\n  </db-password>`, secret, path: 'config.xml' },
          { text: `<password><![CDATA[${secret}]]></password>`, secret, path: 'config.xml' },
        ];
      },
      noMatch: (make) => [
        '<password>\n  ${db.password}\n</password>',
        '<password>\n  The password of the user\n</password>',
        `</password>\n  ${make(make.base62, 24)}\n`,
      ],
    },
  },
];
