import { provider } from './build/provider.ts';
import { base64, either, optional } from './build/value.ts';
import { header } from './build/verify.ts';

export const fullstory = provider('Fullstory', [
  {
    id: 'fullstory-api-key',
    title: 'Fullstory API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    anchors: ['na1.', 'eu1.'],
    value: [either('na1.', 'eu1.'), base64(80, 120), optional('='), optional('=')],
    rotate:
      'Delete the key under Settings, API Keys and create one with a lower level: an Admin key reads every recorded session.',
    docs: 'https://developer.fullstory.com/server/authentication/',
    verify: header('authorization', 'https://api.fullstory.com/me', 'Basic '),
  },
  {
    id: 'fullstory-api-key-older',
    title: 'Fullstory API key (without region)',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['fullstory', 'full story'],
    value: [base64(86, 88), optional('='), optional('=')],
    rotate: 'Replace it by a key of the present form under Settings, API Keys and delete this one.',
    docs: 'https://developer.fullstory.com/server/authentication/',
  },
]);
