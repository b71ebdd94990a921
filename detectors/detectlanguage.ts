import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const detectlanguage = provider('Detect Language', [
  {
    id: 'detectlanguage-api-key',
    title: 'Detect Language API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['detectlanguage', 'detect language'],
    value: [hex(32)],
    rotate: 'Reset the key in the dashboard at detectlanguage.com.',
    docs: 'https://detectlanguage.com/documentation',
    verify: bearer('https://ws.detectlanguage.com/v3/account/status'),
  },
]);
