import { provider } from './build/provider.ts';
import { base62, hex, optional } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const datastax = provider('DataStax', [
  {
    id: 'datastax-astra-token',
    title: 'DataStax Astra application token',
    kind: 'access-token',
    identity: 'app',
    severity: 'critical',
    value: ['AstraCS:', base62(20, 40), optional(':', hex(64))],
    rotate: 'Delete the token under Settings, Tokens in the Astra portal and generate one with a narrower role.',
    docs: 'https://docs.datastax.com/en/astra-db-serverless/administration/manage-application-tokens.html',
    verify: bearer('https://api.astra.datastax.com/v2/currentOrg'),
  },
]);
