import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const datocms = provider('DatoCMS', [
  {
    id: 'datocms-api-token',
    title: 'DatoCMS API token',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    names: ['datocms', 'dato cms', 'dato api'],
    value: [hex(30, 50)],
    rotate:
      'Regenerate it under Project settings, API tokens; what the token may do is set by its role there, so give the new one less.',
    docs: 'https://www.datocms.com/docs/content-management-api/authentication',
    verify: bearer('https://site-api.datocms.com/site'),
  },
]);
