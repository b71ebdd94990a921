import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const privacyCom = provider('Privacy.com', [
  {
    id: 'privacy-com-api-key',
    title: 'Privacy.com API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    names: ['privacy com api', 'privacy com key', 'privacy api'],
    value: [uuid],
    rotate: 'Rotate the key in the Privacy.com account settings: it lists card numbers and creates cards.',
    docs: 'https://developers.privacy.com/docs/authentication',
    verify: header('authorization', 'https://api.privacy.com/v1/cards', 'api-key '),
  },
]);
