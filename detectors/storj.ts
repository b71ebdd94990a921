import { provider } from './build/provider.ts';
import { run } from './build/value.ts';

export const storj = provider('Storj', [
  {
    id: 'storj-access-key-id',
    title: 'Storj gateway access key id',
    kind: 'access-key',
    identity: 'app',
    severity: 'info',
    identifier: true,
    names: ['storj'],
    anyName: true,
    value: ['j', run('a-z2-7', 27)],
    rotate:
      'The id opens nothing alone; revoke the access it belongs to in the Storj console when the secret key is out.',
    docs: 'https://storj.dev/dcs/access',
  },
  {
    id: 'storj-secret-key',
    title: 'Storj gateway secret key',
    kind: 'access-key',
    identity: 'app',
    severity: 'high',
    names: ['storj'],
    value: ['j', run('a-z2-7', 52)],
    pairsWith: { detector: 'storj-access-key-id', withinBytes: 600 },
    rotate:
      'Create new S3 credentials under Access in the Storj console, deploy them, then revoke the old access with `uplink revoke` or delete it there.',
    docs: 'https://storj.dev/dcs/access',
  },
  {
    id: 'storj-access-grant',
    title: 'Storj access grant',
    kind: 'access-key',
    identity: 'app',
    severity: 'critical',
    names: ['storj', 'uplink access', 'access grant'],
    anyName: true,
    value: ['1', run('1-9A-HJ-NP-Za-km-z', 150, 800)],
    rotate:
      'Revoke the grant with `uplink revoke` or delete its API key in the Storj console. It holds the encryption key too: what was stored may have to be encrypted anew.',
    docs: 'https://storj.dev/learn/concepts/access/access-grants',
  },
]);
