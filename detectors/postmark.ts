import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { UUID, makeUuid } from './build/uuid.ts';

export const postmark: readonly Detector[] = [
  {
    id: 'postmark-api-token',
    title: 'Postmark server or account API token',
    provider: 'Postmark',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['postmark'],
      ignoreCase: true,
      pattern: assignment('postmark[\\w.-]{0,24}(?:token|key)', UUID),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Generate a new token on the API tokens page of the Postmark server, deploy it, then delete this one.',
    docs: 'https://postmarkapp.com/developer/api/overview',
    examples: {
      match: (make) => [
        exampleLine('POSTMARK_API_TOKEN=', makeUuid(make)),
        exampleLine('X-Postmark-Server-Token: ', makeUuid(make)),
      ],
      noMatch: (make) => [
        'POSTMARK_API_TOKEN=00000000-0000-0000-0000-000000000000',
        'POSTMARK_API_TOKEN=POSTMARK_API_TEST',
        `POSTMARK_MESSAGE_ID=${makeUuid(make)}`,
      ],
    },
  },
];
