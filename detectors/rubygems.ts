import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

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
  ...provider('RubyGems', [
    {
      id: 'rubygems-api-key-older',
      title: 'RubyGems API key (older form)',
      kind: 'api-key',
      identity: 'user',
      severity: 'critical',
      names: ['rubygems api', 'rubygems key', 'gem host api'],
      value: [{ ...hex(32, 48), source: '(?:[0-9a-f]{48}|[0-9a-f]{32})', sample: hex(32).sample }],
      rotate: 'Delete it at rubygems.org under Settings > API keys; anybody holding it publishes your gems.',
      docs: 'https://guides.rubygems.org/api-key-scopes/',
      verify: header('authorization', 'https://rubygems.org/api/v1/gems.json'),
    },
  ]),
];
