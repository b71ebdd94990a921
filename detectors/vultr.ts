import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

export const vultr: readonly Detector[] = [
  {
    id: 'vultr-api-key',
    title: 'Vultr API key',
    provider: 'Vultr',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['vultr'],
      ignoreCase: true,
      pattern: assignment('vultr[\\w.-]{0,20}(?:key|token)', '[A-Z0-9]{36}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ud' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Delete it under Account, API, and create another with an access list and an expiry.',
    docs: 'https://docs.vultr.com/platform/other/api',
    examples: {
      match: (make) => [exampleLine('VULTR_API_KEY=', make(make.upperAlnum, 36))],
      noMatch: (make) => [`VULTR_API_KEY=${'X'.repeat(36)}`, `VULTR_API_KEY=${make(make.upperAlnum, 20)}`],
    },
  },
];
