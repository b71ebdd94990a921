import { provider } from './build/provider.ts';
import { either, hex, run } from './build/value.ts';

/** A keyset is an App ID (client id), a Dev ID and a Cert ID (client secret), apart for production and sandbox. */
export const ebay = provider('eBay', [
  {
    id: 'ebay-app-id',
    title: 'eBay App ID (client id)',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    anchors: ['-PRD-', '-SBX-'],
    value: [
      run('A-Za-z0-9', 1, 40),
      '-',
      run('A-Za-z0-9', 1, 40),
      either('-PRD-', '-SBX-'),
      hex(8, 12),
      '-',
      hex(8, 12),
    ],
    identifier: true,
    rotate: 'The App ID is no secret by itself; rotate the Cert ID of the keyset.',
    docs: 'https://developer.ebay.com/api-docs/static/creating-edp-account.html',
  },
  {
    id: 'ebay-cert-id',
    title: 'eBay Cert ID (client secret, production)',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    value: ['PRD-', hex(8, 12), '-', hex(4), '-', hex(4), '-', hex(4), '-', hex(4, 12)],
    pairsWith: { detector: 'ebay-app-id', withinBytes: 600 },
    rotate:
      'Rotate the Cert ID on the Application Keys page of the eBay developer account; both work for a while, so deploy the new one before the old one ends.',
    docs: 'https://developer.ebay.com/api-docs/static/oauth-client-credentials-grant.html',
  },
  {
    id: 'ebay-sandbox-cert-id',
    title: 'eBay Cert ID (client secret, sandbox)',
    kind: 'client-secret',
    identity: 'app',
    severity: 'low',
    value: ['SBX-', hex(8, 12), '-', hex(4), '-', hex(4), '-', hex(4), '-', hex(4, 12)],
    pairsWith: { detector: 'ebay-app-id', withinBytes: 600 },
    rotate: 'Rotate the sandbox Cert ID on the Application Keys page; it opens test data only.',
    docs: 'https://developer.ebay.com/api-docs/static/oauth-client-credentials-grant.html',
  },
]);
