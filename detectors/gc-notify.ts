import { provider } from './build/provider.ts';
import { run, uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const gcNotify = provider('GC Notify', [
  {
    id: 'gc-notify-api-key',
    title: 'GC Notify API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    value: ['gcntfy-', run('A-Za-z0-9_-', 1, 80), '-', uuid, '-', uuid],
    rotate:
      'Revoke the key on the API keys page of the service in GC Notify and create another; it sends mail and text messages of the Government of Canada.',
    docs: 'https://documentation.notification.canada.ca/en/start.html#api-keys',
    verify: header('authorization', 'https://api.notification.canada.ca/v2/notifications', 'ApiKey-v1 '),
  },
]);
