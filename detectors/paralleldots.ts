import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const paralleldots = provider('ParallelDots', [
  {
    id: 'paralleldots-api-key',
    title: 'ParallelDots API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['paralleldots', 'parallel dots'],
    value: [base62(43)],
    rotate: 'Request another key from the dashboard at paralleldots.com and have the former disabled.',
    docs: 'https://www.paralleldots.com/text-analysis-apis',
  },
]);
