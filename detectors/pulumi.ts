import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const pulumi: readonly Detector[] = [
  {
    id: 'pulumi-access-token',
    title: 'Pulumi access token',
    provider: 'Pulumi',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: { anchors: ['pul-'], pattern: token(/pul-[0-9a-f]{40}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Delete it in Pulumi Cloud under Access tokens of the user, team or organization; use OIDC from CI.',
    docs: 'https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/',
    examples: {
      match: (make) => [exampleLine('PULUMI_ACCESS_TOKEN=', `pul-${make(make.hex, 40)}`)],
      noMatch: (make) => [`PULUMI_ACCESS_TOKEN=pul-${'0'.repeat(40)}`, `PULUMI_ACCESS_TOKEN=pul-${make(make.hex, 20)}`],
    },
  },
];
