import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';

const plausible: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }];

export const neon: readonly Detector[] = [
  {
    id: 'neon-api-key',
    title: 'Neon API key',
    provider: 'Neon',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    match: { anchors: ['napi_'], pattern: token(/napi_[a-z0-9]{64}/), proof: 'format' },
    checks: plausible,
    rotate: 'Revoke it under Account settings (or those of the organization), API keys.',
    docs: 'https://neon.com/docs/manage/api-keys',
    examples: {
      match: (make) => [exampleLine('NEON_API_KEY=', `napi_${make(make.lowerAlnum, 64)}`)],
      noMatch: (make) => [`NEON_API_KEY=napi_${'x'.repeat(64)}`, `NEON_API_KEY=napi_${make(make.lowerAlnum, 20)}`],
    },
  },
  ...provider('Neon', [
    {
      id: 'neon-api-key-older',
      title: 'Neon API key (without prefix)',
      kind: 'api-key',
      identity: 'user',
      severity: 'critical',
      names: ['neon api', 'neon key', 'neon token'],
      value: [lowerAlnum(64)],
      rotate: 'Revoke it under Account settings (or those of the organization), API keys.',
      docs: 'https://neon.com/docs/manage/api-keys',
    },
  ]),
];
