import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { run } from './build/value.ts';

const rotate = 'Refresh the internal integration secret at notion.so/profile/integrations and deploy the new one.';

export const notion: readonly Detector[] = [
  {
    id: 'notion-integration-token',
    title: 'Notion integration token',
    provider: 'Notion',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: { anchors: ['ntn_'], pattern: token(/ntn_[A-Za-z0-9]{46}/, '-'), proof: 'format' },
    checks: [
      { check: 'not-placeholder' },
      { check: 'entropy', min: 3.5 },
      { check: 'expected', shape: '^ntn_[0-9]{11}' },
    ],
    rotate,
    docs: 'https://developers.notion.com/reference/authentication',
    examples: {
      match: (make) => [
        exampleLine('NOTION_TOKEN=', `ntn_${make(make.digits, 11)}${make(make.base62, 35)}`),
        exampleLine('NOTION_TOKEN=', `ntn_${make(make.base62, 46)}`),
      ],
      noMatch: (make) => [
        `NOTION_TOKEN=ntn_${'0'.repeat(11)}${'x'.repeat(35)}`,
        `NOTION_TOKEN=ntn_${make(make.digits, 11)}${make(make.base62, 20)}`,
      ],
    },
  },
  {
    id: 'notion-legacy-integration-token',
    title: 'Notion integration token (before September 2024)',
    provider: 'Notion',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: { anchors: ['secret_'], pattern: token(/secret_[A-Za-z0-9]{43}/, '-'), proof: 'format' },
    // Names of variables begin with secret_ too, though hardly one has 43 characters of all three kinds.
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    rotate,
    docs: 'https://developers.notion.com/page/changelog#september-11-2024',
    examples: {
      match: (make) => [exampleLine('NOTION_API_KEY=', `secret_${make(make.base62, 43)}`)],
      noMatch: (make) => [
        `NOTION_API_KEY=secret_${'x'.repeat(43)}`,
        `NOTION_API_KEY=secret_${make(make.base62, 30)}`,
        `client_secret_${make(make.base62, 43)}`,
      ],
    },
  },
  ...provider('Notion', [
    {
      id: 'notion-oauth-refresh-token',
      title: 'Notion OAuth refresh token',
      kind: 'refresh-token',
      identity: 'user',
      severity: 'high',
      value: ['nrt_', run('A-Za-z0-9_', 40, 55)],
      rotate:
        'Revoke it with POST https://api.notion.com/v1/oauth/revoke, or remove the connection from the workspace.',
      docs: 'https://developers.notion.com/docs/authorization',
    },
  ]),
];
