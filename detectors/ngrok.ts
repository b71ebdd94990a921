import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

export const ngrok: readonly Detector[] = [
  {
    id: 'ngrok-authtoken',
    title: 'ngrok authtoken or API key',
    provider: 'ngrok',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['ngrok', 'authtoken'],
      ignoreCase: true,
      pattern: assignment(
        'ngrok[\\w.-]{0,16}(?:token|key)|(?<![\\w-])authtoken',
        '(?:ak_|cr_)?[0-9][A-Za-z0-9]{24,29}_[0-9][A-Za-z0-9]{20}',
      ),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    rotate: 'Add a new authtoken at dashboard.ngrok.com/authtokens, deploy it, then delete this one.',
    docs: 'https://ngrok.com/docs/agent/#authtokens',
    examples: {
      match: (make) => [
        exampleLine('NGROK_AUTHTOKEN=', `2${make(make.base62, 26)}_${make(make.digits, 1)}${make(make.base62, 20)}`),
        exampleLine('authtoken: ', `2${make(make.base62, 26)}_${make(make.digits, 1)}${make(make.base62, 20)}`),
      ],
      noMatch: (make) => [
        `NGROK_AUTHTOKEN=2${'x'.repeat(26)}_1${'x'.repeat(20)}`,
        `NGROK_AUTHTOKEN=2${make(make.base62, 26)}`,
        `NGROK_DOMAIN=2${make(make.base62, 26)}_1${make(make.base62, 20)}`,
      ],
    },
  },
  {
    id: 'ngrok-authtoken-argument',
    title: 'ngrok authtoken on a command line',
    provider: 'ngrok',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['authtoken '],
      pattern: /authtoken[ \t]{1,4}["']?(?<secret>[0-9][A-Za-z0-9]{24,29}_[0-9][A-Za-z0-9]{20})(?![\w-])/,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    rotate: 'Add a new authtoken at dashboard.ngrok.com/authtokens, deploy it, then delete this one.',
    docs: 'https://ngrok.com/docs/agent/cli/#ngrok-config-add-authtoken',
    examples: {
      match: (make) => [
        exampleLine(
          'RUN ngrok config add-authtoken ',
          `2${make(make.base62, 26)}_${make(make.digits, 1)}${make(make.base62, 20)}`,
        ),
      ],
      noMatch: (make) => [
        'RUN ngrok config add-authtoken <your-authtoken>',
        `RUN ngrok config add-authtoken 2${'x'.repeat(26)}_1${'x'.repeat(20)}`,
        `RUN ngrok config add-authtoken 2${make(make.base62, 26)}`,
      ],
    },
  },
];
