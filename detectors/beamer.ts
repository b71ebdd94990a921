import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

export const beamer: readonly Detector[] = [
  {
    id: 'beamer-api-key',
    title: 'Beamer API key',
    provider: 'Beamer',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['beamer'],
      ignoreCase: true,
      pattern: assignment('beamer[\\w.-]{0,16}(?:key|token)', 'b_[A-Za-z0-9+/_-]{40,44}={0,2}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Create a new key in the Beamer settings under API, deploy it, then delete this one.',
    docs: 'https://www.getbeamer.com/api',
    publicPrefix: 'b_',
    examples: {
      match: (make) => [exampleLine('BEAMER_API_KEY=', `b_${make(make.base62, 44)}`)],
      noMatch: (make) => [`BEAMER_API_KEY=b_${'x'.repeat(44)}`, `BEAMER_API_KEY=b_${make(make.base62, 20)}`],
    },
  },
];
