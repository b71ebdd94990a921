import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const noticeable = provider('Noticeable', [
  {
    id: 'noticeable-api-key',
    title: 'Noticeable API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['noticeable api', 'noticeable key', 'noticeable token', 'noticeable io'],
    value: [base62(20)],
    rotate: 'Revoke it in the Noticeable settings under API keys and create another.',
    docs: 'https://developers.noticeable.io/docs/authentication',
  },
]);
