import { provider } from './build/provider.ts';
import { hex, uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const infobip = provider('Infobip', [
  {
    id: 'infobip-api-key',
    title: 'Infobip API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['infobip'],
    value: [hex(32), '-', uuid],
    rotate:
      'Revoke it in the Infobip portal under Developer tools, API keys, after creating one with its own scopes and allowed addresses.',
    docs: 'https://www.infobip.com/docs/essentials/api-essentials/api-authentication',
    verify: header('authorization', 'https://{base}.api.infobip.com/account/1/balance', 'App '),
  },
  {
    id: 'infobip-api-key-older',
    title: 'Infobip API key (UUID form)',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['infobip'],
    value: [uuid],
    rotate: 'Revoke it in the Infobip portal under Developer tools, API keys, and create another with its own scopes.',
    docs: 'https://www.infobip.com/docs/essentials/api-essentials/api-authentication',
  },
]);
