import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const fauna = provider('Fauna', [
  {
    id: 'fauna-secret',
    title: 'Fauna database secret',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['fauna'],
    anyName: true,
    value: ['fnA', base64url(35, 45)],
    rotate: 'Fauna ended its service in May 2025: take the secret out of the code.',
    docs: 'https://docs.faunadb.org/fauna/v4/security/',
  },
]);
