import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const onelogin = provider('OneLogin', [
  {
    id: 'onelogin-client-id',
    title: 'OneLogin API client id',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    identifier: true,
    names: ['onelogin client id'],
    anyName: true,
    value: [hex(64)],
    rotate:
      'The id alone opens nothing; when its secret leaked, delete the credential pair under Developers > API Credentials.',
    docs: 'https://developers.onelogin.com/api-docs/2/getting-started/working-with-api-credentials',
  },
  {
    id: 'onelogin-client-secret',
    title: 'OneLogin API client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'critical',
    names: ['onelogin'],
    value: [hex(64)],
    pairsWith: { detector: 'onelogin-client-id', withinBytes: 600 },
    rotate:
      'Make a new pair under Developers > API Credentials with the least scope, then revoke this one: some scopes manage every user.',
    docs: 'https://developers.onelogin.com/api-docs/2/getting-started/working-with-api-credentials',
  },
]);
