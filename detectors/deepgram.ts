import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { header } from './build/verify.ts';

export const deepgram: readonly Detector[] = [
  {
    id: 'deepgram-api-key',
    title: 'Deepgram API key',
    provider: 'Deepgram',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['deepgram'],
      ignoreCase: true,
      pattern: assignment('deepgram[\\w.-]{0,16}(?:key|token)', '[0-9a-f]{40}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Create a new key in the Deepgram console under API keys, deploy it, then delete this one.',
    docs: 'https://developers.deepgram.com/docs/authenticating',
    verify: header('authorization', 'https://api.deepgram.com/v1/projects', 'Token '),
    examples: {
      match: (make) => [exampleLine('DEEPGRAM_API_KEY=', make(make.hex, 40))],
      noMatch: (make) => [
        `DEEPGRAM_API_KEY=${'0'.repeat(40)}`,
        `DEEPGRAM_SDK_COMMIT=${make(make.hex, 40)}`,
        `DEEPGRAM_API_KEY=${make(make.hex, 32)}`,
      ],
    },
  },
];
