import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';
import { get } from './build/verify.ts';

export const technicalAnalysisApi = provider('Technical Analysis API', [
  {
    id: 'technical-analysis-api-key',
    title: 'Technical Analysis API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['technical analysis api'],
    value: [upperAlnum(48)],
    rotate:
      'Ask for another key on the account page of technical-analysis-api.com and replace it; quota is all it opens.',
    docs: 'https://technical-analysis-api.com/',
    verify: get('https://technical-analysis-api.com/api/v1/analysis/BTC?apiKey={value}'),
  },
]);
