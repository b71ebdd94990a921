import { provider } from './build/provider.ts';
import { base62, uuid } from './build/value.ts';
import { bearer } from './build/verify.ts';

/** Keys are UUIDs today; older ones have 32 letters and digits. */
export const ai21 = provider('AI21 Labs', [
  {
    id: 'ai21-api-key',
    title: 'AI21 Labs API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['ai21'],
    value: [uuid],
    rotate: 'Create another key under Account, API Keys in AI21 Studio and delete the leaked one there.',
    docs: 'https://docs.ai21.com/reference/authentication',
    verify: bearer('https://api.ai21.com/studio/v1/library/files'),
  },
  {
    id: 'ai21-api-key-older',
    title: 'AI21 Labs API key (older form)',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['ai21'],
    value: [base62(32)],
    rotate: 'Replace it by a key of the present form from AI21 Studio, Account, API Keys, and delete it.',
    docs: 'https://docs.ai21.com/reference/authentication',
    verify: bearer('https://api.ai21.com/studio/v1/library/files'),
  },
]);
