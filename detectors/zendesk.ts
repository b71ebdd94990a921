import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

export const zendesk: readonly Detector[] = [
  {
    id: 'zendesk-api-token',
    title: 'Zendesk API token',
    provider: 'Zendesk',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['zendesk'],
      ignoreCase: true,
      pattern: assignment('zendesk[\\w.-]{0,16}(?:token|key|secret)', '[A-Za-z0-9]{40}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3.5 }],
    rotate:
      'Add a new token in the Zendesk Admin Center under Apps and integrations > API tokens, deploy it, then delete this one.',
    docs: 'https://developer.zendesk.com/api-reference/introduction/security-and-auth/',
    examples: {
      match: (make) => [exampleLine('ZENDESK_API_TOKEN=', make(make.base62, 40))],
      noMatch: (make) => [
        `ZENDESK_API_TOKEN=${'x'.repeat(40)}`,
        `ZENDESK_API_TOKEN=${make(make.base62, 20)}`,
        `ZENDESK_COMMIT=${make(make.base62, 40)}`,
      ],
    },
  },
];
