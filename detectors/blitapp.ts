import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { header } from './build/verify.ts';

export const blitapp = provider('BlitApp', [
  {
    id: 'blitapp-api-key',
    title: 'Blitapp API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['blitapp'],
    value: [base64url(39)],
    rotate: 'Reset the key on the API page of the Blitapp account; scheduled screenshots keep running.',
    docs: 'https://blitapp.com/api/',
    verify: header('api-key', 'https://blitapp.com/api/apps/all'),
  },
]);
