import { provider } from './build/provider.ts';
import { lowerAlnum, optional } from './build/value.ts';
import { header } from './build/verify.ts';

export const etsy = provider('Etsy', [
  {
    id: 'etsy-keystring',
    title: 'Etsy API keystring',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['etsy'],
    value: [lowerAlnum(24), optional(':', lowerAlnum(10))],
    rotate:
      'An Etsy keystring cannot be changed: register another app at etsy.com/developers/your-apps, move to it and delete this one.',
    docs: 'https://developers.etsy.com/documentation/essentials/authentication/',
    verify: header('x-api-key', 'https://api.etsy.com/v3/application/openapi-ping'),
  },
]);
