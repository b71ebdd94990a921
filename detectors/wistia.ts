import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const wistia = provider('Wistia', [
  {
    id: 'wistia-api-token',
    title: 'Wistia API token',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['wistia'],
    value: [hex(64)],
    rotate: 'Delete the token under Account, API Access in Wistia after making another with fewer permissions.',
    docs: 'https://docs.wistia.com/docs/making-api-requests',
    verify: bearer('https://api.wistia.com/v1/account.json'),
  },
]);
