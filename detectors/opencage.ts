import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const opencage = provider('OpenCage', [
  {
    id: 'opencage-api-key',
    title: 'OpenCage geocoding API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['opencage', 'open cage'],
    value: [hex(32)],
    rotate:
      'Create another key in the OpenCage account dashboard under Geocoding API, then delete this one; requests of others count against your quota.',
    docs: 'https://opencagedata.com/api',
    verify: get('https://api.opencagedata.com/geocode/v1/json?q=0,0&key={value}'),
  },
]);
