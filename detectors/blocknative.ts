import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const blocknative = provider('Blocknative', [
  {
    id: 'blocknative-api-key',
    title: 'Blocknative API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['blocknative', 'block native'],
    value: [uuid],
    rotate: 'Delete the key in the Blocknative account dashboard and add one with a name for its use.',
    docs: 'https://docs.blocknative.com/',
    verify: header('authorization', 'https://api.blocknative.com/gasprices/blockprices'),
  },
]);
