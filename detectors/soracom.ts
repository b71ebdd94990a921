import { provider } from './build/provider.ts';
import { base62, run } from './build/value.ts';

export const soracom = provider('Soracom', [
  {
    id: 'soracom-auth-key-id',
    title: 'Soracom AuthKey id',
    kind: 'access-key',
    identity: 'user',
    severity: 'info',
    identifier: true,
    value: ['keyId-', run('A-Za-z0-9-', 20, 40)],
    rotate:
      'An id alone opens nothing. When its secret leaked, delete the AuthKey from the SAM user in the Soracom console.',
    docs: 'https://users.soracom.io/ja-jp/docs/sam/',
  },
  {
    id: 'soracom-auth-key',
    title: 'Soracom AuthKey secret',
    kind: 'access-key',
    identity: 'user',
    severity: 'critical',
    names: ['soracom', 'auth key'],
    value: ['secret-', base62(40, 80)],
    pairsWith: { detector: 'soracom-auth-key-id', withinBytes: 600 },
    rotate:
      'Issue another AuthKey for the SAM user in the Soracom console, move the clients over, and delete the leaked one there.',
    docs: 'https://users.soracom.io/ja-jp/docs/sam/',
  },
]);
