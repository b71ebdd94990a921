import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { basic } from './build/verify.ts';

export const databento = provider('Databento', [
  {
    id: 'databento-api-key',
    title: 'Databento API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['databento'],
    anyName: true,
    value: ['db-', base62(29)],
    rotate:
      'Create another key on the API keys page of the Databento portal, then revoke this one; usage is billed to the account until then.',
    docs: 'https://databento.com/docs/portal/api-keys',
    verify: basic('{value}:', 'https://hist.databento.com/v0/metadata.list_datasets'),
  },
]);
