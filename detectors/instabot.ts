import { provider } from './build/provider.ts';
import { base64 } from './build/value.ts';
import { header } from './build/verify.ts';

export const instabot = provider('Instabot', [
  {
    id: 'instabot-api-key',
    title: 'Instabot API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['instabot'],
    value: [base64(43), '='],
    rotate: 'Replace the key in the Instabot portal, under the settings of the app.',
    docs: 'https://instabot.io/',
    verify: header('x-instabot-api-key', 'https://api.instabot.io/v1'),
  },
]);
