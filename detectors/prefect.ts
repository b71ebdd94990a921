import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const prefect: readonly Detector[] = [
  {
    id: 'prefect-api-key',
    title: 'Prefect Cloud API key',
    provider: 'Prefect',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['pnu_', 'pnb_'], pattern: token(/pn[ub]_[A-Za-z0-9]{36}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Create a new key at app.prefect.cloud/my/api-keys, deploy it, then delete this one.',
    docs: 'https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys',
    examples: {
      match: (make) => [exampleLine('PREFECT_API_KEY=', `pnu_${make(make.base62, 36)}`)],
      noMatch: (make) => [`PREFECT_API_KEY=pnu_${'x'.repeat(36)}`, `PREFECT_API_KEY=pnu_${make(make.base62, 20)}`],
    },
  },
];
