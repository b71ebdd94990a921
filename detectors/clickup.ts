import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const clickup: readonly Detector[] = [
  {
    id: 'clickup-personal-api-token',
    title: 'ClickUp personal API token',
    provider: 'ClickUp',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['pk_'], pattern: token(/pk_[0-9]{7,9}_[0-9A-Z]{32}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ud' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Regenerate the token in ClickUp under Settings > Apps and deploy it; the old one ends at once.',
    docs: 'https://developer.clickup.com/docs/authentication',
    examples: {
      match: (make) => [exampleLine('CLICKUP_API_TOKEN=', `pk_${make(make.digits, 8)}_${make(make.upperAlnum, 32)}`)],
      noMatch: (make) => [
        `CLICKUP_API_TOKEN=pk_12345678_${'X'.repeat(32)}`,
        `CLICKUP_API_TOKEN=pk_${make(make.digits, 8)}_${make(make.upperAlnum, 16)}`,
        `STRIPE_PUBLISHABLE_KEY=pk_live_${make(make.base62, 32)}`,
      ],
    },
  },
];
