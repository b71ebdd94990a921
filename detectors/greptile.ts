import { provider } from './build/provider.ts';
import { base64 } from './build/value.ts';

export const greptile = provider('Greptile', [
  {
    id: 'greptile-api-key',
    title: 'Greptile API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['greptile'],
    value: [base64(48)],
    rotate:
      'Revoke the key in the Greptile settings under API and generate another; it answers questions about the indexed repositories.',
    docs: 'https://www.greptile.com/docs/api-reference/authentication',
  },
]);
