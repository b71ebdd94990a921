import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { anyHex } from './build/value.ts';
import { header } from './build/verify.ts';

export const figma: readonly Detector[] = [
  {
    id: 'figma-personal-access-token',
    title: 'Figma personal access token',
    provider: 'Figma',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['figd_'], pattern: token(/figd_[\w-]{30,200}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Generate a new token in Figma under Settings > Security, deploy it, then revoke this one.',
    docs: 'https://developers.figma.com/docs/rest-api/authentication/',
    verify: header('x-figma-token', 'https://api.figma.com/v1/me'),
    examples: {
      match: (make) => [exampleLine('FIGMA_TOKEN=', `figd_${make(make.base62, 40)}`)],
      noMatch: (make) => [`FIGMA_TOKEN=figd_${'x'.repeat(40)}`, `FIGMA_TOKEN=figd_${make(make.base62, 20)}`],
    },
  },
  ...provider('Figma', [
    {
      id: 'figma-personal-access-token-older',
      title: 'Figma personal access token (older form)',
      kind: 'access-token',
      identity: 'user',
      severity: 'high',
      names: ['figma'],
      value: [anyHex(4, 7), '-', anyHex(8), '-', anyHex(4), '-', anyHex(4), '-', anyHex(4), '-', anyHex(12)],
      rotate:
        'Revoke it in Figma under Settings, Security and generate a token of the present form, with scopes and an expiry.',
      docs: 'https://developers.figma.com/docs/rest-api/authentication/',
      verify: header('x-figma-token', 'https://api.figma.com/v1/me'),
    },
  ]),
];
