import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const flexport = provider('Flexport', [
  {
    id: 'flexport-api-token',
    title: 'Flexport logistics API token',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    value: ['shltm_', base64url(40)],
    rotate: 'Revoke the token under API Tokens in the Flexport seller portal and create another.',
    docs: 'https://docs.logistics-api.flexport.com/',
  },
]);
