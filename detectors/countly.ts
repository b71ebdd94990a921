import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const countly = provider('Countly', [
  {
    id: 'countly-api-key',
    title: 'Countly API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['countly api', 'countly key'],
    value: [hex(32)],
    rotate:
      'Each Countly user has one API key: change it in the account settings of the dashboard; reports that read with the old one stop.',
    docs: 'https://api.count.ly/reference/authentication',
  },
]);
