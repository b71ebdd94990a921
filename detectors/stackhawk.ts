import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const stackhawk = provider('StackHawk', [
  {
    id: 'stackhawk-api-key',
    title: 'StackHawk API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    value: ['hawk.', base64url(20), '.', base64url(20)],
    rotate:
      'Generate a new key under Settings, API Keys in StackHawk and put it in HAWK_API_KEY of the scanners, then revoke the old one.',
    docs: 'https://docs.stackhawk.com/apidocs.html',
  },
]);
