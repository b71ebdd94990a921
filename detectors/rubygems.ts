import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const rubygems: readonly Detector[] = [
  {
    id: 'rubygems-api-key',
    title: 'RubyGems API key',
    provider: 'RubyGems',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    match: { anchors: ['rubygems_'], pattern: token(/rubygems_[0-9a-f]{48}/), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Delete it at rubygems.org under Settings, API keys; publish with a trusted publisher instead.',
    docs: 'https://guides.rubygems.org/api-key-scopes/',
    examples: {
      match: (make) => [exampleLine(':rubygems_api_key: ', `rubygems_${make(make.hex, 48)}`)],
      noMatch: (make) => [
        `:rubygems_api_key: rubygems_${'0'.repeat(48)}`,
        `:rubygems_api_key: rubygems_${make(make.hex, 20)}`,
      ],
    },
  },
];
