import { provider } from './build/provider.ts';
import { run } from './build/value.ts';

export const endorLabs = provider('Endor Labs', [
  {
    id: 'endor-labs-api-key',
    title: 'Endor Labs API key or secret',
    kind: 'api-key',
    identity: 'service-account',
    severity: 'high',
    value: ['endr+', run('A-Za-z0-9-', 16)],
    rotate:
      'Delete the API key under Manage, API Keys of the namespace and create one with a narrower role; key and secret have the same form and end together.',
    docs: 'https://docs.endorlabs.com/rest-api/authentication/',
  },
]);
