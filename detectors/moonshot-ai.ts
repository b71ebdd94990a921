import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const moonshotAi = provider('Moonshot AI', [
  {
    id: 'moonshot-ai-api-key',
    title: 'Moonshot AI (Kimi) API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['moonshot', 'kimi'],
    anyName: true,
    value: ['sk-', base62(48)],
    rotate: 'Create another key at platform.moonshot.ai/console/api-keys, deploy it, then delete this one.',
    docs: 'https://platform.moonshot.ai/docs/overview',
    verify: bearer('https://api.moonshot.ai/v1/models'),
  },
]);
