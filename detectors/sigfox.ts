import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const sigfox = provider('Sigfox', [
  {
    id: 'sigfox-api-password',
    title: 'Sigfox API password',
    kind: 'password',
    identity: 'service-account',
    severity: 'high',
    names: ['sigfox'],
    value: [hex(32)],
    rotate:
      'Create another API user in the Sigfox backend for the group and delete this one; messages of devices are open to it.',
    docs: 'https://support.sigfox.com/docs/api-credential-creation',
    verify: basic('{login}:{value}', 'https://api.sigfox.com/v2/profiles'),
  },
]);
