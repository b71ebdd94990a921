import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { digits } from './build/value.ts';

export const asana: readonly Detector[] = [
  {
    id: 'asana-personal-access-token',
    title: 'Asana personal access token',
    provider: 'Asana',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['asana'],
      ignoreCase: true,
      pattern: assignment(
        'asana[\\w.-]{0,24}(?:token|key|pat)',
        '[012]/[0-9]{13,20}(?:/[0-9]{13,20})?(?::[0-9a-f]{32}|/[A-Za-z0-9]{32,48})|0/[0-9a-f]{32}',
      ),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Create a new token at app.asana.com/0/my-apps, deploy it, then deauthorize this one there.',
    docs: 'https://developers.asana.com/docs/personal-access-token',
    examples: {
      match: (make) => [
        exampleLine('ASANA_ACCESS_TOKEN=', `1/${make(make.digits, 16)}:${make(make.hex, 32)}`),
        exampleLine(
          'asana_token = "',
          `2/${make(make.digits, 16)}/${make(make.digits, 16)}:${make(make.hex, 32)}`,
          '"',
        ),
      ],
      noMatch: (make) => [
        `ASANA_ACCESS_TOKEN=1/${'0'.repeat(16)}:${'0'.repeat(32)}`,
        `ASANA_ACCESS_TOKEN=1/${make(make.digits, 16)}`,
        `ASANA_WORKSPACE=1/${make(make.digits, 16)}:${make(make.hex, 32)}`,
      ],
    },
  },
  {
    id: 'asana-client-secret',
    title: 'Asana OAuth client secret',
    provider: 'Asana',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['asana'],
      ignoreCase: true,
      pattern: assignment('asana[\\w.-]{0,16}secret', '[0-9a-f]{32}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    pairsWith: { detector: 'asana-client-id', withinBytes: 600 },
    rotate: 'Reset the client secret of the app at app.asana.com/0/my-apps and deploy the new one.',
    docs: 'https://developers.asana.com/docs/oauth',
    examples: {
      match: (make) => [exampleLine('ASANA_CLIENT_SECRET=', make(make.hex, 32))],
      noMatch: (make) => [
        `ASANA_CLIENT_SECRET=${'0'.repeat(32)}`,
        `ASANA_CLIENT_SECRET=${make(make.hex, 20)}`,
        `ASANA_CLIENT_ID=${make(make.digits, 16)}`,
      ],
    },
  },
  ...provider('Asana', [
    {
      id: 'asana-client-id',
      title: 'Asana client id',
      kind: 'other',
      identity: 'app',
      severity: 'info',
      names: ['asana client id', 'asana app id'],
      anyName: true,
      value: [digits(16)],
      identifier: true,
      rotate: 'Names the app; reset the client secret in the developer console instead.',
      docs: 'https://developers.asana.com/docs/oauth',
    },
  ]),
];
