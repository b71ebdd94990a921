import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { header } from './build/verify.ts';

export const supernotes = provider('Supernotes', [
  {
    id: 'supernotes-api-key',
    title: 'Supernotes API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['supernotes'],
    value: [base64url(43)],
    rotate:
      'Revoke the key under API & Integrations in the settings of Supernotes and create another; it reads every card.',
    docs: 'https://api.supernotes.app/docs',
    verify: header('api-key', 'https://api.supernotes.app/v1/user'),
  },
]);
