import { provider } from './build/provider.ts';
import { base62, upperAlnum } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const runpod = provider('RunPod', [
  {
    id: 'runpod-api-key',
    title: 'RunPod API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    value: ['rpa_', upperAlnum(40), base62(6)],
    rotate:
      'Delete the key in the RunPod console under Settings > API Keys and create one with limited permissions; pods it starts are billed.',
    docs: 'https://docs.runpod.io/get-started/api-keys',
    verify: bearer('https://rest.runpod.io/v1/pods'),
  },
]);
