import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

export const drone: readonly Detector[] = [
  {
    id: 'drone-token',
    title: 'Drone CI access token or RPC secret',
    provider: 'Drone CI',
    kind: 'access-token',
    identity: 'workload',
    severity: 'high',
    match: {
      anchors: ['drone'],
      ignoreCase: true,
      pattern: assignment('drone(?:ci)?[_.-]?(?:access[_.-]?|user[_.-]?)?(?:token|rpc[_.-]?secret)', '[A-Za-z0-9]{32}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3 }],
    rotate:
      'Rotate the token on the account page of the Drone server; for the RPC secret, set a new one on server and runners.',
    docs: 'https://docs.drone.io/api/overview/',
    examples: {
      match: (make) => [
        exampleLine('DRONE_TOKEN=', make(make.base62, 32)),
        exampleLine('DRONE_RPC_SECRET: ', make(make.hex, 32)),
      ],
      noMatch: (make) => [
        `DRONE_TOKEN=${'x'.repeat(32)}`,
        `DRONE_TOKEN=${make(make.base62, 20)}`,
        `DRONE_BUILD=${make(make.base62, 32)}`,
      ],
    },
  },
];
