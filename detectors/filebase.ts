import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const filebase = provider('Filebase', [
  {
    id: 'filebase-secret-key',
    title: 'Filebase secret access key',
    kind: 'access-key',
    identity: 'user',
    severity: 'high',
    names: ['filebase'],
    value: [base62(40)],
    rotate:
      'Rotate the access key on the Access Keys page of the Filebase console; a root key reaches every bucket, so prefer one per bucket.',
    docs: 'https://docs.filebase.com/',
  },
]);
