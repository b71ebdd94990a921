import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const lob: readonly Detector[] = [
  {
    id: 'lob-api-key',
    title: 'Lob secret API key (live)',
    provider: 'Lob',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['lob_', 'lob.', 'lobApi', 'LOB_', 'Lob.'],
      pattern: assignment('(?<!(?<!\\\\)[A-Za-z0-9])lob[\\w.-]{0,16}key', 'live_[0-9a-f]{35}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Rotate the live secret key at dashboard.lob.com/settings/api-keys and deploy the new one.',
    docs: 'https://docs.lob.com/#section/Authentication',
    publicPrefix: 'live_',
    examples: {
      match: (make) => [
        exampleLine('LOB_API_KEY=', `live_${make(make.hex, 35)}`),
        exampleLine('lobApiKey: "', `live_${make(make.hex, 35)}`, '"'),
      ],
      noMatch: (make) => [
        `LOB_API_KEY=live_${'0'.repeat(35)}`,
        `LOB_API_KEY=live_${make(make.hex, 20)}`,
        `BLOB_KEY=live_${make(make.hex, 35)}`,
      ],
    },
  },
  ...provider('Lob', [
    {
      id: 'lob-test-api-key',
      title: 'Lob secret API key (test)',
      kind: 'api-key',
      identity: 'app',
      severity: 'low',
      names: ['lob api', 'lob key', 'lob test', 'lob secret', 'lob token'],
      anyName: true,
      value: ['test_', hex(35)],
      rotate:
        'Rotate the test secret key at dashboard.lob.com/settings/api-keys; it sends no mail and is charged nothing.',
      docs: 'https://docs.lob.com/#section/Authentication',
    },
  ]),
];
