import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const madkudu = provider('MadKudu', [
  {
    id: 'madkudu-api-key',
    title: 'MadKudu API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['madkudu', 'mad kudu'],
    value: [hex(32)],
    rotate:
      'Ask MadKudu for another key in the app under Integrations, API, and have this one revoked; scores of leads are open to its holder.',
    docs: 'https://developers.madkudu.com/',
    verify: basic('{value}:', 'https://api.madkudu.com/v1/ping'),
  },
]);
