import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const clustdoc = provider('ClustDoc', [
  {
    id: 'clustdoc-api-token',
    title: 'Clustdoc API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['clustdoc'],
    value: [base62(60)],
    rotate: 'Regenerate the token under My Account, API in Clustdoc: it opens documents that applicants handed in.',
    docs: 'https://api.clustdoc.com/',
    verify: bearer('https://clustdoc.com/api/users'),
  },
]);
