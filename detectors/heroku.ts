import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { uuidExamples } from './build/value-examples.ts';
import { UUID } from './build/uuid.ts';

export const heroku: readonly Detector[] = [
  {
    id: 'heroku-api-key',
    title: 'Heroku API key',
    provider: 'Heroku',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    match: { anchors: ['HRKU-'], pattern: token(new RegExp(`HRKU-(?:${UUID}|[\\w-]{60})`), '-'), proof: 'format' },
    checks: [
      { check: 'not-placeholder' },
      { check: 'entropy', min: 3 },
      { check: 'expected', shape: `^HRKU-(?:AA|${UUID}$)` },
    ],
    rotate: 'Regenerate it under Account settings, API Key, or `heroku authorizations:revoke`.',
    docs: 'https://devcenter.heroku.com/articles/authentication',
    examples: {
      match: (make) => [
        exampleLine('HEROKU_API_KEY=', `HRKU-AA${make(make.base62, 58)}`),
        exampleLine('HEROKU_API_KEY=', `HRKU-${make(make.base62, 60)}`),
      ],
      noMatch: (make) => [`HEROKU_API_KEY=HRKU-AA${'x'.repeat(58)}`, `HEROKU_API_KEY=HRKU-AA${make(make.base62, 20)}`],
    },
  },
  {
    id: 'heroku-api-key-legacy',
    title: 'Heroku API key (older format)',
    provider: 'Heroku',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['heroku'],
      ignoreCase: true,
      pattern: assignment('heroku[\\w.-]{0,20}(?:key|token|secret|password)', UUID),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Regenerate it under Account settings, API Key, or `heroku authorizations:revoke`.',
    docs: 'https://devcenter.heroku.com/articles/authentication',
    examples: uuidExamples('HEROKU_API_KEY'),
  },
];
