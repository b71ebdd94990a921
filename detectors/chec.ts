import { provider } from './build/provider.ts';
import { run } from './build/value.ts';
import { header } from './build/verify.ts';

export const chec = provider('Chec (Commerce.js)', [
  {
    id: 'chec-secret-key',
    title: 'Chec (Commerce.js) secret key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['checio', 'chec io', 'chec api', 'chec secret', 'commercejs', 'commerce js'],
    value: ['sk_', run('A-Za-z0-9_', 40, 50)],
    rotate: 'Delete the secret key under Developer, API keys and CORS in the Chec dashboard; the public one may stay.',
    docs: 'https://commercejs.com/docs/api/#authentication',
    verify: header('x-authorization', 'https://api.chec.io/v1/merchants'),
  },
]);
