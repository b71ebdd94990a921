import { provider } from './build/provider.ts';
import { upperAlnum, base64 } from './build/value.ts';

export const minio = provider('MinIO', [
  {
    id: 'minio-access-key',
    title: 'MinIO access key',
    kind: 'access-key',
    identity: 'user',
    severity: 'info',
    names: ['minio access', 'minio key id', 'minio root user', 'minio user'],
    anyName: true,
    value: [upperAlnum(20)],
    identifier: true,
    rotate: 'Remove the access key it is with `mc admin accesskey rm`.',
    docs: 'https://min.io/docs/minio/linux/administration/identity-access-management/minio-user-management.html',
  },
  {
    id: 'minio-secret-key',
    title: 'MinIO secret key',
    kind: 'access-key',
    identity: 'user',
    severity: 'critical',
    names: ['minio'],
    value: [base64(40)],
    pairsWith: { detector: 'minio-access-key', withinBytes: 600 },
    rotate:
      'Make another access key with `mc admin accesskey create`, switch clients over, then remove the one with this secret.',
    docs: 'https://min.io/docs/minio/linux/administration/identity-access-management/minio-user-management.html',
  },
]);
