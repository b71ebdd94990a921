import { provider } from './build/provider.ts';
import { run } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const polygonIo = provider('Polygon.io', [
  {
    id: 'polygon-io-api-key',
    title: 'Polygon.io (Massive) API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['polygon io', 'polygon api'],
    value: [run('A-Za-z0-9_', 32)],
    rotate: 'Add a key on the dashboard under API Keys, switch over, then delete this one.',
    docs: 'https://polygon.io/docs/stocks/getting-started',
    verify: bearer('https://api.polygon.io/v3/reference/exchanges'),
  },
]);
