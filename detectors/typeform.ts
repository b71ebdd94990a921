import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const typeform: readonly Detector[] = [
  {
    id: 'typeform-personal-access-token',
    title: 'Typeform personal access token',
    provider: 'Typeform',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['tfp_'], pattern: token(/tfp_[\w.=-]{40,64}/, '.=-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Regenerate the token at admin.typeform.com/user/tokens and deploy it.',
    docs: 'https://www.typeform.com/developers/get-started/personal-access-token/',
    examples: {
      match: (make) => [exampleLine('TYPEFORM_TOKEN=', `tfp_${make(make.base62, 44)}_${make(make.base62, 14)}`)],
      noMatch: (make) => [`TYPEFORM_TOKEN=tfp_${'x'.repeat(59)}`, `TYPEFORM_TOKEN=tfp_${make(make.base62, 30)}`],
    },
  },
];
