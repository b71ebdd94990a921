import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { post } from './build/verify.ts';

export const bitquery = provider('Bitquery', [
  {
    id: 'bitquery-api-key',
    title: 'Bitquery API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    value: ['BQY', base62(29)],
    rotate:
      'Regenerate the key on the account page of bitquery.io, or move to OAuth tokens, which newer versions of the interface ask for.',
    docs: 'https://docs.bitquery.io/docs/authorisation/how-to-generate/',
    verify: post('https://graphql.bitquery.io', '{"query":"{ __typename }"}', { 'x-api-key': '{value}' }),
  },
]);
