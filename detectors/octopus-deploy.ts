import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const octopusDeploy: readonly Detector[] = [
  {
    id: 'octopus-deploy-api-key',
    title: 'Octopus Deploy API key',
    provider: 'Octopus Deploy',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['API-'], pattern: token(/(?<!-)API-[0-9A-Z]{26}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ud' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Create a new API key in the Octopus profile, deploy it, then delete this one.',
    docs: 'https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key',
    examples: {
      match: (make) => [exampleLine('OCTOPUS_API_KEY=', `API-${make(make.upperAlnum, 26)}`)],
      noMatch: (make) => [
        `OCTOPUS_API_KEY=API-${'X'.repeat(26)}`,
        `OCTOPUS_API_KEY=API-${make(make.upperAlnum, 20)}`,
        `PAYMENTS-API-${make(make.upperAlnum, 26)}`,
      ],
    },
  },
];
