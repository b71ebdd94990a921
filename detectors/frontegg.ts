import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';

export const frontegg = provider('Frontegg', [
  {
    id: 'frontegg-client-id',
    title: 'Frontegg client id',
    kind: 'access-key',
    identity: 'app',
    severity: 'info',
    names: ['frontegg client id'],
    anyName: true,
    value: [uuid],
    identifier: true,
    rotate: 'It names the environment; its API key is what must change.',
    docs: 'https://developers.frontegg.com/ciam/api/overview',
  },
  {
    id: 'frontegg-api-key',
    title: 'Frontegg API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    names: ['frontegg api', 'frontegg secret', 'frontegg key', 'frontegg client secret'],
    value: [uuid],
    pairsWith: { detector: 'frontegg-client-id', withinBytes: 600 },
    rotate:
      'Regenerate the API key under Keys and domains of the environment in the Frontegg portal: with it anyone can manage your users.',
    docs: 'https://developers.frontegg.com/ciam/api/overview',
  },
]);
