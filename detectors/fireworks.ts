import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { bearer } from './build/verify.ts';

export const fireworks: readonly Detector[] = [
  {
    id: 'fireworks-api-key',
    title: 'Fireworks AI API key',
    provider: 'Fireworks AI',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['fw_'],
      pattern: token(/fw_(?:[A-Za-z0-9]{22}|[A-Za-z0-9]{24}|[A-Za-z0-9]{40})/),
      proof: 'format',
    },
    checks: [
      { check: 'not-placeholder' },
      { check: 'mixed', classes: 'uld' },
      { check: 'entropy', min: 3.4 },
      { check: 'not-words' },
    ],
    rotate: 'Create a new key at app.fireworks.ai/settings/users/api-keys, deploy it, then delete this one there.',
    docs: 'https://docs.fireworks.ai/getting-started/introduction',
    verify: bearer('https://api.fireworks.ai/inference/v1/models'),
    publicPrefix: 'fw_',
    examples: {
      match: (make) => [
        exampleLine('FIREWORKS_API_KEY=', `fw_${make(make.base62, 24)}`),
        exampleLine('FIREWORKS_API_KEY=', `fw_${make(make.base62, 40)}`),
      ],
      noMatch: (make) => [
        `FIREWORKS_API_KEY=fw_${'x'.repeat(24)}`,
        `FIREWORKS_API_KEY=fw_${make(make.base62, 12)}`,
        `fw_${make(make.lowerAlnum, 24)}`,
        `FIREWORKS_API_KEY=fw_${make(make.base62, 30)}`,
      ],
    },
  },
];
