import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const sumoLogic: readonly Detector[] = [
  {
    id: 'sumo-logic-access-key',
    title: 'Sumo Logic access key',
    provider: 'Sumo Logic',
    kind: 'access-key',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['sumo'],
      ignoreCase: true,
      pattern: assignment('sumo[\\w.-]{0,16}(?:key|token|secret)', '[A-Za-z0-9]{64}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 4 }],
    pairsWith: { detector: 'sumo-logic-access-id', withinBytes: 600 },
    rotate:
      'Create a new access key in Sumo Logic under Administration > Security > Access keys, deploy it, then delete this one.',
    docs: 'https://help.sumologic.com/docs/manage/security/access-keys/',
    examples: {
      match: (make) => [exampleLine('SUMOLOGIC_ACCESSKEY=', make(make.base62, 64))],
      noMatch: (make) => [
        `SUMOLOGIC_ACCESSKEY=${'x'.repeat(64)}`,
        `SUMOLOGIC_ACCESSKEY=${make(make.base62, 40)}`,
        `SUMOLOGIC_ACCESSID=su${make(make.base62, 12)}`,
      ],
    },
  },
  ...provider('Sumo Logic', [
    {
      id: 'sumo-logic-access-id',
      title: 'Sumo Logic access id',
      kind: 'access-key',
      identity: 'user',
      severity: 'info',
      identifier: true,
      names: ['sumo'],
      anyName: true,
      value: ['su', base62(12)],
      checks: [{ check: 'mixed', classes: 'uld' }],
      rotate:
        'The id is not secret; deactivate the access key it names under Preferences in Sumo Logic when the key leaked.',
      docs: 'https://help.sumologic.com/docs/manage/security/access-keys/',
    },
  ]),
];
