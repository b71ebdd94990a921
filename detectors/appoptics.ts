import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { basic } from './build/verify.ts';

export const appoptics = provider('AppOptics', [
  {
    id: 'appoptics-api-token',
    title: 'AppOptics API token',
    kind: 'access-token',
    identity: 'app',
    severity: 'medium',
    names: ['appoptics'],
    value: [base64url(71)],
    rotate:
      'Delete the token under Organization Details, API Tokens in AppOptics after creating one with the role it needs.',
    docs: 'https://documentation.solarwinds.com/en/success_center/appoptics/content/kb/account_user_management/tokens.htm',
    verify: basic('{value}:', 'https://api.appoptics.com/v1/metrics'),
  },
]);
