import { provider } from './build/provider.ts';
import { base62, hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const zAi = provider('Z.ai', [
  {
    id: 'z-ai-api-key',
    title: 'Z.ai (Zhipu) API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['z ai', 'zhipu', 'bigmodel', 'glm'],
    value: [hex(32), '.', base62(16)],
    rotate:
      'Delete the key on the API keys page of z.ai or open.bigmodel.cn and create another; usage is billed to the account.',
    docs: 'https://docs.z.ai/api-reference/introduction',
    verify: bearer('https://api.z.ai/api/paas/v4/models'),
  },
]);
