import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { UUID } from './build/uuid.ts';
import { uuid } from './build/value.ts';

const rotate =
  'Delete the record key in the settings of the project in Cypress Cloud and add another; it allows recording runs, not reading them.';
const docs = 'https://docs.cypress.io/cloud/account-management/projects#Record-keys';

export const cypress: readonly Detector[] = [
  ...provider('Cypress Cloud', [
    {
      id: 'cypress-record-key',
      title: 'Cypress Cloud record key',
      kind: 'api-key',
      identity: 'workload',
      severity: 'low',
      names: ['cypress record', 'cypress key', 'cypress api'],
      value: [uuid],
      rotate,
      docs,
    },
  ]),
  {
    id: 'cypress-record-key-option',
    title: 'Cypress Cloud record key of a command',
    provider: 'Cypress Cloud',
    kind: 'api-key',
    identity: 'workload',
    severity: 'low',
    match: {
      anchors: ['cypress run'],
      pattern: new RegExp(`cypress run[^\\n]{0,200}?--key[ =]["']?(?<secret>${UUID})(?![\\w-])`),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate,
    docs,
    publicPrefix: '',
    examples: {
      match: (make) => [
        exampleLine('npx cypress run --record --key ', uuid.sample(make)),
        exampleLine('"e2e": "cypress run --key=', uuid.sample(make), ' --record"'),
      ],
      noMatch: (make) => [
        'cypress run --record --key 00000000-0000-0000-0000-000000000000',
        'cypress run --record --key $CYPRESS_RECORD_KEY',
        `cypress run --ci-build-id ${uuid.sample(make)}`,
      ],
    },
  },
];
