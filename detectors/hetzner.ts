import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

const random: Detector['checks'] = [
  { check: 'not-placeholder' },
  { check: 'mixed', classes: 'uld' },
  { check: 'entropy', min: 3.8 },
];

export const hetzner: readonly Detector[] = [
  {
    id: 'hetzner-api-token',
    title: 'Hetzner Cloud API token',
    provider: 'Hetzner',
    kind: 'access-token',
    identity: 'service-account',
    severity: 'critical',
    match: {
      anchors: ['hetzner', 'hcloud'],
      ignoreCase: true,
      pattern: assignment('(?:hetzner|hcloud)[\\w.-]{0,20}(?:token|key)', '[A-Za-z0-9]{64}'),
      proof: 'context',
    },
    checks: random,
    rotate: 'Delete it in the Cloud Console under Security, API tokens of the project, and make another.',
    docs: 'https://docs.hetzner.com/cloud/api/getting-started/generating-api-token/',
    examples: {
      match: (make) => [exampleLine('HCLOUD_TOKEN=', make(make.base62, 64))],
      noMatch: (make) => [`HCLOUD_TOKEN=${'x'.repeat(64)}`, `HCLOUD_TOKEN=${make(make.base62, 32)}`],
    },
  },
];
