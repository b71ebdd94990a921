import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

export const rancher: readonly Detector[] = [
  {
    id: 'rancher-api-token',
    title: 'Rancher API token',
    provider: 'Rancher',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['rancher', 'cattle'],
      ignoreCase: true,
      pattern: assignment(
        'rancher|cattle',
        'token-[a-z0-9]{5}:[a-z0-9]{54}|[a-z0-9]{54}|kubeconfig-u-[a-z0-9]{5,16}:[a-z0-9]{54}',
      ),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3.8 }],
    rotate: 'Delete it in Rancher under Account & API Keys.',
    docs: 'https://ranchermanager.docs.rancher.com/reference-guides/user-settings/api-keys',
    examples: {
      match: (make) => [
        exampleLine('RANCHER_TOKEN_KEY=', `token-${make(make.lowerAlnum, 5)}:${make(make.lowerAlnum, 54)}`),
      ],
      noMatch: (make) => [
        `RANCHER_TOKEN_KEY=token-xxxxx:${'x'.repeat(54)}`,
        `RANCHER_TOKEN_KEY=token-${make(make.lowerAlnum, 5)}`,
      ],
    },
  },
];
