import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { run } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const mattermost: readonly Detector[] = [
  ...provider('Mattermost', [
    {
      // z-base-32, as all ids of Mattermost: no 0, 2, l or v.
      id: 'mattermost-access-token',
      title: 'Mattermost access token',
      kind: 'access-token',
      identity: 'user',
      severity: 'high',
      names: ['mattermost', 'mmctl'],
      value: [run('a-km-uw-z13-9', 26)],
      rotate:
        'Revoke it on the Security page of its user (personal access tokens), or regenerate the token of the bot account under Integrations.',
      docs: 'https://developers.mattermost.com/integrate/reference/personal-access-token/',
      verify: bearer('{server}/api/v4/users/me'),
    },
  ]),
  {
    id: 'mattermost-webhook-url',
    title: 'Mattermost incoming webhook URL',
    provider: 'Mattermost',
    kind: 'webhook',
    identity: 'app',
    severity: 'low',
    match: {
      anchors: ['/hooks/'],
      lookBehind: 160,
      // Ids are z-base-32: no 0, 2, l or v.
      pattern:
        /https?:\/\/[A-Za-z0-9.-]{3,100}(?::[0-9]{2,5})?(?:\/[\w-]{1,30})?\/hooks\/(?<secret>[a-km-uw-z13-9]{26})(?![\w-])/,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3.2 }],
    rotate: 'Delete the incoming webhook under Integrations of the team and add another; lock it to one channel.',
    docs: 'https://developers.mattermost.com/integrate/webhooks/incoming/',
    publicPrefix: '',
    examples: {
      match: (make) => [
        exampleLine('https://mattermost.shop.test/hooks/', make('ybndrfg8ejkmcpqxot1uwisza345h769', 26)),
        exampleLine('url: "http://10.0.0.7:8065/hooks/', make('ybndrfg8ejkmcpqxot1uwisza345h769', 26), '"'),
      ],
      noMatch: (make) => [
        'https://mattermost.shop.test/hooks/xxxxxxxxxxxxxxxxxxxxxxxxxx',
        `https://mattermost.shop.test/hooks/${make(make.hex, 32)}`,
        'https://shop.test/hooks/order-created-by-customer',
      ],
    },
  },
];
