import { provider } from './build/provider.ts';
import { run } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const conversionTools = provider('ConversionTools', [
  {
    id: 'conversion-tools-api-token',
    title: 'Conversion Tools API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['conversiontools', 'conversion tools'],
    value: ['ey', run('A-Za-z0-9._-', 150, 170)],
    rotate: 'Generate a new token under Profile at conversiontools.io; the former no longer works then.',
    docs: 'https://conversiontools.io/api-documentation',
    verify: bearer('https://api.conversiontools.io/v1/auth'),
  },
]);
