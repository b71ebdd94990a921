import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

const rotate =
  'Revoke it with `particle token revoke` or DELETE /v1/access_tokens/TOKEN; it can flash and command every device of the user.';
const docs = 'https://docs.particle.io/reference/cloud-apis/api/#authentication';
const verify = bearer('https://api.particle.io/v1/access_tokens/current');

export const particle: readonly Detector[] = [
  ...provider('Particle', [
    {
      id: 'particle-access-token',
      title: 'Particle access token',
      kind: 'access-token',
      identity: 'user',
      severity: 'high',
      names: ['particle access', 'particle token', 'particle api', 'particle io', 'particle auth', 'particle cloud'],
      value: [hex(40)],
      rotate,
      docs,
      verify,
    },
  ]),
  {
    id: 'particle-access-token-in-request',
    title: 'Particle access token in a request',
    provider: 'Particle',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['api.particle.io/'],
      pattern: /api\.particle\.io\/[^\r\n]{0,160}?(?:access_token=|Bearer )(?<secret>[0-9a-f]{40})(?!\w)/,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 2.8 }],
    rotate,
    docs,
    verify,
    examples: {
      match: (make) => [
        exampleLine('https://api.particle.io/v1/devices/events?access_token=', make(make.hex, 40)),
        exampleLine('curl https://api.particle.io/v1/devices -H "Authorization: Bearer ', make(make.hex, 40), '"'),
      ],
      noMatch: (make) => [
        'https://api.particle.io/v1/devices?access_token=$TOKEN',
        `https://example.org/?access_token=${make(make.hex, 40)}`,
      ],
    },
  },
];
