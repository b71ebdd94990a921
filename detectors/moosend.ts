import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { get } from './build/verify.ts';

export const moosend = provider('Moosend', [
  {
    id: 'moosend-api-key',
    title: 'Moosend API key',
    kind: 'api-key',
    identity: 'account-root',
    severity: 'high',
    names: ['moosend'],
    value: [uuid],
    rotate: 'Generate a new key in Moosend under Settings, API key; the former one ends then.',
    docs: 'https://docs.moosend.com/developers/api-documentation/en/index-en.html',
    verify: get('https://api.moosend.com/v3/lists.json?apikey={value}'),
  },
]);
