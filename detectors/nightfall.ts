import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const nightfall = provider('Nightfall', [
  {
    id: 'nightfall-api-key',
    title: 'Nightfall API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    value: ['NF-', base62(32)],
    rotate: 'Create another key in the Nightfall dashboard under Developer Platform, deploy it, then delete this one.',
    docs: 'https://help.nightfall.ai/developer-api/getting-started/authentication-and-security',
  },
]);
