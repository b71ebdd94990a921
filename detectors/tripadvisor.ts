import { provider } from './build/provider.ts';
import { upperHex } from './build/value.ts';
import { get } from './build/verify.ts';

export const tripadvisor = provider('Tripadvisor', [
  {
    id: 'tripadvisor-api-key',
    title: 'Tripadvisor Content API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['trip advisor'],
    value: [upperHex(32)],
    rotate:
      'Create a key with domain or address limits in the Content API management of tripadvisor.com/developers and delete this one; calls over the free number are billed.',
    docs: 'https://tripadvisor-content-api.readme.io/reference/overview',
    verify: get('https://api.content.tripadvisor.com/api/v1/location/search?searchQuery=rome&key={value}'),
  },
]);
