import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const lighton = provider('LightOn', [
  {
    id: 'lighton-paradigm-api-key',
    title: 'LightOn Paradigm API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['lighton', 'paradigm api', 'paradigm key', 'paradigm token'],
    value: [base64url(40, 80)],
    rotate: 'Delete the key on the API keys page of its Paradigm profile and create another.',
    docs: 'https://paradigm.lighton.ai/docs/',
    verify: bearer('https://paradigm.lighton.ai/api/v2/models'),
  },
]);
