import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { bearer } from './build/verify.ts';

export const groq: readonly Detector[] = [
  {
    id: 'groq-api-key',
    title: 'Groq API key',
    provider: 'Groq',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['gsk_'],
      pattern: token(/gsk_[A-Za-z0-9]{52}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Create a new key at console.groq.com/keys, deploy it, then delete this one there.',
    docs: 'https://console.groq.com/docs/quickstart',
    verify: bearer('https://api.groq.com/openai/v1/models'),
    examples: {
      match: (make) => [exampleLine('GROQ_API_KEY=', `gsk_${make(make.base62, 52)}`)],
      noMatch: (make) => [`GROQ_API_KEY=gsk_${'x'.repeat(52)}`, `GROQ_API_KEY=gsk_${make(make.base62, 40)}`],
    },
  },
];
