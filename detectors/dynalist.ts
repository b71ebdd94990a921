import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const dynalist = provider('Dynalist', [
  {
    id: 'dynalist-api-token',
    title: 'Dynalist API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['dynalist'],
    value: [base64url(128)],
    rotate: 'Generate another secret token at dynalist.io/developer; the former one no longer opens the documents.',
    docs: 'https://apidocs.dynalist.io/',
  },
]);
