import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const ns1 = provider('NS1', [
  {
    id: 'ns1-api-key',
    title: 'NS1 API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    names: ['ns1 api', 'ns1 key', 'ns1 token', 'ns1 apikey', 'nsone'],
    value: [base62(20)],
    rotate:
      'Create another key in the NS1 portal under Account settings, API keys, with only the zones needed, then delete this one.',
    docs: 'https://www.ibm.com/docs/en/ns1-connect?topic=introduction-managing-api-keys',
    verify: header('x-nsone-key', 'https://api.nsone.net/v1/account/settings'),
  },
]);
