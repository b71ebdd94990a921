import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { get } from './build/verify.ts';

export const dataGov = provider('api.data.gov', [
  {
    id: 'data-gov-api-key',
    title: 'api.data.gov API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['data gov', 'datagov'],
    value: [base62(40)],
    rotate:
      'Sign up for another key at api.data.gov/signup and write to the service to have this one disabled; all agencies behind it share the quota.',
    docs: 'https://api.data.gov/docs/developer-manual/',
    verify: get('https://developer.nrel.gov/api/alt-fuel-stations/v1.json?limit=1&api_key={value}'),
  },
]);
