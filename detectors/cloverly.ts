import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const cloverly = provider('Cloverly', [
  {
    id: 'cloverly-private-key',
    title: 'Cloverly private key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['cloverly'],
    anyName: true,
    value: ['private_key:', hex(16)],
    rotate: 'Delete the key in the Cloverly dashboard and create another: purchases of offsets are charged to it.',
    docs: 'https://docs.cloverly.com/',
    verify: bearer('https://api.cloverly.com/2019-03-beta/account'),
  },
]);
