import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const resend: readonly Detector[] = [
  {
    id: 'resend-api-key',
    title: 'Resend API key',
    provider: 'Resend',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: { anchors: ['re_'], pattern: token(/re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Create a new key at resend.com/api-keys, deploy it, then delete this one there.',
    docs: 'https://resend.com/docs/dashboard/api-keys/introduction',
    examples: {
      match: (make) => [exampleLine('RESEND_API_KEY=', `re_${make(make.base62, 8)}_${make(make.base62, 24)}`)],
      noMatch: (make) => [
        'RESEND_API_KEY=re_xxxxxxxx_xxxxxxxxxxxxxxxxxxxxxxxx',
        `RESEND_API_KEY=re_${make(make.base62, 8)}`,
        `core_${make(make.base62, 8)}_${make(make.base62, 24)}`,
      ],
    },
  },
];
