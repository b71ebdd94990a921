import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const retellAi = provider('Retell AI', [
  {
    id: 'retell-ai-api-key',
    title: 'Retell AI API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    value: ['key_', hex(28)],
    rotate:
      'Create another key in the Retell dashboard under Keys, deploy it, then delete this one: calls placed with it are billed.',
    docs: 'https://docs.retellai.com/accounts/api-keys-overview',
    verify: bearer('https://api.retellai.com/get-concurrency'),
  },
]);
