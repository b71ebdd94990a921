import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const stabilityAi = provider('Stability AI', [
  {
    id: 'stability-ai-api-key',
    title: 'Stability AI API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['stability', 'dream studio', 'stable diffusion'],
    value: ['sk-', base62(48)],
    rotate:
      'Create an API key at platform.stability.ai/account/keys, switch over, then delete this one; its credits belong to the account.',
    docs: 'https://platform.stability.ai/docs/api-reference',
    verify: bearer('https://api.stability.ai/v1/user/account'),
  },
]);
