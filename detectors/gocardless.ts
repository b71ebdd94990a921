import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

export const gocardless: readonly Detector[] = [
  {
    id: 'gocardless-access-token',
    title: 'GoCardless access token (live)',
    provider: 'GoCardless',
    kind: 'access-token',
    identity: 'app',
    severity: 'critical',
    match: {
      anchors: ['gocardless'],
      ignoreCase: true,
      pattern: assignment('gocardless[\\w.-]{0,16}(?:token|key|secret)', 'live_[A-Za-z0-9_-]{40}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Create a new access token at manage.gocardless.com/developers, deploy it, then delete this one.',
    docs: 'https://developer.gocardless.com/getting-started/api/making-your-first-request/',
    publicPrefix: 'live_',
    examples: {
      match: (make) => [exampleLine('GOCARDLESS_ACCESS_TOKEN=', `live_${make(make.base62, 40)}`)],
      noMatch: (make) => [
        `GOCARDLESS_ACCESS_TOKEN=live_${'x'.repeat(40)}`,
        `GOCARDLESS_ACCESS_TOKEN=live_${make(make.base62, 20)}`,
        `STREAM_TOKEN=live_${make(make.base62, 40)}`,
      ],
    },
  },
];
