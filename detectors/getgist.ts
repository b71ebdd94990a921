import { provider } from './build/provider.ts';
import { base64 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const getgist = provider('Gist (getgist.com)', [
  {
    id: 'getgist-api-key',
    title: 'Gist workspace API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['getgist'],
    value: [base64(66), '=='],
    rotate:
      'Regenerate the API key under Settings, API key of the Gist workspace; contacts can be read and changed with it.',
    docs: 'https://developers.getgist.com/api/#authentication',
    verify: bearer('https://api.getgist.com/contacts?per_page=1'),
  },
]);
