import { provider } from './build/provider.ts';
import { base64url, uuid } from './build/value.ts';

export const wix = provider('Wix', [
  {
    id: 'wix-api-key',
    title: 'Wix API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    value: ['IST.eyJ', base64url(20, 200), '.eyJ', base64url(60, 1200), '.', base64url(300, 500)],
    rotate:
      'Delete the key in the API Keys Manager of the Wix account and generate another with only the permissions of its job.',
    docs: 'https://dev.wix.com/docs/rest/account-level/about-account-level-apis',
  },
  {
    id: 'wix-app-secret',
    title: 'Wix app secret key',
    kind: 'client-secret',
    identity: 'app',
    severity: 'critical',
    names: ['wix app secret', 'wix client secret', 'wix secret', 'wix webhook secret'],
    value: [uuid],
    rotate:
      'Replace the app secret on the OAuth page of the app in the Wix Dev Center; with the public app id it acts on every site that has the app.',
    docs: 'https://dev.wix.com/docs/build-apps/develop-your-app/access/authentication/authenticate-using-oauth',
  },
]);
