import { provider } from './build/provider.ts';
import { hex, uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const statuspage = provider('Statuspage', [
  {
    id: 'statuspage-api-key',
    title: 'Statuspage API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['status page'],
    value: [hex(64)],
    rotate:
      'Create another key in the user menu under API info at manage.statuspage.io, deploy it, then delete this one; it can post incidents in your name.',
    docs: 'https://developer.statuspage.io/#section/Authentication',
    verify: header('authorization', 'https://api.statuspage.io/v1/pages', 'OAuth '),
  },
  {
    id: 'statuspage-api-key-older',
    title: 'Statuspage API key (older form)',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['status page api', 'status page key', 'status page token'],
    value: [uuid],
    rotate: 'Delete the key in the user menu under API info at manage.statuspage.io after a new one is in place.',
    docs: 'https://developer.statuspage.io/#section/Authentication',
    verify: header('authorization', 'https://api.statuspage.io/v1/pages', 'OAuth '),
  },
]);
