import { provider } from './build/provider.ts';
import { base62, either, hex, optional } from './build/value.ts';

export const voiceflow = provider('Voiceflow', [
  {
    id: 'voiceflow-api-key',
    title: 'Voiceflow API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    value: ['VF.', optional(either('DM.', 'WS.')), hex(24), '.', base62(16)],
    rotate:
      'Press Regenerate on the API keys page of the Voiceflow agent (DM) or workspace (WS); the former key ends then.',
    docs: 'https://docs.voiceflow.com/reference/authentication',
  },
]);
