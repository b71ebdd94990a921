import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const crisp = provider('Crisp', [
  {
    id: 'crisp-token-key',
    title: 'Crisp API token key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['crisp key', 'crisp api', 'crisp token', 'crisp secret'],
    value: [hex(64)],
    rotate:
      'Regenerate the token of the plugin in the Crisp Marketplace (or of the website); the pair of identifier and key changes together.',
    docs: 'https://docs.crisp.chat/guides/rest-api/authentication/',
  },
]);
