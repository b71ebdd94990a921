import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const zipcodeapi = provider('ZipCodeAPI', [
  {
    id: 'zipcodeapi-api-key',
    title: 'ZipCodeAPI key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['zip code api'],
    value: [base62(64)],
    rotate:
      'Write to zipcodeapi.com to have the application key changed, or register another; only its quota is at stake.',
    docs: 'https://www.zipcodeapi.com/API',
  },
]);
