import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';

export const cloudimage = provider('CloudImage', [
  {
    id: 'cloudimage-api-key',
    title: 'Cloudimage API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['cloudimage'],
    value: [lowerAlnum(15), lowerAlnum(15)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate: 'Regenerate the key in the Cloudimage console; it clears cached images.',
    docs: 'https://docs.cloudimage.io/',
  },
]);
