import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const flyIo: readonly Detector[] = [
  {
    id: 'fly-access-token',
    title: 'Fly.io access token',
    provider: 'Fly.io',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['fm1a_', 'fm1r_', 'fm2_', 'fo1_', 'FlyV1 '],
      pattern: token(
        /(?:fm1[ar]_|fm2_)[A-Za-z0-9+/]{43,4000}={0,3}|fo1_[\w-]{43,84}|FlyV1 (?!f[mo])[\w+/=,-]{100,1000}/,
        '+/=',
      ),
      maxLength: 4100,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate: 'Revoke it with `fly tokens revoke`; use a deploy token of one app with an expiry.',
    docs: 'https://fly.io/docs/security/tokens/',
    examples: {
      match: (make) => [
        exampleLine('FLY_API_TOKEN="FlyV1 ', `fm2_${make(make.base62, 500)}`, '"'),
        exampleLine('FLY_API_TOKEN=', `fo1_${make(make.base62, 43)}`),
      ],
      noMatch: (make) => [`FLY_API_TOKEN=fm2_${'x'.repeat(200)}`, `FLY_API_TOKEN=fo1_${make(make.base62, 20)}`],
    },
  },
];
