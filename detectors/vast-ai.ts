import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const vastAi = provider('Vast.ai', [
  {
    id: 'vast-ai-api-key',
    title: 'Vast.ai API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    names: ['vast ai', 'vast api', 'vast key'],
    value: [hex(64)],
    rotate:
      'Delete the key on the Keys page of the Vast.ai console and make another with fewer permissions; it rents machines on your balance.',
    docs: 'https://docs.vast.ai/api-reference/authentication',
    verify: bearer('https://console.vast.ai/api/v0/users/current/'),
  },
]);
