import { provider } from './build/provider.ts';
import { base62, uuid } from './build/value.ts';
import { basic } from './build/verify.ts';

export const censys = provider('Censys', [
  {
    id: 'censys-api-secret',
    title: 'Censys API secret',
    kind: 'client-secret',
    identity: 'user',
    severity: 'medium',
    names: ['censys secret', 'censys api secret'],
    value: [base62(32)],
    pairsWith: { detector: 'censys-api-id', withinBytes: 600 },
    rotate: 'Reset the API secret on the account page of search.censys.io; it changes for all tools of the user.',
    docs: 'https://docs.censys.com/reference/get-started',
    verify: basic('{id}:{value}', 'https://search.censys.io/api/v1/account'),
  },
  {
    id: 'censys-api-id',
    title: 'Censys API id',
    kind: 'other',
    identity: 'user',
    severity: 'info',
    names: ['censys api id', 'censys id', 'censys uid'],
    anyName: true,
    value: [uuid],
    identifier: true,
    rotate: 'Stays with the account; the secret beside it is what can be reset.',
    docs: 'https://docs.censys.com/reference/get-started',
  },
]);
