import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

export const box: readonly Detector[] = [
  {
    id: 'box-credential',
    title: 'Box client secret or access token',
    provider: 'Box',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    match: {
      // The vendor's name alone is a part of many words.
      anchors: ['box_', 'boxClient', 'boxAccess', 'boxDeveloper', 'BOX_'],
      pattern: assignment(
        '(?<!(?<!\\\\)[A-Za-z0-9])box_?(?:client_?secret|access_?token|developer_?token)',
        '[A-Za-z0-9]{32}',
      ),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Reset the client secret of the app at app.box.com/developers/console; access tokens end within the hour.',
    docs: 'https://developer.box.com/guides/authentication/client-credentials/',
    examples: {
      match: (make) => [
        exampleLine('BOX_CLIENT_SECRET=', make(make.base62, 32)),
        exampleLine('boxAccessToken: "', make(make.base62, 32), '"'),
      ],
      noMatch: (make) => [
        `BOX_CLIENT_SECRET=${'x'.repeat(32)}`,
        `BOX_CLIENT_ID=${make(make.base62, 32)}`,
        `DROPBOX_CLIENT_SECRET=${make(make.base62, 32)}`,
      ],
    },
  },
];
