import { provider } from './build/provider.ts';
import { base62, base64url } from './build/value.ts';

export const zitadel = provider('ZITADEL', [
  {
    id: 'zitadel-personal-access-token',
    title: 'ZITADEL personal access token',
    kind: 'access-token',
    identity: 'service-account',
    severity: 'critical',
    names: ['zitadel'],
    value: [base64url(71)],
    rotate:
      'Delete the token on the page of the service account in the ZITADEL console under Personal Access Tokens and add one with an end.',
    docs: 'https://zitadel.com/docs/guides/integrate/service-users/personal-access-token',
  },
  {
    id: 'zitadel-client-secret',
    title: 'ZITADEL client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: ['zitadel'],
    value: [base62(64)],
    rotate:
      'Choose Regenerate Client Secret on the page of the application or service account in the ZITADEL console; the old one ends then.',
    docs: 'https://zitadel.com/docs/guides/integrate/service-users/client-credentials',
  },
]);
