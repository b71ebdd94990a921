import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { header } from './build/verify.ts';

export const overloop = provider('Overloop', [
  {
    id: 'overloop-api-key',
    title: 'Overloop API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['overloop'],
    value: [base64url(50)],
    rotate: 'Reset the API key in the Overloop settings under API; integrations need the new one.',
    docs: 'https://apidoc.overloop.com/',
    verify: header('authorization', 'https://api.overloop.com/public/v1/users'),
  },
]);
