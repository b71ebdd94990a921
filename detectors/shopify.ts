import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

const docs = 'https://shopify.dev/docs/apps/build/authentication-authorization';

export const shopify: readonly Detector[] = [
  {
    id: 'shopify-access-token',
    title: 'Shopify Admin API access token',
    provider: 'Shopify',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['shpat_', 'shpca_', 'shppa_', 'shpua_'],
      pattern: token(/shp(?:at|ca|pa|ua)_[0-9a-fA-F]{32}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate:
      'Uninstall and install the app in the Shopify admin, or rotate the API credentials of the custom app, and deploy the new token.',
    docs,
    examples: {
      match: (make) => [
        exampleLine('SHOPIFY_ACCESS_TOKEN=', `shpat_${make(make.hex, 32)}`),
        exampleLine('X-Shopify-Access-Token: ', `shpca_${make(make.hex, 32)}`),
      ],
      noMatch: (make) => [
        `SHOPIFY_ACCESS_TOKEN=shpat_${'x'.repeat(32)}`,
        `SHOPIFY_ACCESS_TOKEN=shpat_${'0'.repeat(32)}`,
        `SHOPIFY_ACCESS_TOKEN=shpat_${make(make.hex, 20)}`,
      ],
    },
  },
  {
    id: 'shopify-shared-secret',
    title: 'Shopify app shared secret',
    provider: 'Shopify',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    match: { anchors: ['shpss_'], pattern: token(/shpss_[0-9a-fA-F]{32}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Rotate the client secret of the app in the Shopify Partner dashboard, deploy it, then revoke the old one.',
    docs: 'https://shopify.dev/docs/apps/build/authentication-authorization/client-secrets/rotate-revoke-client-credentials',
    examples: {
      match: (make) => [exampleLine('SHOPIFY_API_SECRET=', `shpss_${make(make.hex, 32)}`)],
      noMatch: (make) => [
        `SHOPIFY_API_SECRET=shpss_${'0'.repeat(32)}`,
        `SHOPIFY_API_SECRET=shpss_${make(make.hex, 31)}`,
      ],
    },
  },
  {
    id: 'shopify-theme-access-password',
    title: 'Shopify Theme Access password',
    provider: 'Shopify',
    kind: 'password',
    identity: 'app',
    severity: 'medium',
    match: { anchors: ['shptka_'], pattern: token(/shptka_[0-9a-fA-F]{32}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Delete the password in the Theme Access app of the shop and issue a new one.',
    docs: 'https://shopify.dev/docs/storefronts/themes/tools/theme-access',
    examples: {
      match: (make) => [exampleLine('SHOPIFY_CLI_THEME_TOKEN=', `shptka_${make(make.hex, 32)}`)],
      noMatch: (make) => [
        `SHOPIFY_CLI_THEME_TOKEN=shptka_${'0'.repeat(32)}`,
        `SHOPIFY_CLI_THEME_TOKEN=shptka_${make(make.hex, 16)}`,
      ],
    },
  },
  ...provider('Shopify', [
    {
      id: 'shopify-shared-secret-older',
      title: 'Shopify app secret (older form)',
      kind: 'client-secret',
      identity: 'app',
      severity: 'critical',
      names: [
        'shopify api secret',
        'shopify app secret',
        'shopify client secret',
        'shopify shared secret',
        'shopify secret',
        'shopify webhook secret',
      ],
      value: [{ ...hex(32, 64), source: '(?:[0-9a-f]{64}|[0-9a-f]{32})', sample: hex(32).sample }],
      rotate:
        'Rotate the client secret of the app in the Dev Dashboard or Partner Dashboard, then revoke the former; webhooks and installs are signed with it.',
      docs: 'https://shopify.dev/docs/apps/build/authentication-authorization/client-secrets/rotate-revoke-client-credentials',
    },
  ]),
];
