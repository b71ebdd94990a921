import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { get } from './build/verify.ts';

export const financialModelingPrep = provider('Financial Modeling Prep', [
  {
    id: 'financial-modeling-prep-api-key',
    title: 'Financial Modeling Prep API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['financialmodelingprep', 'financial modeling', 'fmp api'],
    value: [base62(32)],
    rotate: 'Regenerate the key on the dashboard at site.financialmodelingprep.com.',
    docs: 'https://site.financialmodelingprep.com/developer/docs',
    verify: get('https://financialmodelingprep.com/api/v3/quote-short/AAPL?apikey={value}'),
  },
]);
