import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const novu = provider('Novu', [
  {
    id: 'novu-secret-key',
    title: 'Novu secret key',
    kind: 'api-key',
    identity: 'account-root',
    severity: 'high',
    names: ['novu secret', 'novu api', 'novu key', 'novu token'],
    value: [hex(32)],
    rotate: 'Regenerate the key on the API keys page of the environment in Novu; the old one stops at once.',
    docs: 'https://docs.novu.co/platform/environments',
    verify: header('authorization', 'https://api.novu.co/v1/environments/me', 'ApiKey '),
  },
]);
