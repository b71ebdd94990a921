import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { get } from './build/verify.ts';

export const ipqualityscore = provider('IPQualityScore', [
  {
    id: 'ipqualityscore-api-key',
    title: 'IPQualityScore API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['ipquality', 'ipqs', 'ip quality score'],
    value: [base62(32)],
    rotate:
      'Generate another key on the API keys page of IPQualityScore and remove this one; lookups are billed to the account.',
    docs: 'https://www.ipqualityscore.com/documentation/overview',
    verify: get('https://www.ipqualityscore.com/api/json/account/{value}'),
  },
]);
