import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { either, hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

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
      pattern: token(/sgp_(?:(?:[0-9a-fA-F]{16}|local)_)?[0-9a-fA-F]{40}/, '-'),
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
  ...provider('Sourcegraph', [
    {
      id: 'sourcegraph-gateway-token',
      title: 'Sourcegraph gateway or license token',
      kind: 'access-token',
      identity: 'app',
      severity: 'high',
      anchors: ['slk_', 'sgd_'],
      value: [either('slk_', 'sgd_'), hex(64)],
      rotate:
        'The token follows from the license key or from a user of sourcegraph.com: have the license reissued, or delete the access token of that user.',
      docs: 'https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token',
      verify: bearer('https://cody-gateway.sourcegraph.com/v1/limits'),
    },
    {
      id: 'sourcegraph-access-token-older',
      title: 'Sourcegraph access token (without prefix)',
      kind: 'access-token',
      identity: 'user',
      severity: 'high',
      names: ['sourcegraph', 'src access token'],
      value: [hex(40)],
      rotate:
        'Delete the token under Settings, Access tokens on the instance it belongs to and create one in the present form, with an expiry.',
      docs: 'https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token',
    },
  ]),
];
