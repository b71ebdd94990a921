import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const salesflare = provider('Salesflare', [
  {
    id: 'salesflare-api-key',
    title: 'Salesflare API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['salesflare'],
    value: [base64url(45)],
    rotate: 'Delete the key in Salesflare under Settings > API Keys; contacts and mail of its user are open to it.',
    docs: 'https://api.salesflare.com/docs',
    verify: bearer('https://api.salesflare.com/me'),
  },
]);
