import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { base64url, hex, lowerAlnum } from './build/value.ts';

export const paypal: readonly Detector[] = [
  {
    id: 'paypal-client-secret',
    title: 'PayPal client secret',
    provider: 'PayPal',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['paypal'],
      ignoreCase: true,
      pattern: assignment('paypal[\\w.-]{0,24}secret', 'E[A-Za-z0-9_-]{79}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    pairsWith: { detector: 'paypal-client-id', withinBytes: 600 },
    rotate: 'Open the app at developer.paypal.com, add a second secret, deploy it, then disable and delete this one.',
    docs: 'https://developer.paypal.com/api/rest/',
    examples: {
      match: (make) => [exampleLine('PAYPAL_CLIENT_SECRET=', `E${make(make.base62, 79)}`)],
      noMatch: (make) => [
        `PAYPAL_CLIENT_SECRET=E${'x'.repeat(79)}`,
        `PAYPAL_CLIENT_SECRET=E${make(make.base62, 40)}`,
        `PAYPAL_CLIENT_ID=E${make(make.base62, 79)}`,
      ],
    },
  },
  {
    id: 'braintree-access-token',
    title: 'Braintree access token',
    provider: 'Braintree',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['access_token$production$'],
      pattern: token(/access_token\$production\$[0-9a-z]{16}\$[0-9a-f]{32}/),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate:
      'Revoke the OAuth connection in the Braintree Control Panel under API > Connected businesses, then connect again.',
    docs: 'https://developer.paypal.com/braintree/docs/guides/extend/oauth/access-tokens',
    examples: {
      match: (make) => [
        exampleLine('token: ', `access_token$production$${make(make.lowerAlnum, 16)}$${make(make.hex, 32)}`),
      ],
      noMatch: (make) => [
        `token: access_token$production$${'x'.repeat(16)}$${'0'.repeat(32)}`,
        `token: access_token$sandbox$${make(make.lowerAlnum, 16)}$${make(make.hex, 32)}`,
      ],
    },
  },
  ...provider('PayPal', [
    {
      id: 'paypal-client-id',
      title: 'PayPal client id',
      kind: 'other',
      identity: 'app',
      severity: 'info',
      identifier: true,
      names: ['paypal'],
      anyName: true,
      value: ['A', base64url(79)],
      rotate: 'Pages of shops show it; when its secret leaked, add a second secret to the app and delete the first.',
      docs: 'https://developer.paypal.com/api/rest/',
    },
  ]),
  ...provider('Braintree', [
    {
      id: 'braintree-sandbox-access-token',
      title: 'Braintree access token (sandbox)',
      kind: 'access-token',
      identity: 'app',
      severity: 'low',
      value: ['access_token$sandbox$', lowerAlnum(16), '$', hex(32)],
      rotate: 'Revoke the connection in the Control Panel of the Braintree sandbox.',
      docs: 'https://developer.paypal.com/braintree/docs/guides/extend/oauth/access-tokens',
    },
    {
      id: 'braintree-public-key',
      title: 'Braintree public key',
      kind: 'other',
      identity: 'app',
      severity: 'info',
      identifier: true,
      names: ['braintree public key', 'braintree public'],
      anyName: true,
      value: [lowerAlnum(16)],
      rotate: 'It names the pair; revoke both when the private key beside it leaked.',
      docs: 'https://developer.paypal.com/braintree/articles/control-panel/important-gateway-credentials',
    },
    {
      id: 'braintree-private-key',
      title: 'Braintree private key',
      kind: 'api-key',
      identity: 'app',
      severity: 'critical',
      names: ['braintree private', 'braintree secret'],
      value: [hex(32)],
      pairsWith: { detector: 'braintree-public-key', withinBytes: 600 },
      rotate:
        'Generate another API key in the Control Panel under the gear > API, deploy it, then delete this one: it charges and refunds.',
      docs: 'https://developer.paypal.com/braintree/articles/control-panel/important-gateway-credentials',
    },
  ]),
];
