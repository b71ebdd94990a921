import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const coderabbit = provider('CodeRabbit', [
  {
    id: 'coderabbit-api-key',
    title: 'CodeRabbit API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    value: ['cr-', hex(58)],
    rotate: 'Delete the key under API Keys in the CodeRabbit settings of the organisation and create another.',
    docs: 'https://docs.coderabbit.ai/guides/reports/',
    verify: header('x-coderabbitai-api-key', 'https://api.coderabbit.ai/v1/seats/'),
  },
]);
