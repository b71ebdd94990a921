import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const speechtextAi = provider('SpeechText.AI', [
  {
    id: 'speechtext-ai-api-key',
    title: 'SpeechText.AI API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['speechtext'],
    value: [hex(32)],
    rotate:
      'Ask for a new secret key on the account page at speechtext.ai; usage on the old one is billed until it is replaced.',
    docs: 'https://speechtext.ai/speech-recognition-api',
  },
]);
