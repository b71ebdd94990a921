import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const codesandbox = provider('CodeSandbox', [
  {
    id: 'codesandbox-api-token',
    title: 'CodeSandbox API token',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    value: ['csb_v1_', base64url(43)],
    rotate: 'Revoke the token at codesandbox.io/t/api; virtual machines it started run on until stopped.',
    docs: 'https://codesandbox.io/docs/sdk',
  },
]);
