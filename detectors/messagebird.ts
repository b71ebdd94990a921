import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

export const messagebird: readonly Detector[] = [
  {
    id: 'messagebird-access-key',
    title: 'MessageBird access key',
    provider: 'MessageBird',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['messagebird', 'message_bird', 'message-bird'],
      ignoreCase: true,
      pattern: assignment('message[_-]?bird[\\w.-]{0,16}(?:key|token)', '(?:live_)?[A-Za-z0-9]{25}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    rotate:
      'Add a new access key in the MessageBird dashboard under Developers > API access, deploy it, then delete this one.',
    docs: 'https://developers.messagebird.com/api/#authentication',
    examples: {
      match: (make) => [exampleLine('MESSAGEBIRD_ACCESS_KEY=', make(make.base62, 25))],
      noMatch: (make) => [
        `MESSAGEBIRD_ACCESS_KEY=${'x'.repeat(25)}`,
        `MESSAGEBIRD_ACCESS_KEY=${make(make.base62, 15)}`,
        `MESSAGEBIRD_CHANNEL=${make(make.base62, 25)}`,
      ],
    },
  },
];
