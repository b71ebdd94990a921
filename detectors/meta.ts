import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { base64url, digits } from './build/value.ts';
import { get } from './build/verify.ts';
import { hex } from './build/value.ts';

const rotate =
  'Invalidate it: remove the app or system user in Meta Business Settings, or reset the app secret, which ends its tokens.';

export const meta: readonly Detector[] = [
  {
    id: 'facebook-access-token',
    title: 'Facebook (Meta) access token',
    provider: 'Meta',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['EAA'],
      // The base64 of long zeros begins so too: signs of base64 may not stand beside it.
      pattern: /(?<![\w+/.-])EAA(?!AAA)[A-Za-z0-9]{90,400}(?![\w+/=-])/,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4.5 }],
    rotate,
    docs: 'https://developers.facebook.com/docs/facebook-login/guides/access-tokens',
    examples: {
      match: (make) => [exampleLine('FB_ACCESS_TOKEN=', `EAAG${make(make.base62, 180)}`)],
      noMatch: (make) => [
        `FB_ACCESS_TOKEN=EAA${'x'.repeat(100)}`,
        `FB_ACCESS_TOKEN=EAA${make(make.base62, 60)}`,
        `data:;base64,EAAAAAA${make(make.base62, 120)}`,
      ],
    },
  },
  {
    id: 'facebook-app-secret',
    title: 'Facebook (Meta) app secret',
    provider: 'Meta',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['facebook', 'fb_', 'fbapp', 'meta_app', 'instagram'],
      ignoreCase: true,
      pattern: assignment('(?:facebook|fb|meta|instagram)(?:[_.-]?\\w{0,12})?[_.-]?secret', '[0-9a-f]{32}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Reset the app secret at developers.facebook.com/apps under App settings > Basic and deploy the new one.',
    docs: 'https://developers.facebook.com/docs/development/create-an-app/app-dashboard/basic-settings/',
    examples: {
      match: (make) => [
        exampleLine('FACEBOOK_APP_SECRET=', make(make.hex, 32)),
        exampleLine('FB_CLIENT_SECRET: "', make(make.hex, 32), '"'),
      ],
      noMatch: (make) => [
        `FACEBOOK_APP_SECRET=${'0'.repeat(32)}`,
        `FACEBOOK_APP_SECRET=${make(make.hex, 20)}`,
        `FACEBOOK_PIXEL=${make(make.hex, 32)}`,
      ],
    },
  },
  {
    id: 'instagram-access-token',
    title: 'Instagram access token',
    provider: 'Meta',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['IGQVJ', 'IGQWR', 'IGAA'],
      pattern: token(/(?:IGQVJ|IGQWR|(?<![+/.-])IGAA)[\w-]{100,400}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    rotate,
    docs: 'https://developers.facebook.com/docs/instagram-platform/reference/access_token',
    examples: {
      match: (make) => [exampleLine('INSTAGRAM_TOKEN=', `IGQVJ${make(make.base62, 140)}`)],
      noMatch: (make) => [`INSTAGRAM_TOKEN=IGQVJ${'x'.repeat(140)}`, `INSTAGRAM_TOKEN=IGQVJ${make(make.base62, 40)}`],
    },
  },
  ...provider('Meta', [
    {
      id: 'facebook-app-access-token',
      title: 'Facebook (Meta) app access token',
      kind: 'access-token',
      identity: 'app',
      severity: 'high',
      names: ['facebook', 'fb app', 'fb access'],
      value: [digits(12, 18), '|', base64url(24, 40)],
      rotate:
        'Reset the app secret at developers.facebook.com/apps under App settings, Basic: the app access token is made of it and ends with it.',
      docs: 'https://developers.facebook.com/docs/facebook-login/guides/access-tokens#apptokens',
      verify: get('https://graph.facebook.com/app?access_token={value}'),
    },
  ]),
  ...provider('Meta', [
    {
      id: 'facebook-api-key',
      title: 'Facebook (Meta) app key or secret',
      kind: 'client-secret',
      identity: 'app',
      severity: 'high',
      names: ['facebook api', 'facebook key', 'facebook token', 'fb api'],
      value: [hex(32)],
      rotate: 'Reset the app secret at developers.facebook.com/apps under App settings, Basic, and deploy the new one.',
      docs: 'https://developers.facebook.com/docs/development/create-an-app/app-dashboard/basic-settings/',
    },
  ]),
];
