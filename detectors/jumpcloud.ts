import { provider } from './build/provider.ts';
import { base62, lowerAlnum } from './build/value.ts';
import { header } from './build/verify.ts';

export const jumpcloud = provider('JumpCloud', [
  {
    id: 'jumpcloud-api-key',
    title: 'JumpCloud API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    value: ['jca_', base62(36)],
    rotate:
      'Generate a new key under My API Key in the Admin Portal: the former one of that administrator ends at once.',
    docs: 'https://jumpcloud.com/support/jumpcloud-apis1',
    verify: header('x-api-key', 'https://console.jumpcloud.com/api/organizations'),
  },
  {
    id: 'jumpcloud-api-key-older',
    title: 'JumpCloud API key (without prefix)',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    names: ['jumpcloud', 'jump cloud'],
    value: [lowerAlnum(40)],
    rotate:
      'Generate a new key under My API Key in the Admin Portal: the former one of that administrator ends at once.',
    docs: 'https://docs.jumpcloud.com/api/1.0/index.html',
    verify: header('x-api-key', 'https://console.jumpcloud.com/api/organizations'),
  },
]);
