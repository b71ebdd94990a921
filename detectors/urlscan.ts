import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const urlscan = provider('urlscan.io', [
  {
    id: 'urlscan-api-key',
    title: 'urlscan.io API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['url scan'],
    value: [uuid],
    rotate:
      'Delete the key under Settings & API of the urlscan.io account and make another; it reads the private scans of its user.',
    docs: 'https://docs.urlscan.io/apis/urlscan-openapi',
    verify: header('api-key', 'https://urlscan.io/user/quotas/'),
  },
]);
