import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { header } from './build/verify.ts';

export const livestorm = provider('Livestorm', [
  {
    id: 'livestorm-api-token',
    title: 'Livestorm API token',
    kind: 'jwt',
    identity: 'user',
    severity: 'high',
    value: [
      'eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJhcGkubGl2ZXN0b3JtLmNvIiwianRpIjoi',
      base64url(60, 300),
      '.',
      base64url(43),
    ],
    extract: ['jwt-claims'],
    rotate:
      'Revoke it in Livestorm under Account settings, App marketplace, Public API, and generate another with fewer scopes.',
    docs: 'https://developers.livestorm.co/docs/api-token-authentication',
    verify: header('authorization', 'https://api.livestorm.co/v1/ping'),
  },
]);
