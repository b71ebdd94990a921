import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const deezer = provider('Deezer', [
  {
    id: 'deezer-application-secret',
    title: 'Deezer application secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'medium',
    names: ['deezer'],
    value: [hex(32)],
    rotate: 'Reset the secret key of the application at developers.deezer.com/myapps.',
    docs: 'https://developers.deezer.com/api/oauth',
  },
]);
