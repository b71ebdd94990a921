import { provider } from './build/provider.ts';
import { base64 } from './build/value.ts';

export const telesign = provider('TeleSign', [
  {
    id: 'telesign-api-key',
    title: 'TeleSign API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['telesign'],
    value: [base64(86), '=='],
    rotate:
      'Generate a new key in the TeleSign portal under API keys, switch over, and delete the leaked one: messages and calls are billed to the account.',
    docs: 'https://developer.telesign.com/enterprise/docs/authentication',
  },
]);
