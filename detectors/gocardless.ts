import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

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
      pattern: assignment('gocardless[\\w.-]{0,16}(?:token|key|secret)', 'live_[A-Za-z0-9_=-]{40}'),
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
  ...provider('GoCardless', [
    {
      id: 'gocardless-sandbox-access-token',
      title: 'GoCardless access token (sandbox)',
      kind: 'access-token',
      identity: 'app',
      severity: 'low',
      names: ['gocardless'],
      value: ['sandbox_', base64url(40)],
      rotate:
        'Create another token at manage-sandbox.gocardless.com/developers and delete this one; it moves no money.',
      docs: 'https://developer.gocardless.com/getting-started/api/making-your-first-request/',
      verify: bearer('https://api-sandbox.gocardless.com/creditors'),
    },
  ]),
];
