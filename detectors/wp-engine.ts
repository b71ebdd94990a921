import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';

export const wpEngine = provider('WP Engine', [
  {
    id: 'wp-engine-api-password',
    title: 'WP Engine API password',
    kind: 'password',
    identity: 'user',
    severity: 'critical',
    names: ['wp engine', 'wpe api'],
    value: [lowerAlnum(32)],
    rotate:
      'Delete the API credentials on the API Access page of the WP Engine portal and generate others; installs and their backups are within reach of them.',
    docs: 'https://wpengineapi.com/',
  },
]);
