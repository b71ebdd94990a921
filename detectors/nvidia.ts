import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const nvidia: readonly Detector[] = [
  {
    id: 'nvidia-api-key',
    title: 'NVIDIA API key',
    provider: 'NVIDIA',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['nvapi-'],
      pattern: token(/nvapi-[\w-]{60,70}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate: 'Create a new key at build.nvidia.com or in NGC under Setup > API keys, deploy it, then revoke this one.',
    docs: 'https://docs.nvidia.com/ngc/gpu-cloud/ngc-user-guide/index.html',
    examples: {
      match: (make) => [exampleLine('NVIDIA_API_KEY=', `nvapi-${make(make.base62, 64)}`)],
      noMatch: (make) => [`NVIDIA_API_KEY=nvapi-${'x'.repeat(64)}`, `NVIDIA_API_KEY=nvapi-${make(make.base62, 30)}`],
    },
  },
];
