import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

export const promptlayer = provider('PromptLayer', [
  {
    id: 'promptlayer-api-key',
    title: 'PromptLayer API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['promptlayer', 'prompt layer'],
    anyName: true,
    value: ['pl_', alnum(32)],
    rotate:
      'Create a key in the PromptLayer settings, use it, then delete this one; prompts and logged answers are readable with it.',
    docs: 'https://docs.promptlayer.com/quickstart',
  },
]);
