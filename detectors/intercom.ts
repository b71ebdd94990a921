import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';

export const intercom: readonly Detector[] = [
  {
    id: 'intercom-access-token',
    title: 'Intercom access token',
    provider: 'Intercom',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: {
      // `tok:`, an id of 36 characters and `:1:0`, together in base64.
      anchors: ['dG9rO'],
      pattern: /(?<![\w+/])dG9rO[A-Za-z0-9+/]{54}=(?![\w+/=])/,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Regenerate the access token of the app in the Intercom Developer Hub under Authentication and deploy it.',
    docs: 'https://developers.intercom.com/docs/build-an-integration/learn-more/authentication',
    examples: {
      match: (make) => {
        const id = [8, 4, 4, 4, 12].map((length) => make(make.hex, length)).join('_');
        return [exampleLine('INTERCOM_ACCESS_TOKEN=', Buffer.from(`tok:${id}:1:0`).toString('base64'))];
      },
      noMatch: (make) => [
        'INTERCOM_ACCESS_TOKEN=dG9rOmFiYw==',
        `INTERCOM_ACCESS_TOKEN=dG9rO${'x'.repeat(54)}=`,
        `INTERCOM_ACCESS_TOKEN=${make(make.base64, 59)}=`,
      ],
    },
  },
];
