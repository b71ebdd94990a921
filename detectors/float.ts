import { provider } from './build/provider.ts';
import { base64, hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const float = provider('Float', [
  {
    id: 'float-api-key',
    title: 'Float API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['float api', 'float access', 'float com'],
    value: [hex(16), base64(42, 43), '='],
    rotate:
      'Regenerate the key under Account Settings, Integrations in Float; plans and people are readable and writable with it.',
    docs: 'https://developer.float.com/overview_authentication.html',
    verify: bearer('https://api.float.com/v3/people?per-page=1'),
  },
]);
