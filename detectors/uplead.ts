import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { header } from './build/verify.ts';

export const uplead = provider('UpLead', [
  {
    id: 'uplead-api-key',
    title: 'UpLead API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['uplead'],
    value: [lowerAlnum(32)],
    rotate: 'Reset the key on the API page of the UpLead account settings; credits spent with the leaked one are gone.',
    docs: 'https://docs.uplead.com/',
    verify: header('authorization', 'https://api.uplead.com/v2/credits'),
  },
]);
