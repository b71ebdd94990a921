import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { post } from './build/verify.ts';

const verify = post('https://api.dropboxapi.com/2/users/get_current_account', 'null', {
  authorization: 'Bearer {value}',
});

const rotate = 'Disconnect the app at dropbox.com/account/connected_apps, or send the token to /2/auth/token/revoke.';

export const dropbox: readonly Detector[] = [
  {
    id: 'dropbox-short-lived-token',
    title: 'Dropbox short-lived access token',
    provider: 'Dropbox',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    match: {
      anchors: ['sl.'],
      pattern: token(/sl\.(?:u\.)?[\w-]{100,1500}/, '-'),
      maxLength: 1510,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4.5 }],
    rotate,
    docs: 'https://developers.dropbox.com/oauth-guide',
    verify,
    examples: {
      match: (make) => [
        exampleLine('DROPBOX_ACCESS_TOKEN=', `sl.${make(make.base62, 137)}`),
        exampleLine('DROPBOX_ACCESS_TOKEN=', `sl.u.${make(make.base62, 1295)}`),
      ],
      noMatch: (make) => [
        `DROPBOX_ACCESS_TOKEN=sl.${'x'.repeat(137)}`,
        `DROPBOX_ACCESS_TOKEN=sl.${make(make.base62, 60)}`,
        `ssl.${make(make.base62, 137)}`,
      ],
    },
  },
  {
    id: 'dropbox-long-lived-token',
    title: 'Dropbox long-lived access token',
    provider: 'Dropbox',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['AAAAAAAAAA'],
      lookBehind: 11,
      maxLength: 72,
      pattern: token(/[A-Za-z0-9_-]{11}AAAAAAAAAA[\w-]{43}/, '+/=-'),
      proof: 'format',
    },
    checks: [
      { check: 'mixed', classes: 'uld' },
      { check: 'entropy', min: 3.8 },
    ],
    rotate,
    docs: 'https://developers.dropbox.com/oauth-guide',
    verify,
    publicPrefix: '',
    examples: {
      match: (make) => [
        exampleLine('DROPBOX_TOKEN=', `${make(make.base62, 11)}${'A'.repeat(10)}${make(make.base62, 43)}`),
      ],
      noMatch: (make) => [
        `DROPBOX_TOKEN=${'A'.repeat(64)}`,
        `DROPBOX_TOKEN=${make(make.base62, 11)}${'A'.repeat(10)}${make(make.base62, 20)}`,
        `data:font/woff;base64,${make(make.base62, 40)}${'A'.repeat(10)}${make(make.base62, 80)}`,
      ],
    },
  },
  {
    id: 'dropbox-app-secret',
    title: 'Dropbox app secret',
    provider: 'Dropbox',
    kind: 'client-secret',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['dropbox'],
      ignoreCase: true,
      pattern: assignment('dropbox[\\w.-]{0,16}(?:secret|token)', '[0-9a-z]{15}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3 }],
    pairsWith: { detector: 'dropbox-app-key', withinBytes: 600 },
    rotate: 'Dropbox cannot change an app secret: create a new app at dropbox.com/developers/apps and delete this one.',
    docs: 'https://www.dropbox.com/developers/reference/getting-started',
    examples: {
      match: (make) => [exampleLine('DROPBOX_APP_SECRET=', make(make.lowerAlnum, 15))],
      noMatch: (make) => [
        `DROPBOX_APP_SECRET=${'x'.repeat(15)}`,
        `DROPBOX_APP_SECRET=${make(make.lowerAlnum, 10)}`,
        `DROPBOX_APP_KEY=${make(make.lowerAlnum, 15)}`,
      ],
    },
  },
  ...provider('Dropbox', [
    {
      id: 'dropbox-app-key',
      title: 'Dropbox app key',
      kind: 'access-key',
      identity: 'app',
      severity: 'info',
      names: ['dropbox app key', 'dropbox client id'],
      anyName: true,
      value: [lowerAlnum(15)],
      identifier: true,
      rotate: 'The app key is public; its secret cannot be changed, so a leaked secret means a new app.',
      docs: 'https://developers.dropbox.com/oauth-guide',
    },
  ]),
];
