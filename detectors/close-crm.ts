import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { basic } from './build/verify.ts';

export const closeCrm = provider('Close CRM', [
  {
    id: 'close-api-key',
    title: 'Close API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    value: ['api_', base62(22), '.', base62(22)],
    rotate: 'Delete the key under Settings, Developer, API Keys in Close; it sees every lead its user sees.',
    docs: 'https://developer.close.com/topics/authentication-oauth2-api-keys/',
    verify: basic('{value}:', 'https://api.close.com/api/v1/me/'),
  },
]);
