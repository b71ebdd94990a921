import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { header } from './build/verify.ts';

export const kagi = provider('Kagi', [
  {
    id: 'kagi-api-key',
    title: 'Kagi API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['kagi'],
    value: [base64url(11), '.', base64url(43)],
    rotate:
      'Generate a new API token under Settings, API portal at kagi.com; the one before it stops. Searches are charged to the account balance.',
    docs: 'https://help.kagi.com/kagi/api/overview.html',
    verify: header('authorization', 'https://kagi.com/api/v0/enrich/web?q=test', 'Bot '),
  },
]);
