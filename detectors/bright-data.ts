import type { Detector } from '../src/model/detector.ts';
import { provider } from './build/provider.ts';
import { hex, uuid } from './build/value.ts';
import { bearer } from './build/verify.ts';

const rotate =
  'Delete the key under Account settings, API keys in Bright Data and add one with the permissions it needs.';
const docs = 'https://docs.brightdata.com/api-reference/authentication';

export const brightData: readonly Detector[] = [
  {
    id: 'bright-data-proxy-password',
    title: 'Bright Data proxy password',
    provider: 'Bright Data',
    kind: 'password',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['brd-customer-'],
      pattern: /brd-customer-\w{4,40}-zone-[\w-]{1,120}:(?<secret>[a-z0-9]{10,24})(?![\w-])/,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 2.5 }],
    rotate: 'Set a new password under Access details of the zone; traffic through the proxy is paid by its owner.',
    docs: 'https://docs.brightdata.com/general/account/how-to-see-zone-username-password',
    examples: {
      match: (make) => {
        const secret = make(make.lowerAlnum, 12);
        return [
          { text: `http://brd-customer-hl_1a2b3c4d-zone-residential1:${secret}@brd.superproxy.io:33335`, secret },
          { text: `--proxy-user brd-customer-hl_1a2b3c4d-zone-isp-country-us:${secret}`, secret },
        ];
      },
      noMatch: () => [
        `brd-customer-hl_1a2b3c4d-zone-residential1:${'x'.repeat(12)}`,
        'brd-customer-<customer>-zone-<zone>:<password>',
        'brd-customer-hl_1a2b3c4d-zone-isp:short',
      ],
    },
  },
  ...provider('Bright Data', [
    {
      id: 'bright-data-api-key',
      title: 'Bright Data API key',
      kind: 'api-key',
      identity: 'app',
      severity: 'high',
      names: ['brightdata', 'bright data', 'luminati'],
      value: [hex(64)],
      rotate,
      docs,
      verify: bearer('https://api.brightdata.com/zone/get_active_zones'),
    },
    {
      id: 'bright-data-api-key-older',
      title: 'Bright Data API key (older form)',
      kind: 'api-key',
      identity: 'app',
      severity: 'high',
      names: ['brightdata', 'bright data', 'luminati'],
      value: [uuid],
      rotate,
      docs,
      verify: bearer('https://api.brightdata.com/zone/get_active_zones'),
    },
  ]),
];
