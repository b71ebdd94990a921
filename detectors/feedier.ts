import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

export const feedier = provider('Feedier', [
  {
    id: 'feedier-api-key',
    title: 'Feedier API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['feedier'],
    value: [alnum(32)],
    rotate: 'Regenerate the key in the Feedier settings under Integrations, API.',
    docs: 'https://docs.feedier.com/',
  },
]);
