import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const writer = provider('Writer', [
  {
    id: 'writer-api-key',
    title: 'Writer API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    value: ['sk-', uuid],
    rotate:
      'Revoke the key on the API keys page of AI Studio at app.writer.com and create another; usage is billed to the organisation.',
    docs: 'https://dev.writer.com/api-reference/api-keys',
    verify: bearer('https://api.writer.com/v1/models'),
  },
]);
