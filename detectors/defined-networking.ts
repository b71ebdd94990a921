import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { bearer } from './build/verify.ts';

export const definedNetworking: readonly Detector[] = [
  {
    id: 'defined-networking-api-key',
    title: 'Defined Networking API key',
    provider: 'Defined Networking',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: { anchors: ['dnkey-'], pattern: token(/dnkey-[\w=-]{26}-[\w=-]{52}/, '=-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Create a new key at admin.defined.net/settings/api-keys, deploy it, then delete this one.',
    docs: 'https://docs.defined.net/guides/automating-host-creation/',
    verify: bearer('https://api.defined.net/v1/networks?pageSize=1'),
    examples: {
      match: (make) => [exampleLine('DN_API_KEY=', `dnkey-${make(make.upperAlnum, 26)}-${make(make.upperAlnum, 52)}`)],
      noMatch: (make) => [
        `DN_API_KEY=dnkey-${'X'.repeat(26)}-${'X'.repeat(52)}`,
        `DN_API_KEY=dnkey-${make(make.upperAlnum, 26)}`,
      ],
    },
  },
];
