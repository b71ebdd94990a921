import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const prodpad = provider('ProdPad', [
  {
    id: 'prodpad-api-key',
    title: 'ProdPad API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['prodpad'],
    value: [hex(64)],
    rotate: 'Regenerate the key on the API page of the ProdPad profile.',
    docs: 'https://help.prodpad.com/',
    verify: bearer('https://api.prodpad.com/v1/tags'),
  },
]);
