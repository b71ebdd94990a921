import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

const rotate = 'Create a new key in Honeycomb under Environment settings > API keys, deploy it, then delete this one.';

export const honeycomb: readonly Detector[] = [
  {
    id: 'honeycomb-api-key',
    title: 'Honeycomb ingest or configuration key',
    provider: 'Honeycomb',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    match: { anchors: ['hcaik_', 'hcaic_'], pattern: token(/hcai[kc]_[0-9a-z]{58}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate,
    docs: 'https://docs.honeycomb.io/configure/environments/manage-api-keys/',
    examples: {
      match: (make) => [exampleLine('HONEYCOMB_API_KEY=', `hcaik_01${make(make.lowerAlnum, 56)}`)],
      noMatch: (make) => [
        `HONEYCOMB_API_KEY=hcaik_${'x'.repeat(58)}`,
        `HONEYCOMB_API_KEY=hcaik_01${make(make.lowerAlnum, 24)}`,
      ],
    },
  },
  {
    id: 'honeycomb-classic-key',
    title: 'Honeycomb Classic or configuration key (without prefix)',
    provider: 'Honeycomb',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['honeycomb'],
      ignoreCase: true,
      pattern: assignment('honeycomb[\\w.-]{0,16}(?:key|team|token)', '[0-9a-f]{32}|[A-Za-z0-9]{22}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3 }],
    rotate,
    docs: 'https://docs.honeycomb.io/configure/environments/manage-api-keys/',
    examples: {
      match: (make) => [
        exampleLine('X-Honeycomb-Team: ', make(make.base62, 22)),
        exampleLine('HONEYCOMB_WRITEKEY=', make(make.hex, 32)),
      ],
      noMatch: (make) => [
        `HONEYCOMB_API_KEY=${'x'.repeat(22)}`,
        `HONEYCOMB_API_KEY=${make(make.base62, 12)}`,
        `HONEYCOMB_DATASET=${make(make.base62, 22)}`,
      ],
    },
  },
];
