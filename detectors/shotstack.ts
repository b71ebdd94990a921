import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const shotstack = provider('Shotstack', [
  {
    id: 'shotstack-api-key',
    title: 'Shotstack API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['shotstack'],
    value: [base62(40)],
    rotate: 'Add a key in the Shotstack dashboard under API keys, use it, then delete this one; renderings are billed.',
    docs: 'https://shotstack.io/docs/guide/getting-started/core-concepts/',
    verify: header('x-api-key', 'https://api.shotstack.io/edit/v1/templates'),
  },
]);
