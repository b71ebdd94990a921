import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const mergify = provider('Mergify', [
  {
    id: 'mergify-application-key',
    title: 'Mergify application key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    value: ['mergify_application_key_', base64url(40, 200)],
    rotate:
      'Delete the application on the Mergify dashboard under Applications and create another for the same scopes.',
    docs: 'https://docs.mergify.com/api/usage/',
    verify: bearer('https://api.mergify.com/v1/application'),
  },
]);
