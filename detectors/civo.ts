import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const civo = provider('Civo', [
  {
    id: 'civo-api-key',
    title: 'Civo API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    names: ['civo'],
    value: [base62(50)],
    rotate:
      'Regenerate the key under Settings, Profile, Security in Civo; clusters run on, the command line needs `civo apikey save`.',
    docs: 'https://www.civo.com/docs/account/api-keys',
    verify: bearer('https://api.civo.com/v2/regions'),
  },
]);
