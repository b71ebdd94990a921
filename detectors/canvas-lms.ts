import { provider } from './build/provider.ts';
import { base62, digits } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const canvasLms = provider('Canvas LMS', [
  {
    id: 'canvas-access-token',
    title: 'Canvas LMS access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['canvas', 'instructure'],
    value: [digits(1, 5), '~', base62(64)],
    rotate:
      'Delete the token under Account, Settings, Approved Integrations of its user; an administrator can do so for others.',
    docs: 'https://canvas.instructure.com/doc/api/file.oauth.html#manual-token-generation',
    verify: bearer('https://{host}/api/v1/users/self'),
  },
]);
