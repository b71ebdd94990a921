import { provider } from './build/provider.ts';
import { hex, uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const bunny = provider('BunnyCDN', [
  {
    id: 'bunny-account-key',
    title: 'bunny.net account API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    names: ['bunnycdn', 'bunny net', 'bunny api', 'bunny account', 'bunny access', 'bunny key', 'bunny cdn'],
    value: [uuid, uuid],
    rotate: 'Reset it under Account, API on dash.bunny.net: it manages all zones, storage and billing of the account.',
    docs: 'https://docs.bunny.net/docs/api-keys',
    verify: header('accesskey', 'https://api.bunny.net/billing'),
  },
  {
    id: 'bunny-api-key',
    title: 'bunny.net API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['bunnycdn', 'bunny net', 'bunny api', 'bunny access', 'bunny key', 'bunny cdn', 'bunny stream'],
    value: [uuid],
    rotate:
      'Reset the key where it belongs: the account, the stream library or the DNS zone has one each on dash.bunny.net.',
    docs: 'https://docs.bunny.net/docs/api-keys',
    verify: header('accesskey', 'https://api.bunny.net/billing'),
  },
  {
    id: 'bunny-storage-password',
    title: 'bunny.net storage zone password',
    kind: 'password',
    identity: 'app',
    severity: 'high',
    names: [
      'bunnycdn',
      'bunny net',
      'bunny storage',
      'bunny api',
      'bunny access',
      'bunny key',
      'bunny cdn',
      'bunny password',
    ],
    value: [hex(8), '-', hex(4), '-', hex(4), '-', hex(12), '-', hex(4), '-', hex(4)],
    rotate: 'Reset the password under FTP and API access of the storage zone; the read-only one is separate.',
    docs: 'https://docs.bunny.net/reference/storage-api',
  },
]);
