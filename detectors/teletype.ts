import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { header } from './build/verify.ts';

export const teletype = provider('Teletype', [
  {
    id: 'teletype-api-token',
    title: 'Teletype API token',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['teletype'],
    value: [base64url(64)],
    rotate:
      'Delete the token under Settings, Public API of the Teletype project and make a new one; it reads the chats with customers.',
    docs: 'https://teletype.app/help/api/',
    verify: header('x-auth-token', 'https://api.teletype.app/public/api/v1/messages'),
  },
]);
