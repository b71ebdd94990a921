import { provider } from './build/provider.ts';
import { run } from './build/value.ts';
import { header } from './build/verify.ts';

export const currentsApi = provider('Currents API', [
  {
    id: 'currents-api-key',
    title: 'Currents API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['currentsapi', 'currents api'],
    value: [run('A-Za-z0-9+=_-', 48)],
    rotate: 'Ask for a new key in the profile at currentsapi.services; the service keeps one key an account.',
    docs: 'https://currentsapi.services/en/docs/',
    verify: header('authorization', 'https://api.currentsapi.services/v1/latest-news'),
  },
]);
