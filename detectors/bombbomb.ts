import { provider } from './build/provider.ts';
import { base64, optional } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const bombbomb = provider('BombBomb', [
  {
    id: 'bombbomb-api-key',
    title: 'BombBomb API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['bombbomb'],
    value: [base64(86, 88), optional('='), optional('=')],
    rotate: 'Replace the key under Integrations, API in BombBomb; e-mails could be sent to all contacts with it.',
    docs: 'https://developer.bombbomb.com/',
    verify: bearer('https://api.bombbomb.com/v2/user/'),
  },
]);
