import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { header } from './build/verify.ts';

export const hybiscus = provider('Hybiscus', [
  {
    id: 'hybiscus-api-key',
    title: 'Hybiscus API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['hybiscus'],
    value: [base64url(43)],
    rotate: 'Issue another key in the Hybiscus account and revoke this one.',
    docs: 'https://hybiscus.dev/docs/',
    verify: header('x-api-key', 'https://api.hybiscus.dev/api/v1/get-remaining-quota'),
  },
]);
