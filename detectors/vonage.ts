import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

export const vonage: readonly Detector[] = [
  {
    id: 'vonage-api-secret',
    title: 'Vonage (Nexmo) API secret',
    provider: 'Vonage',
    kind: 'api-key',
    identity: 'account-root',
    severity: 'high',
    match: {
      anchors: ['vonage', 'nexmo'],
      ignoreCase: true,
      pattern: assignment('(?:vonage|nexmo)[\\w.-]{0,16}secret', '[A-Za-z0-9]{16}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3 }],
    rotate: 'Add a second secret in the Vonage dashboard under API settings, deploy it, then revoke this one.',
    docs: 'https://developer.vonage.com/en/account/guides/secret-management',
    examples: {
      match: (make) => [
        exampleLine('VONAGE_API_SECRET=', make(make.base62, 16)),
        exampleLine('NEXMO_API_SECRET: "', make(make.base62, 16), '"'),
      ],
      noMatch: (make) => [
        `VONAGE_API_SECRET=${'x'.repeat(16)}`,
        `VONAGE_API_SECRET=${make(make.base62, 8)}`,
        `VONAGE_NUMBER_ID=${make(make.base62, 16)}`,
      ],
    },
  },
];
