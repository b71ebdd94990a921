import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { get } from './build/verify.ts';

export const configcat = provider('ConfigCat', [
  {
    id: 'configcat-sdk-key',
    title: 'ConfigCat SDK key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    value: ['configcat-sdk-1/', base64url(22), '/', base64url(22)],
    rotate:
      'Create a second SDK key for the config and environment, ship it, then revoke this one; it only reads flags.',
    docs: 'https://configcat.com/docs/advanced/rotate-sdk-key/',
    verify: get('https://cdn-global.configcat.com/configuration-files/{value}/config_v6.json'),
  },
  {
    id: 'configcat-sdk-key-older',
    title: 'ConfigCat SDK key (older form)',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['configcat'],
    value: [base64url(22), '/', base64url(22)],
    rotate:
      'Create a second SDK key for the config and environment, ship it, then revoke this one; those of older SDKs lack the prefix.',
    docs: 'https://configcat.com/docs/advanced/rotate-sdk-key/',
    verify: get('https://cdn-global.configcat.com/configuration-files/{value}/config_v6.json'),
  },
]);
