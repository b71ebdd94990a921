import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const sourcegraph: readonly Detector[] = [
  {
    id: 'sourcegraph-access-token',
    title: 'Sourcegraph access token',
    provider: 'Sourcegraph',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['sgp_'],
      pattern: token(/sgp_(?:(?:[0-9a-f]{16}|local)_)?[0-9a-f]{40}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Generate a new token in Sourcegraph under Settings > Access tokens, deploy it, then delete this one.',
    docs: 'https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token',
    examples: {
      match: (make) => [
        exampleLine('SRC_ACCESS_TOKEN=', `sgp_${make(make.hex, 40)}`),
        exampleLine('SRC_ACCESS_TOKEN=', `sgp_${make(make.hex, 16)}_${make(make.hex, 40)}`),
      ],
      noMatch: (make) => [
        `SRC_ACCESS_TOKEN=sgp_${'0'.repeat(40)}`,
        `SRC_ACCESS_TOKEN=sgp_${make(make.hex, 20)}`,
        `SEGMENT_API_TOKEN=sgp_${make(make.base62, 64)}`,
      ],
    },
  },
];
