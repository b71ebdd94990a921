import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { UUID, makeUuid } from './build/uuid.ts';

export const fusionauth: readonly Detector[] = [
  {
    id: 'fusionauth-api-key',
    title: 'FusionAuth API key',
    provider: 'FusionAuth',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['fusionauth', 'fusion_auth'],
      ignoreCase: true,
      pattern: assignment('fusion_?auth[\\w.-]{0,16}api[_-]?key', `${UUID}|[A-Za-z0-9_-]{64}`),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate:
      'Create a new key in FusionAuth under Settings > API keys with the least endpoints, deploy it, then delete this one.',
    docs: 'https://fusionauth.io/docs/apis/authentication',
    examples: {
      match: (make) => [
        exampleLine('FUSIONAUTH_API_KEY=', makeUuid(make)),
        exampleLine('fusionAuthApiKey: "', make(make.base62, 64), '"'),
      ],
      noMatch: (make) => [
        'FUSIONAUTH_API_KEY=00000000-0000-0000-0000-000000000000',
        `FUSIONAUTH_APPLICATION_ID=${makeUuid(make)}`,
      ],
    },
  },
];
