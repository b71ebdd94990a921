import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const maxmind: readonly Detector[] = [
  {
    id: 'maxmind-license-key',
    title: 'MaxMind license key',
    provider: 'MaxMind',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['_mmk'],
      lookBehind: 36,
      maxLength: 48,
      pattern: token(/[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Generate a new license key at maxmind.com under Manage license keys, deploy it, then delete this one.',
    docs: 'https://support.maxmind.com/knowledge-base/articles/managing-maxmind-license-keys',
    publicPrefix: '',
    examples: {
      match: (make) => [exampleLine('MAXMIND_LICENSE_KEY=', `${make(make.base62, 6)}_${make(make.base62, 29)}_mmk`)],
      noMatch: (make) => [
        `MAXMIND_LICENSE_KEY=${'x'.repeat(6)}_${'x'.repeat(29)}_mmk`,
        `MAXMIND_LICENSE_KEY=${make(make.base62, 6)}_${make(make.base62, 20)}_mmk`,
      ],
    },
  },
];
