import { provider } from './build/provider.ts';
import { base64url, hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const gumroad = provider('Gumroad', [
  {
    id: 'gumroad-access-token',
    title: 'Gumroad access token or application secret',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['gumroad'],
    value: [hex(64)],
    rotate:
      'Generate another access token for the application under Settings, Advanced in Gumroad, or delete the application: sales and buyers are readable with it.',
    docs: 'https://gumroad.com/api',
    verify: bearer('https://api.gumroad.com/v2/user'),
  },
  {
    id: 'gumroad-access-token-newer',
    title: 'Gumroad access token (43 characters)',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['gumroad'],
    value: [base64url(43)],
    rotate:
      'Generate another access token for the application under Settings, Advanced in Gumroad, or delete the application.',
    docs: 'https://gumroad.com/api',
    verify: bearer('https://api.gumroad.com/v2/user'),
  },
]);
