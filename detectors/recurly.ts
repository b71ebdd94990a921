import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const recurly = provider('Recurly', [
  {
    id: 'recurly-api-key',
    title: 'Recurly private API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    names: ['recurly'],
    value: [hex(32)],
    rotate:
      'Add a private key in Recurly under Integrations > API Credentials, move over, then revoke this one; subscriptions and refunds hang on it.',
    docs: 'https://docs.recurly.com/recurly-subscriptions/docs/api-keys',
    verify: basic('{value}:', 'https://v3.recurly.com/sites'),
  },
]);
