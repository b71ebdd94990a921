import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const together: readonly Detector[] = [
  {
    id: 'together-api-key',
    title: 'Together AI API key',
    provider: 'Together AI',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['tgp_v1_'],
      pattern: token(/tgp_v1_[\w-]{43}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Create a new key at api.together.ai/settings/api-keys, deploy it, then delete this one there.',
    docs: 'https://docs.together.ai/reference/authentication-1',
    examples: {
      match: (make) => [exampleLine('TOGETHER_API_KEY=', `tgp_v1_${make(make.base62, 43)}`)],
      noMatch: (make) => [
        `TOGETHER_API_KEY=tgp_v1_${'x'.repeat(43)}`,
        `TOGETHER_API_KEY=tgp_v1_${make(make.base62, 30)}`,
      ],
    },
  },
  {
    id: 'together-legacy-api-key',
    title: 'Together AI API key (without prefix)',
    provider: 'Together AI',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['together'],
      ignoreCase: true,
      pattern: assignment('together(?:_?ai)?[_.-]?(?:api[_-]?)?(?:key|token)', '[0-9a-f]{64}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Regenerate the key at api.together.ai/settings/api-keys; that ends this one.',
    docs: 'https://docs.together.ai/docs/quickstart',
    examples: {
      match: (make) => [exampleLine('TOGETHER_API_KEY="', make(make.hex, 64), '"')],
      noMatch: (make) => [`TOGETHER_API_KEY="${'0'.repeat(64)}"`, `together_checksum = "${make(make.hex, 64)}"`],
    },
  },
];
