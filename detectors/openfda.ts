import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { get } from './build/verify.ts';

export const openfda = provider('openFDA', [
  {
    id: 'openfda-api-key',
    title: 'openFDA API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['openfda', 'open fda'],
    value: [base62(40)],
    rotate:
      'Request another key at open.fda.gov/apis/authentication; the data is public and the key only raises limits.',
    docs: 'https://open.fda.gov/apis/authentication/',
    verify: get('https://api.fda.gov/drug/label.json?limit=1&api_key={value}'),
  },
]);
