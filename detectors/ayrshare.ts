import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const ayrshare = provider('Ayrshare', [
  {
    id: 'ayrshare-api-key',
    title: 'Ayrshare API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['ayrshare'],
    value: [upperAlnum(8), '-', upperAlnum(8), '-', upperAlnum(8), '-', upperAlnum(8)],
    rotate:
      'Regenerate the key on the API Key page of the Ayrshare dashboard; it posts to every social account linked to it.',
    docs: 'https://www.ayrshare.com/docs/apis/overview',
    verify: bearer('https://api.ayrshare.com/api/user'),
  },
]);
