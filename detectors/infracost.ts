import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const infracost: readonly Detector[] = [
  {
    id: 'infracost-api-token',
    title: 'Infracost API token',
    provider: 'Infracost',
    kind: 'access-token',
    identity: 'app',
    severity: 'low',
    match: { anchors: ['ico-'], pattern: token(/(?<!-)ico-[A-Za-z0-9]{32}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Regenerate the CLI token in Infracost Cloud under Org settings and deploy it.',
    docs: 'https://www.infracost.io/docs/infracost_cloud/key_concepts/',
    examples: {
      match: (make) => [exampleLine('INFRACOST_API_KEY=', `ico-${make(make.base62, 32)}`)],
      noMatch: (make) => [
        `INFRACOST_API_KEY=ico-${'x'.repeat(32)}`,
        `INFRACOST_API_KEY=ico-${make(make.base62, 16)}`,
        `class="fav-ico-${make(make.base62, 32)}"`,
      ],
    },
  },
];
