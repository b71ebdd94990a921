import { provider } from './build/provider.ts';
import { base64, optional } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const brandfetch = provider('Brandfetch', [
  {
    id: 'brandfetch-api-key',
    title: 'Brandfetch API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['brandfetch'],
    value: [base64(40, 44), optional('=')],
    rotate: 'Roll the key over in the developer portal of Brandfetch.',
    docs: 'https://docs.brandfetch.com/brand-api/overview',
    verify: bearer('https://api.brandfetch.io/v2/brands/brandfetch.com'),
  },
]);
