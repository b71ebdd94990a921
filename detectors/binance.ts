import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

export const binance: readonly Detector[] = [
  {
    id: 'binance-secret-key',
    title: 'Binance API secret key',
    provider: 'Binance',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['binance'],
      ignoreCase: true,
      pattern: assignment('binance[\\w.-]{0,24}secret', '[A-Za-z0-9]{64}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    rotate:
      'Delete the API key at binance.com/my/settings/api-management, check orders and withdrawals, and create a new one.',
    docs: 'https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security',
    examples: {
      match: (make) => [exampleLine('BINANCE_API_SECRET=', make(make.base62, 64))],
      noMatch: (make) => [
        `BINANCE_API_SECRET=${'x'.repeat(64)}`,
        `BINANCE_API_SECRET=${make(make.base62, 32)}`,
        `BINANCE_API_KEY=${make(make.base62, 64)}`,
      ],
    },
  },
];
