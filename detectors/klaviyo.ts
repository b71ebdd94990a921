import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

export const klaviyo: readonly Detector[] = [
  {
    id: 'klaviyo-private-api-key',
    title: 'Klaviyo private API key',
    provider: 'Klaviyo',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['klaviyo'],
      ignoreCase: true,
      // For once pk_ means private key, not publishable key.
      pattern: assignment('klaviyo[\\w.-]{0,24}(?:key|token)', 'pk_[A-Za-z0-9]{34}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Create a new private key at klaviyo.com/settings/account/api-keys, deploy it, then delete this one.',
    docs: 'https://developers.klaviyo.com/en/docs/authenticate_',
    publicPrefix: 'pk_',
    examples: {
      match: (make) => [exampleLine('KLAVIYO_PRIVATE_API_KEY=', `pk_${make(make.hex, 34)}`)],
      noMatch: (make) => [
        `KLAVIYO_PRIVATE_API_KEY=pk_${'x'.repeat(34)}`,
        `KLAVIYO_PRIVATE_API_KEY=pk_${make(make.hex, 20)}`,
        `PUBLISHABLE_KEY=pk_${make(make.hex, 34)}`,
      ],
    },
  },
];
