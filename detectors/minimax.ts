import { provider } from './build/provider.ts';
import { base64url, either } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const minimax = provider('MiniMax', [
  {
    id: 'minimax-api-key',
    title: 'MiniMax API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    anchors: ['sk-api-', 'sk-cp-'],
    value: [either('sk-api-', 'sk-cp-'), base64url(110, 126)],
    rotate: 'Create another key at platform.minimax.io under API Keys, deploy it, then delete this one.',
    docs: 'https://platform.minimax.io/docs/api-reference/api-overview',
    verify: bearer('https://api.minimax.io/v1/models'),
  },
]);
