import { provider } from './build/provider.ts';
import { base62, optional } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const upstage = provider('Upstage', [
  {
    id: 'upstage-api-key',
    title: 'Upstage API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['upstage'],
    value: [optional('up_'), base62(28, 50)],
    rotate: 'Revoke the key under API Keys of the Upstage console and create another; usage is billed to the account.',
    docs: 'https://console.upstage.ai/docs/getting-started',
    verify: bearer('https://api.upstage.ai/v1/models'),
  },
]);
