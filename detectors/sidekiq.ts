import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

export const sidekiq: readonly Detector[] = [
  {
    id: 'sidekiq-gem-server-credentials',
    title: 'Credentials of the Sidekiq Pro or Enterprise gem server',
    provider: 'Sidekiq',
    kind: 'password',
    identity: 'app',
    severity: 'low',
    match: {
      anchors: ['bundle_gems__contribsys', 'bundle_enterprise__contribsys'],
      ignoreCase: true,
      pattern: assignment('bundle_(?:gems|enterprise)__contribsys__com', '[0-9a-f]{8}:[0-9a-f]{8}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Write to the support of Contributed Systems for other credentials; they only download the gem.',
    docs: 'https://github.com/sidekiq/sidekiq/wiki/Commercial-FAQ',
    examples: {
      match: (make) => [exampleLine('BUNDLE_GEMS__CONTRIBSYS__COM=', `a1${make(make.hex, 6)}:${make(make.hex, 8)}`)],
      noMatch: (make) => [
        'BUNDLE_GEMS__CONTRIBSYS__COM=xxxxxxxx:xxxxxxxx',
        `BUNDLE_GEMS__CONTRIBSYS__COM=${make(make.hex, 8)}`,
      ],
    },
  },
];
