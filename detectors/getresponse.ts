import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { header } from './build/verify.ts';

export const getresponse = provider('GetResponse', [
  {
    id: 'getresponse-api-key',
    title: 'GetResponse API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['getresponse', 'get response api'],
    value: [lowerAlnum(32)],
    rotate:
      'Delete the key under Tools, Integrations and API in GetResponse and generate another; subscriber lists are readable with it.',
    docs: 'https://apireference.getresponse.com/#section/Authentication',
    verify: header('x-auth-token', 'https://api.getresponse.com/v3/accounts', 'api-key '),
  },
]);
