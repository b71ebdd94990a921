import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const lemlist = provider('lemlist', [
  {
    id: 'lemlist-api-key',
    title: 'lemlist API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['lemlist'],
    value: [hex(32)],
    rotate:
      'Create another key in lemlist under Team settings, Integrations, API and delete this one; it sends campaigns in the name of the team.',
    docs: 'https://developer.lemlist.com/',
    verify: basic(':{value}', 'https://api.lemlist.com/api/team'),
  },
]);
