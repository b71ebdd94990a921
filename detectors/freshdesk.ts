import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { basic } from './build/verify.ts';

export const freshdesk: readonly Detector[] = [
  {
    id: 'freshdesk-api-key',
    title: 'Freshdesk API key',
    provider: 'Freshdesk',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['freshdesk'],
      ignoreCase: true,
      pattern: assignment('freshdesk[\\w.-]{0,16}(?:key|token)', '[A-Za-z0-9]{20}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3 }],
    rotate: "Reset the API key in the agent's profile settings in Freshdesk and deploy the new one.",
    docs: 'https://developers.freshdesk.com/api/#authentication',
    verify: basic('{value}:X', 'https://{domain}.freshdesk.com/api/v2/agents/me'),
    examples: {
      match: (make) => [exampleLine('FRESHDESK_API_KEY=', make(make.base62, 20))],
      noMatch: (make) => [
        `FRESHDESK_API_KEY=${'x'.repeat(20)}`,
        `FRESHDESK_API_KEY=${make(make.base62, 12)}`,
        `FRESHDESK_DOMAIN=${make(make.base62, 20)}`,
      ],
    },
  },
];
