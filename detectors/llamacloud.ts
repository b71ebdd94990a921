import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const llamacloud = provider('LlamaCloud', [
  {
    id: 'llamacloud-api-key',
    title: 'LlamaCloud (LlamaParse) API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    value: ['llx-', base64url(48)],
    rotate: 'Generate another key at cloud.llamaindex.ai under API Keys, deploy it, then delete this one.',
    docs: 'https://docs.cloud.llamaindex.ai/api_key',
    verify: bearer('https://api.cloud.llamaindex.ai/api/v1/projects'),
  },
]);
