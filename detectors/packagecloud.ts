import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const packagecloud = provider('packagecloud', [
  {
    id: 'packagecloud-api-token',
    title: 'packagecloud API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['packagecloud', 'package cloud'],
    value: [hex(48)],
    rotate: 'Reset the token on the API token page of the packagecloud account; it can push and delete packages.',
    docs: 'https://packagecloud.io/docs/api',
    verify: basic('{value}:', 'https://packagecloud.io/api/v1/distributions.json'),
  },
]);
