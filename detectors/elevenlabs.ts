import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

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
    verify: header('xi-api-key', 'https://api.elevenlabs.io/v1/user'),
    examples: {
      match: (make) => [exampleLine('ELEVENLABS_API_KEY=', `sk_${make(make.hex, 48)}`)],
      noMatch: (make) => [
        `ELEVENLABS_API_KEY=sk_${'0'.repeat(48)}`,
        `ELEVENLABS_API_KEY=sk_${make(make.hex, 40)}`,
        `task_${make(make.hex, 48)}`,
      ],
    },
  },
  ...provider('ElevenLabs', [
    {
      id: 'elevenlabs-api-key-older',
      title: 'ElevenLabs API key (older form)',
      kind: 'api-key',
      identity: 'user',
      severity: 'high',
      names: ['elevenlabs', 'eleven labs', 'xi api'],
      value: [hex(32)],
      rotate:
        'Create a key of the present form at elevenlabs.io/app/settings/api-keys, switch over and delete this one.',
      docs: 'https://elevenlabs.io/docs/api-reference/authentication',
      verify: header('xi-api-key', 'https://api.elevenlabs.io/v1/user'),
    },
  ]),
];
