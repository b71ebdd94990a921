import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const jupiterone = provider('JupiterOne', [
  {
    id: 'jupiterone-api-key',
    title: 'JupiterOne API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['jupiterone', 'jupiter one', 'j1 api'],
    value: [base62(76)],
    rotate:
      'Revoke it under Settings, Account API Keys (or User API Tokens) in JupiterOne and create another with fewer permissions.',
    docs: 'https://docs.jupiterone.io/api/authentication',
  },
]);
