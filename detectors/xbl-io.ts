import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const xblIo = provider('OpenXBL', [
  {
    id: 'xbl-io-api-key',
    title: 'OpenXBL (xbl.io) API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['xbl io', 'open xbl', 'xbox live api', 'xbox api'],
    value: [uuid],
    rotate:
      'Delete the key on the profile page of xbl.io and make another; it acts on Xbox Live for the linked account.',
    docs: 'https://xbl.io/docs',
    verify: header('x-authorization', 'https://xbl.io/api/v2/account'),
  },
]);
