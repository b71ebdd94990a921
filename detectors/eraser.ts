import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const eraser = provider('Eraser', [
  {
    id: 'eraser-api-key',
    title: 'Eraser API token',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['eraser api', 'eraser io', 'eraser token'],
    value: [base62(20)],
    rotate: 'Revoke the token under API Tokens in the settings of the Eraser team, then create another.',
    docs: 'https://docs.eraser.io/reference/api-token',
    verify: bearer('https://app.eraser.io/api/reports/usage'),
  },
]);
