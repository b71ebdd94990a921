import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const tumblr = provider('Tumblr', [
  {
    id: 'tumblr-consumer-key',
    title: 'Tumblr consumer key',
    kind: 'api-key',
    identity: 'app',
    severity: 'info',
    identifier: true,
    names: ['tumblr consumer key', 'tumblr api key', 'tumblr client id', 'tumblr key'],
    anyName: true,
    value: [base62(50)],
    rotate:
      'The consumer key names the app; reset it together with its secret at tumblr.com/oauth/apps when that is out.',
    docs: 'https://www.tumblr.com/docs/en/api/v2#auth',
  },
  {
    id: 'tumblr-oauth-secret',
    title: 'Tumblr consumer secret or OAuth token',
    kind: 'client-secret',
    identity: 'app',
    severity: 'medium',
    names: [
      'tumblr consumer secret',
      'tumblr secret',
      'tumblr client secret',
      'tumblr oauth',
      'tumblr token',
      'tumblr access',
    ],
    value: [base62(50)],
    pairsWith: { detector: 'tumblr-consumer-key', withinBytes: 600 },
    rotate:
      'Reset the consumer secret at tumblr.com/oauth/apps; for tokens, the user takes the app off under Settings, Apps.',
    docs: 'https://www.tumblr.com/docs/en/api/v2#auth',
  },
]);
