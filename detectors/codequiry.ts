import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const codequiry = provider('Codequiry', [
  {
    id: 'codequiry-api-key',
    title: 'Codequiry API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['codequiry'],
    value: [hex(64)],
    rotate:
      'Regenerate the key in the API section of the Codequiry dashboard; submitted code of students can be read with it.',
    docs: 'https://codequiry.com/usage/api',
    verify: header('apikey', 'https://codequiry.com/api/v1/checks'),
  },
]);
