import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const litellm = provider('LiteLLM', [
  {
    id: 'litellm-api-key',
    title: 'LiteLLM proxy key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['litellm', 'lite llm'],
    anyName: true,
    value: ['sk-', base64url(20, 64)],
    rotate:
      'Delete a virtual key with `/key/delete` of the proxy; a master key is replaced in LITELLM_MASTER_KEY and the proxy restarted.',
    docs: 'https://docs.litellm.ai/docs/proxy/virtual_keys',
  },
]);
