import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const appwrite = provider('Appwrite', [
  {
    id: 'appwrite-api-key',
    title: 'Appwrite API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    value: ['standard_', hex(256)],
    rotate:
      'Delete the key under Overview, Integrations, API keys of the project and create one with only the scopes in use and an expiry date.',
    docs: 'https://appwrite.io/docs/advanced/platform/api-keys',
    verify: {
      method: 'GET',
      url: 'https://cloud.appwrite.io/v1/users?limit=1',
      headers: { 'x-appwrite-project': '{project}', 'x-appwrite-key': '{value}' },
    },
  },
  {
    id: 'appwrite-api-key-older',
    title: 'Appwrite API key (older form)',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    names: ['appwrite'],
    value: [hex(256)],
    rotate:
      'Delete the key under Overview, Integrations, API keys of the project; a new one has the present form with a prefix.',
    docs: 'https://appwrite.io/docs/advanced/platform/api-keys',
  },
]);
