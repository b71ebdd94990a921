import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const thunderstore = provider('Thunderstore', [
  {
    id: 'thunderstore-service-account-token',
    title: 'Thunderstore service account token',
    kind: 'access-token',
    identity: 'service-account',
    severity: 'medium',
    value: ['tss_', base64url(32)],
    rotate:
      'Remove the service account on the settings page of the team at thunderstore.io and add another; its token is shown once.',
    docs: 'https://thunderstore.io/package/create/docs/',
    verify: bearer('https://thunderstore.io/api/experimental/current-user/'),
  },
]);
