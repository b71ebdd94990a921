import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const eppo = provider('Eppo', [
  {
    id: 'eppo-api-key',
    title: 'Eppo API or SDK key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['eppo'],
    value: [base64url(32, 64)],
    rotate: 'Delete the key in Eppo under Admin, and make another for the same environment.',
    docs: 'https://docs.geteppo.com/sdks/sdk-keys/',
  },
]);
