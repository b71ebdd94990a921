import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const amadeus = provider('Amadeus', [
  {
    id: 'amadeus-api-secret',
    title: 'Amadeus API secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: ['amadeus secret', 'amadeus client secret', 'amadeus api secret'],
    value: [base62(16)],
    checks: [{ check: 'mixed', classes: 'd' }],
    pairsWith: { detector: 'amadeus-api-key', withinBytes: 600 },
    rotate:
      'Delete the app under My Self-Service Workspace at developers.amadeus.com and create one anew: key and secret cannot be renewed alone.',
    docs: 'https://developers.amadeus.com/self-service/apis-docs/guides/developer-guides/API-Keys/authorization',
  },
  {
    id: 'amadeus-api-key',
    title: 'Amadeus API key',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    names: ['amadeus api key', 'amadeus client id', 'amadeus key'],
    anyName: true,
    value: [base62(32)],
    identifier: true,
    rotate: 'Names the app and counts only with its secret; both go when the app is deleted.',
    docs: 'https://developers.amadeus.com/self-service/apis-docs/guides/developer-guides/API-Keys/authorization',
  },
]);
