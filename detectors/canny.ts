import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { post } from './build/verify.ts';

export const canny = provider('Canny', [
  {
    id: 'canny-api-key',
    title: 'Canny API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['canny'],
    value: [uuid],
    rotate: 'Regenerate the secret key under Settings, API in Canny; it reads e-mail addresses of everyone who voted.',
    docs: 'https://developers.canny.io/api-reference',
    verify: post('https://canny.io/api/v1/boards/list', '{"apiKey":"{value}"}'),
  },
]);
