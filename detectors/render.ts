import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const render: readonly Detector[] = [
  {
    id: 'render-api-key',
    title: 'Render API key',
    provider: 'Render',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    match: { anchors: ['rnd_'], pattern: token(/rnd_[A-Za-z0-9]{28}/), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Revoke it under Account Settings, API Keys, and create another.',
    docs: 'https://render.com/docs/api#1-create-an-api-key',
    examples: {
      match: (make) => [exampleLine('RENDER_API_KEY=', `rnd_${make(make.base62, 28)}`)],
      noMatch: (make) => [`RENDER_API_KEY=rnd_${'x'.repeat(28)}`, `RENDER_API_KEY=rnd_${make(make.base62, 12)}`],
    },
  },
  {
    id: 'render-deploy-hook',
    title: 'Render deploy hook',
    provider: 'Render',
    kind: 'webhook',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['api.render.com/deploy/srv-'],
      pattern: /api\.render\.com\/deploy\/srv-[a-z0-9]{10,40}\?key=(?<secret>[\w-]{10,64})/,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Regenerate the deploy hook in the settings of the service.',
    docs: 'https://render.com/docs/deploy-hooks',
    examples: {
      match: (make) => [
        exampleLine(`https://api.render.com/deploy/srv-${make(make.lowerAlnum, 20)}?key=`, make(make.base62, 11)),
      ],
      noMatch: (make) => [
        `https://api.render.com/deploy/srv-${make(make.lowerAlnum, 20)}?key=xxxxxxxxxxx`,
        'https://api.render.com/deploy/srv-abc?key=$KEY',
      ],
    },
  },
];
