import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const bannerbear = provider('Bannerbear', [
  {
    id: 'bannerbear-api-key',
    title: 'Bannerbear API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['bannerbear'],
    value: [base62(22), 'tt'],
    rotate: 'Regenerate the key under Settings, API Key of the Bannerbear project; other projects keep theirs.',
    docs: 'https://developers.bannerbear.com/#authentication',
    verify: bearer('https://api.bannerbear.com/v2/auth'),
  },
]);
