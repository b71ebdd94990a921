import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const swiftype = provider('Swiftype', [
  {
    id: 'swiftype-api-key',
    title: 'Swiftype API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['swiftype'],
    value: [base64url(20)],
    rotate:
      'Reset the API key under Account Settings of app.swiftype.com; engine keys in pages are public, this one writes.',
    docs: 'https://swiftype.com/documentation/site-search/guides/api-overview',
  },
]);
