import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const drift = provider('Drift', [
  {
    id: 'drift-access-token',
    title: 'Drift access token',
    kind: 'access-token',
    identity: 'app',
    severity: 'medium',
    value: ['drft_', base64url(40, 80)],
    rotate:
      'Reinstall the app in the Drift developer portal, which gives it another token, or remove it from the account.',
    docs: 'https://devdocs.drift.com/docs/quick-start',
  },
]);
