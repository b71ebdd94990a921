import { provider } from './build/provider.ts';
import { base64 } from './build/value.ts';

export const prismaCloud = provider('Prisma Cloud', [
  {
    id: 'prisma-cloud-secret-key',
    title: 'Prisma Cloud secret key',
    kind: 'access-key',
    identity: 'user',
    severity: 'critical',
    names: ['prisma cloud', 'prismacloud'],
    value: [base64(27), '='],
    rotate:
      'Disable the access key under Settings > Access Control > Access Keys, make another with an expiry, then delete the first.',
    docs: 'https://docs.prismacloud.io/en/enterprise-edition/content-collections/administration/create-access-keys',
  },
]);
