import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const elevenlabs: readonly Detector[] = [
  {
    id: 'elevenlabs-api-key',
    title: 'ElevenLabs API key',
    provider: 'ElevenLabs',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['sk_'],
      pattern: token(/sk_[0-9a-f]{48}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3 }],
    rotate: 'Create a new key at elevenlabs.io/app/settings/api-keys, deploy it, then delete this one there.',
    docs: 'https://elevenlabs.io/docs/api-reference/authentication',
    examples: {
      match: (make) => [exampleLine('ELEVENLABS_API_KEY=', `sk_${make(make.hex, 48)}`)],
      noMatch: (make) => [
        `ELEVENLABS_API_KEY=sk_${'0'.repeat(48)}`,
        `ELEVENLABS_API_KEY=sk_${make(make.hex, 40)}`,
        `task_${make(make.hex, 48)}`,
      ],
    },
  },
];
