import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { header } from './build/verify.ts';

export const detectify = provider('Detectify', [
  {
    id: 'detectify-api-key',
    title: 'Detectify API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['detectify'],
    value: [lowerAlnum(32)],
    rotate:
      'Delete the key under Settings, API keys of the team and create one with only the permissions it needs; it shows what scans found.',
    docs: 'https://developer.detectify.com/',
    verify: header('x-detectify-key', 'https://api.detectify.com/rest/v2/assets/'),
  },
]);
