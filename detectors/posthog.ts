import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { base62, either } from './build/value.ts';

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
  ...provider('PostHog', [
    {
      id: 'posthog-feature-flags-key',
      title: 'PostHog feature flags secure API key',
      kind: 'api-key',
      identity: 'app',
      severity: 'medium',
      value: ['phs_', base62(40, 60)],
      rotate:
        'Rotate the key in PostHog under Settings > Project > Feature flags; definitions of all flags can be read with it.',
      docs: 'https://posthog.com/docs/feature-flags/local-evaluation',
    },
    {
      id: 'posthog-oauth-token',
      title: 'PostHog OAuth access or refresh token',
      kind: 'access-token',
      identity: 'user',
      severity: 'high',
      anchors: ['pha_', 'phr_'],
      value: [either('pha_', 'phr_'), base62(40, 60)],
      rotate: 'Disconnect the application in the PostHog settings of the user, which ends both tokens.',
      docs: 'https://posthog.com/docs/api',
    },
  ]),
];
