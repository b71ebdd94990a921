import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const wundergraph = provider('WunderGraph', [
  {
    id: 'wundergraph-cosmo-api-key',
    title: 'WunderGraph Cosmo API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    value: ['cosmo_', hex(32)],
    rotate: 'Delete the key on the API Keys page of Cosmo Studio and make another for the CLI or router that used it.',
    docs: 'https://cosmo-docs.wundergraph.com/studio/api-keys',
  },
]);
