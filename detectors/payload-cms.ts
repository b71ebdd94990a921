import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';

export const payloadCms = provider('Payload CMS', [
  {
    id: 'payload-cms-api-key',
    title: 'Payload CMS API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['payload cms', 'payload api key'],
    value: [uuid],
    rotate: 'Generate another key on the user in the admin panel of Payload and save it; that overwrites the former.',
    docs: 'https://payloadcms.com/docs/authentication/api-keys',
  },
]);
