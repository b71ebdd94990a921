import { provider } from './build/provider.ts';
import { base62, uuid } from './build/value.ts';

export const smarty = provider('Smarty', [
  {
    id: 'smarty-auth-id',
    title: 'Smarty auth id',
    kind: 'api-key',
    identity: 'app',
    severity: 'info',
    identifier: true,
    names: ['smarty auth id', 'smarty streets auth id'],
    anyName: true,
    value: [uuid],
    rotate:
      'The id names the key pair and opens nothing without the token; delete the pair under API Keys in the Smarty account when the token leaked.',
    docs: 'https://www.smarty.com/docs/cloud/authentication',
  },
  {
    id: 'smarty-auth-token',
    title: 'Smarty auth token',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['smarty auth', 'smarty token', 'smarty streets'],
    value: [base62(20)],
    pairsWith: { detector: 'smarty-auth-id', withinBytes: 600 },
    rotate:
      'Add a secret key pair under API Keys in the Smarty account, deploy its id and token together, then delete the old pair.',
    docs: 'https://www.smarty.com/docs/cloud/authentication',
  },
]);
