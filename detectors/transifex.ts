import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const transifex = provider('Transifex', [
  {
    id: 'transifex-api-token',
    title: 'Transifex API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['transifex', 'tx token'],
    value: ['1/', hex(40)],
    rotate:
      'Delete the token under User Settings, API token in Transifex and generate another; it pushes and pulls the translations of its user.',
    docs: 'https://developers.transifex.com/reference/api-authentication',
    verify: bearer('https://rest.api.transifex.com/organizations'),
  },
]);
