import { provider } from './build/provider.ts';
import { base64url, hex } from './build/value.ts';
import { get, header } from './build/verify.ts';

export const convertkit = provider('ConvertKit', [
  {
    id: 'kit-api-key',
    title: 'Kit (ConvertKit) API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['kit api', 'kit key', 'convertkit', 'kit token'],
    value: ['kit_', hex(32)],
    rotate: 'Delete the key under Settings, Developer in Kit and add one for each integration.',
    docs: 'https://developers.kit.com/api-reference/authentication',
    verify: header('x-kit-api-key', 'https://api.kit.com/v4/account'),
  },
  {
    id: 'convertkit-api-secret',
    title: 'ConvertKit API secret (version 3)',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['convertkit api secret', 'convertkit secret'],
    value: [base64url(43)],
    rotate: 'Regenerate the secret under Settings, Developer, V3 Key: with it subscribers can be read and removed.',
    docs: 'https://developers.kit.com/api-reference/v3/authentication',
    verify: get('https://api.convertkit.com/v3/account?api_secret={value}'),
  },
  {
    id: 'convertkit-api-key',
    title: 'ConvertKit API key (version 3)',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['convertkit'],
    value: [base64url(22)],
    rotate: 'Regenerate the key under Settings, Developer, V3 Key; it only adds subscribers and lists forms.',
    docs: 'https://developers.kit.com/api-reference/v3/authentication',
    verify: get('https://api.convertkit.com/v3/forms?api_key={value}'),
  },
]);
