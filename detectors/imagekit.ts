import { provider } from './build/provider.ts';
import { base64, optional } from './build/value.ts';
import { basic } from './build/verify.ts';

export const imagekit = provider('ImageKit', [
  {
    id: 'imagekit-private-key',
    title: 'ImageKit private API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['imagekit', 'image kit', 'ik private'],
    anyName: true,
    value: ['private_', base64(24, 40), optional('=')],
    rotate:
      'Create another key pair on the Developer options page of the ImageKit dashboard, deploy it, then delete this pair.',
    docs: 'https://imagekit.io/docs/api-keys',
    verify: basic('{value}:', 'https://api.imagekit.io/v1/accounts/url-endpoints'),
  },
]);
