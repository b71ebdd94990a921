import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';

export const truelayer = provider('TrueLayer', [
  {
    id: 'truelayer-client-secret',
    title: 'TrueLayer client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'critical',
    names: ['true layer'],
    value: [uuid],
    rotate:
      'Generate a new client secret in the App settings of the TrueLayer console and deploy it; the one before it ends then.',
    docs: 'https://docs.truelayer.com/docs/generate-an-access-token',
  },
]);
