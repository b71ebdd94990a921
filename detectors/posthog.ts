import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const posthog: readonly Detector[] = [
  {
    id: 'posthog-personal-api-key',
    title: 'PostHog personal API key',
    provider: 'PostHog',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['phx_'], pattern: token(/phx_[\w-]{41,49}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Roll the key in PostHog under Settings > Personal API keys and deploy the new one.',
    docs: 'https://posthog.com/docs/api',
    examples: {
      match: (make) => [exampleLine('POSTHOG_API_KEY=', `phx_${make(make.base62, 43)}`)],
      noMatch: (make) => [
        `POSTHOG_API_KEY=phx_${'x'.repeat(43)}`,
        `POSTHOG_API_KEY=phx_${make(make.base62, 20)}`,
        // The key of a project is meant to be public.
        `POSTHOG_PROJECT_KEY=phc_${make(make.base62, 43)}`,
      ],
    },
  },
];
