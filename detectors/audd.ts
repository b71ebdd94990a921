import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const audd = provider('Audd', [
  {
    id: 'audd-api-token',
    title: 'AudD API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['audd io', 'audd'],
    value: [hex(32)],
    rotate: 'Take a new token from dashboard.audd.io and write to support to have the leaked one blocked.',
    docs: 'https://docs.audd.io/',
  },
]);
