import { provider } from './build/provider.ts';
import { lowerAlnum, uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const ditto = provider('Ditto', [
  {
    id: 'ditto-api-key',
    title: 'Ditto API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['ditto'],
    value: [uuid, '.', lowerAlnum(40)],
    rotate: 'Delete the key under Developer Integrations in the settings of the Ditto workspace and add another.',
    docs: 'https://developer.dittowords.com/',
    verify: header('authorization', 'https://api.dittowords.com/v2/variants', 'token '),
  },
]);
