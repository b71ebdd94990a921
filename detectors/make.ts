import { provider } from './build/provider.ts';
import { base62, uuid, either } from './build/value.ts';
import { header } from './build/verify.ts';

export const make = provider('Make', [
  {
    id: 'make-webhook-url',
    title: 'Make (Integromat) webhook URL',
    kind: 'webhook',
    identity: 'workload',
    severity: 'medium',
    value: [
      'https://hook.',
      either('eu1.make', 'eu2.make', 'us1.make', 'us2.make', 'make', 'integromat'),
      '.com/',
      base62(20, 80),
    ],
    rotate:
      'Delete the webhook on the Webhooks page of the Make team and add another; give the new one an API key of its own.',
    docs: 'https://help.make.com/webhooks',
  },
  {
    id: 'make-api-token',
    title: 'Make API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['make api key', 'make api token', 'make com', 'integromat'],
    value: [uuid],
    rotate: 'Delete it on the API access tab of its Make profile and add another with only the scopes used.',
    docs: 'https://developers.make.com/api-documentation/authentication',
    verify: header('authorization', 'https://{zone}.make.com/api/v2/users/me', 'Token '),
  },
]);
