import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { header } from './build/verify.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum40 = alnum(40);

export const pandadoc = provider('PandaDoc', [
  {
    id: 'pandadoc-api-key',
    title: 'PandaDoc API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['pandadoc', 'panda doc'],
    value: [alnum40],
    rotate:
      'Disable the key on the API dashboard of PandaDoc and generate another; contracts of the workspace can be read with it.',
    docs: 'https://developers.pandadoc.com/reference/api-key-authentication-process',
    verify: header('authorization', 'https://api.pandadoc.com/public/v1/documents?count=1', 'API-Key '),
  },
]);
