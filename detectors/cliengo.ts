import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { get } from './build/verify.ts';

export const cliengo = provider('Cliengo', [
  {
    id: 'cliengo-api-key',
    title: 'Cliengo API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['cliengo'],
    value: [uuid],
    rotate:
      'Ask for a new key in the integrations section of Cliengo; conversations and leads can be read with the old one.',
    docs: 'https://developers.cliengo.com/',
    verify: get('https://api.cliengo.com/1.0/account?api_key={value}'),
  },
]);
