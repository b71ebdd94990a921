import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const anyscale = provider('Anyscale', [
  {
    id: 'anyscale-api-key',
    title: 'Anyscale API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    value: ['aph0_', base64url(100, 300)],
    rotate: 'Delete the key under API keys in the Anyscale console and give services a key of a service account.',
    docs: 'https://docs.anyscale.com/administration/service-accounts',
  },
]);
