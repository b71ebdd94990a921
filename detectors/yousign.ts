import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const yousign = provider('Yousign', [
  {
    id: 'yousign-api-key',
    title: 'Yousign API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    names: ['yousign'],
    value: [alnum(32)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate:
      'Revoke the key under Developers, API keys in Yousign and create another; contracts and signers are open to it, and it starts signatures.',
    docs: 'https://developers.yousign.com/docs/authentication',
    verify: bearer('https://api.yousign.app/v3/users'),
  },
]);
