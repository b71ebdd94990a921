import { provider } from './build/provider.ts';
import { base64 } from './build/value.ts';

export const kraken = provider('Kraken', [
  {
    id: 'kraken-api-key',
    title: 'Kraken API key',
    kind: 'access-key',
    identity: 'user',
    severity: 'info',
    names: ['kraken api', 'kraken key', 'kraken public'],
    value: [base64(56)],
    identifier: true,
    rotate: 'Delete the pair it belongs to in Kraken under Settings, API.',
    docs: 'https://support.kraken.com/articles/360000919966-how-to-create-an-api-key',
  },
  {
    id: 'kraken-private-key',
    title: 'Kraken private key',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    names: ['kraken'],
    value: [base64(86), '=='],
    pairsWith: { detector: 'kraken-api-key', withinBytes: 600 },
    rotate:
      'Delete the API key in Kraken under Settings, API, look through the ledger for its trades, and give the next one no right to withdraw and a fixed address.',
    docs: 'https://support.kraken.com/articles/360000919966-how-to-create-an-api-key',
  },
]);
