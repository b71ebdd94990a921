import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const apify: readonly Detector[] = [
  {
    id: 'apify-api-token',
    title: 'Apify API token',
    provider: 'Apify',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    match: { anchors: ['apify_api_'], pattern: token(/apify_api_[A-Za-z0-9]{34,38}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Rotate the token in the Apify Console under Settings > API & integrations and deploy the new one.',
    docs: 'https://docs.apify.com/platform/integrations/api',
    examples: {
      match: (make) => [exampleLine('APIFY_TOKEN=', `apify_api_${make(make.base62, 36)}`)],
      noMatch: (make) => [`APIFY_TOKEN=apify_api_${'x'.repeat(36)}`, `APIFY_TOKEN=apify_api_${make(make.base62, 20)}`],
    },
  },
];
