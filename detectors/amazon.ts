import { provider } from './build/provider.ts';
import { base64url, hex } from './build/value.ts';
import { header } from './build/verify.ts';

/** Login with Amazon, which the Selling Partner, Advertising and Alexa interfaces use. */
export const amazon = provider('Amazon', [
  {
    id: 'amazon-login-client-secret',
    title: 'Login with Amazon client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'critical',
    value: ['amzn1.oa2-cs.v1.', hex(64)],
    pairsWith: { detector: 'amazon-login-client-id', withinBytes: 600 },
    rotate:
      'Rotate the secret of the app in Seller Central, Develop Apps, or of the security profile in the developer console; the old one ends after a week.',
    docs: 'https://developer-docs.amazon.com/sp-api/docs/rotating-your-apps-lwa-credentials',
  },
  {
    id: 'amazon-login-client-secret-older',
    title: 'Login with Amazon client secret (older form)',
    kind: 'client-secret',
    identity: 'app',
    severity: 'critical',
    names: [
      'lwa client secret',
      'lwa secret',
      'amazon client secret',
      'amazon ads client secret',
      'sp api client secret',
    ],
    value: [hex(64)],
    pairsWith: { detector: 'amazon-login-client-id', withinBytes: 600 },
    rotate: 'Rotate it in Seller Central or on the security profile page, which gives a secret of the present form.',
    docs: 'https://developer-docs.amazon.com/sp-api/docs/rotating-your-apps-lwa-credentials',
  },
  {
    id: 'amazon-login-client-id',
    title: 'Login with Amazon client id',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    value: ['amzn1.application-oa2-client.', hex(32)],
    identifier: true,
    rotate: 'A name, not a secret; what stands beside it may be one.',
    docs: 'https://developer.amazon.com/docs/login-with-amazon/glossary.html',
  },
  {
    id: 'amazon-login-refresh-token',
    title: 'Login with Amazon refresh token',
    kind: 'refresh-token',
    identity: 'user',
    severity: 'high',
    value: ['Atzr|', base64url(100, 1500)],
    pairsWith: { detector: 'amazon-login-client-id', withinBytes: 600 },
    rotate:
      'Have the seller or customer withdraw the authorisation of the app in the account settings, and rotate the client secret: the token is of no use without it.',
    docs: 'https://developer-docs.amazon.com/sp-api/docs/authorizing-selling-partner-api-applications',
  },
  {
    id: 'amazon-login-access-token',
    title: 'Login with Amazon access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    value: ['Atza|', base64url(100, 1500)],
    rotate: 'Ends after an hour; withdraw the authorisation of the app if a refresh token may have leaked as well.',
    docs: 'https://developer.amazon.com/docs/login-with-amazon/access-token.html',
    verify: header('x-amz-access-token', 'https://api.amazon.com/user/profile'),
  },
]);
