import { provider } from './build/provider.ts';
import { base64, digits, hex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const backblaze = provider('Backblaze B2', [
  {
    id: 'backblaze-application-key',
    title: 'Backblaze B2 application key',
    kind: 'access-key',
    identity: 'app',
    severity: 'critical',
    names: ['backblaze', 'b2 app', 'b2 application', 'b2 key', 'b2 secret', 'b2 api'],
    value: ['K00', digits(1), base64(27)],
    pairsWith: { detector: 'backblaze-application-key-id', withinBytes: 600 },
    rotate:
      'Delete the key under Application Keys and create one limited to the buckets in use; a leaked master key is ended by generating a new one.',
    docs: 'https://www.backblaze.com/docs/cloud-storage-application-keys',
    verify: basic('{id}:{value}', 'https://api.backblazeb2.com/b2api/v3/b2_authorize_account'),
  },
  {
    id: 'backblaze-application-key-id',
    title: 'Backblaze B2 application key id',
    kind: 'access-key',
    identity: 'app',
    severity: 'info',
    names: [
      'backblaze key id',
      'backblaze application key id',
      'backblaze b2',
      'b2 key id',
      'b2 application key id',
      'b2 app key id',
      'backblaze account id',
    ],
    anyName: true,
    value: ['00', digits(1), hex(12), '0000', digits(6)],
    identifier: true,
    rotate: 'Names the application key; delete the key it belongs to under Application Keys.',
    docs: 'https://www.backblaze.com/docs/cloud-storage-application-keys',
  },
]);
