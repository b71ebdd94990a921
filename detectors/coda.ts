import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const coda = provider('Coda', [
  {
    id: 'coda-api-token',
    title: 'Coda API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['coda api', 'coda token', 'coda key'],
    value: [uuid],
    rotate: 'Delete the token under Account settings, API settings in Coda and create one restricted to a document.',
    docs: 'https://coda.io/developers/apis/v1#section/Authentication',
    verify: bearer('https://coda.io/apis/v1/whoami'),
  },
]);
