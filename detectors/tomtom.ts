import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { get } from './build/verify.ts';

export const tomtom = provider('TomTom', [
  {
    id: 'tomtom-api-key',
    title: 'TomTom API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['tom tom'],
    value: [alnum(32)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate:
      'Add a key in the TomTom developer dashboard, with the domains and products it is for, then delete the leaked one there.',
    docs: 'https://developer.tomtom.com/knowledgebase/platform/articles/how-to-get-an-tomtom-api-key/',
    verify: get('https://api.tomtom.com/search/2/geocode/test.json?key={value}'),
  },
]);
