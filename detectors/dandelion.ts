import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';

export const dandelion = provider('Dandelion', [
  {
    id: 'dandelion-api-token',
    title: 'Dandelion API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'low',
    names: ['dandelion'],
    value: [lowerAlnum(32)],
    rotate: 'Regenerate the token on the dashboard of dandelion.eu.',
    docs: 'https://dandelion.eu/docs/',
  },
]);
