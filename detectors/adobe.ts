import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const adobe: readonly Detector[] = [
  {
    id: 'adobe-client-secret',
    title: 'Adobe client secret',
    provider: 'Adobe',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    match: { anchors: ['p8e-', 'p8-'], pattern: token(/p8e?-[A-Za-z0-9_-]{32}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    pairsWith: { detector: 'adobe-client-id', withinBytes: 600 },
    rotate:
      'Add a second client secret to the credential at developer.adobe.com/console, deploy it, then delete this one.',
    docs: 'https://developer.adobe.com/developer-console/docs/guides/authentication/ServerToServerAuthentication/implementation/',
    examples: {
      match: (make) => [exampleLine('ADOBE_CLIENT_SECRET=', `p8e-${make(make.base62, 32)}`)],
      noMatch: (make) => [
        `ADOBE_CLIENT_SECRET=p8e-${'x'.repeat(32)}`,
        `ADOBE_CLIENT_SECRET=p8e-${make(make.base62, 16)}`,
        `ADOBE_CLIENT_ID=${make(make.hex, 32)}`,
      ],
    },
  },
  ...provider('Adobe', [
    {
      id: 'adobe-client-id',
      title: 'Adobe client id',
      kind: 'other',
      identity: 'app',
      severity: 'info',
      names: ['adobe client id', 'adobe io client id', 'adobe api key'],
      anyName: true,
      value: [hex(32)],
      identifier: true,
      rotate: 'It names the integration and also goes out as `x-api-key`; add a new client secret instead.',
      docs: 'https://developer.adobe.com/developer-console/docs/guides/authentication/',
    },
  ]),
];
